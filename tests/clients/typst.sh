#!/usr/bin/env bash
# tests/clients/typst.sh STRATEGY TYPST: each example is built in the process and by an external typst; both PDFs are
# sound, tagged, and hold the same text, and the files that `--emit typst` writes compile by hand.
set -euo pipefail
strategy=$1 typst=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for example in montreval bretagne; do
  plan=examples/$example/plan.dsl
  "$strategy" build -q --as-of 2027-01-31 "$plan" -o "$work/inside.pdf"
  "$strategy" build -q --as-of 2027-01-31 "$plan" -o "$work/outside.pdf" --typst "$typst"
  "$strategy" build -q --as-of 2027-01-31 "$plan" --emit typst "$work/$example"
  "$typst" compile --font-path "$work/$example/fonts" --pdf-standard ua-1 "$work/$example/main.typ" "$work/emitted.pdf"
  for pdf in inside outside emitted; do
    qpdf --check "$work/$pdf.pdf" >/dev/null
    # (older poppler grumbles about a boolean that PDF 2 allows)
    pdfinfo "$work/$pdf.pdf" 2>/dev/null | grep -q '^Tagged: *yes'
    pdftotext -layout "$work/$pdf.pdf" "$work/$pdf.txt"
    test -s "$work/$pdf.txt"
  done
  cmp "$work/inside.txt" "$work/outside.txt"
  cmp "$work/inside.txt" "$work/emitted.txt"
  pages=$(pdfinfo "$work/inside.pdf" 2>/dev/null | awk '/^Pages:/ {print $2}')
  echo "$example: $pages pages, the same text three times"
done
