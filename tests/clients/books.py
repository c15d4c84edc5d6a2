"""tests/clients/books.py STRATEGY: what other programs make of the plain outputs.

The workbooks are opened by LibreOffice without the values that stand beside their formulas: what it computes is what `--format csv`
writes. The diary is read by a parser of RFC 5545.
"""

import csv
import pathlib
import subprocess
import sys
import tempfile

import icalendar
import openpyxl

STRATEGY = sys.argv[1]
AS_OF = ["--as-of", "2027-01-31"]
HARD = """stratégie "Plan" {
  période 2026 .. 2030
  enveloppe {
    investissement 2027: 100 .. 200 k€, 2028: 50 k€
    fonctionnement 2027 .. 2029: 300 k€ en tout
  }
}
autorisation "AP * une" au 2027-01-15 {
  nature ap
  total 500 k€
  crédits 2027: 100 k€, 2028: 150 .. 250 k€
  révision au 2028-02-01 {
    total 600 k€
    crédits 2027: 100 k€, 2028: 200 k€, 2029: 300 k€
  }
}
objectif a "=HYPERLINK(\\"http://x\\")" {
  budget {
    investissement 2027: 120 .. 180 k€, 2028: 33,33 k€
    fonctionnement 2027 .. 2029: 60 k€ en tout
  }
  financement {
    "Fonds * ?" 40 % acquis
    "État" 10 k€ refusé
    "Fonds" 20 % de investissement sollicité
  }
  jalon essai "Essai\u202f; virgule, barre \\\\ et très long titre qui passe la ligne de soixante-quinze octets" au 2027-03
}
"""


def build(plan, *arguments):
    subprocess.run([STRATEGY, "build", "-q", *AS_OF, str(plan), *map(str, arguments)], check=True)


def same(one, other):
    try:
        return abs(float(one) - float(other)) < 0.005
    except ValueError:
        return one.removeprefix("'") == other


def recomputed(work, plan, document):
    """Formulas and cells of the workbook, all of them computed as written."""
    book, tables = work / "book.xlsx", work / "tables"
    build(plan, "--document", document, "-o", book)
    build(plan, "--document", document, "--format", "csv", "-o", tables)
    loaded = openpyxl.load_workbook(book)
    formulas = sum(cell.data_type == "f" for sheet in loaded for row in sheet.iter_rows() for cell in row)
    loaded.save(work / "bare.xlsx")  # openpyxl keeps the formulas and drops their values
    filter_ = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{work}/profile", "--convert-to", filter_, "--outdir", str(work), str(work / "bare.xlsx")], check=True, capture_output=True)
    cells = 0
    for sheet in loaded:
        ours = list(csv.reader((tables / f"{sheet.title}.csv").open(newline="")))
        theirs = list(csv.reader((work / f"bare-{sheet.title}.csv").open(newline="")))
        for at, row in enumerate(ours):
            for column, value in enumerate(row):
                other = theirs[at][column] if at < len(theirs) and column < len(theirs[at]) else ""
                assert same(value, other), f"{plan} {sheet.title} {at + 1}:{column + 1}: {value!r}, computed {other!r}"
                cells += 1
    return formulas, cells


def diary(work, plan):
    file = work / "plan.ics"
    build(plan, "-o", file)
    text = file.read_bytes()
    assert all(len(line) <= 75 for line in text.split(b"\r\n")), "lines of RFC 5545"
    assert b"\n" not in text.replace(b"\r\n", b""), "ends of lines"
    calendar = icalendar.Calendar.from_ical(text)
    events = list(calendar.walk("VEVENT"))
    assert not calendar.errors and not any(event.errors for event in events)
    assert len({str(event["UID"]) for event in events}) == len(events), "each entry by its own name"
    for event in events:
        assert event.decoded("DTEND") > event.decoded("DTSTART")
    return [str(event["SUMMARY"]) for event in events]


def main():
    with tempfile.TemporaryDirectory() as folder:
        top = pathlib.Path(folder)
        hard = top / "hard.dsl"
        hard.write_text(HARD)
        examples = ["examples/montreval", "examples/bretagne", "examples/real/arvieu-village-numerique-2014-2020", hard]
        for at, plan in enumerate(examples):
            for document in ["finance", "sheets"]:
                work = top / f"{at}-{document}"
                work.mkdir()
                formulas, cells = recomputed(work, plan, document)
                print(f"{plan} {document}: {formulas} formulas, {cells} cells as LibreOffice computes them")
            titles = diary(work, plan)
            print(f"{plan}: {len(titles)} days")
        assert any(title.startswith("Essai\u202f; virgule, barre \\ et") for title in titles), titles
        # What a wrong value would be told by.
        assert not same("1.00", "1.01") and not same("a", "b")


main()
