//! A Typst command in place of Typst in the process: the same files, so the same text.

use std::io::ErrorKind;
use std::path::Path;
use std::process::Command;

use super::bundle::{Bundle, FONTS, MAIN};
use super::workshop::Workshop;
use super::{Failure, Pdf, unkept};

/// Runs `typst compile` on the bundle, in a folder of its own.
pub fn compile_with(command: &Path, bundle: &Bundle) -> Result<Pdf, Failure> {
    let workshop = Workshop::open(|folder| bundle.write(folder, |path, bytes| std::fs::write(path, bytes)))
        .map_err(|error| Failure::Io(std::env::temp_dir().display().to_string(), error))?;
    let mut warnings: Vec<_> = bundle.warning.iter().cloned().collect();
    let mut kept = bundle.standards;
    let bytes = loop {
        match run(command, &workshop, kept)? {
            Ok(bytes) => break bytes,
            // A document that a standard refuses is still a document.
            Err(refusal) if kept.iter().any(|(_, name)| refusal.contains(name)) => {
                let Some((last, others)) = kept.split_last() else { return Err(Failure::Typst(refusal)) };
                warnings.push(unkept(last.1, first_line(&refusal)));
                kept = others;
            }
            Err(refusal) => return Err(Failure::Typst(refusal)),
        }
    };
    Ok(Pdf { pages: pages(&bytes), bytes, warnings })
}

/// One run of the command. Out: the PDF, or what it said.
fn run(command: &Path, workshop: &Workshop, standards: &[(&str, &str)]) -> Result<Result<Vec<u8>, String>, Failure> {
    let folder = workshop.path();
    let out = folder.join("out.pdf");
    let mut typst = Command::new(command);
    typst.arg("compile").arg("--root").arg(folder).arg("--font-path").arg(folder.join(FONTS)).arg("--ignore-system-fonts");
    if !standards.is_empty() {
        let names: Vec<&str> = standards.iter().map(|(name, _)| *name).collect();
        typst.arg("--pdf-standard").arg(names.join(","));
    }
    typst.arg(folder.join(MAIN)).arg(&out).env("NO_COLOR", "1");
    let (status, said) = workshop.run(&mut typst).map_err(|error| Failure::Io(command.display().to_string(), error))?;
    if !status.success() {
        return Ok(Err(String::from_utf8_lossy(&said).trim().to_owned()));
    }
    match std::fs::read(&out) {
        Ok(bytes) if bytes.starts_with(b"%PDF-") => Ok(Ok(bytes)),
        Ok(_) => Err(Failure::Nothing),
        Err(error) if error.kind() == ErrorKind::NotFound => Err(Failure::Nothing),
        Err(error) => Err(Failure::Io(out.display().to_string(), error)),
    }
}

fn first_line(text: &str) -> &str {
    text.lines().find(|line| line.contains("PDF/")).unwrap_or("").trim()
}

/// The number of pages, from the page tree's root where it stands in clear.
fn pages(pdf: &[u8]) -> Option<usize> {
    let text = String::from_utf8_lossy(pdf);
    let counts = text.match_indices("/Type /Pages").chain(text.match_indices("/Type/Pages")).filter_map(|(at, _)| {
        let object = &text[at..text[at..].find("endobj").map_or(text.len(), |end| at + end)];
        let count = object.split("/Count").nth(1)?.trim_start();
        count.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
    });
    counts.max()
}

#[cfg(test)]
mod tests {
    #[test]
    fn pages_are_counted_from_the_root_of_their_tree() {
        let pdf = b"1 0 obj\n<<\n  /Type /Pages\n  /Count 12\n  /Kids []\n>>\nendobj\n2 0 obj\n<</Type/Pages/Count 3>>\nendobj";
        assert_eq!(super::pages(pdf), Some(12));
        assert_eq!(super::pages(b"%PDF"), None);
    }
}
