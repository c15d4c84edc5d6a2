//! What an author chooses of the documents' look: a colour that can be read, a picture that is told, files of the plan's own folder.

use std::path::Path;

use super::Facts;
use crate::diagnostic::{Diagnostic, Say, rules};
use crate::language::concepts::layout::{self, logo};
use crate::language::{Concept, Key, Text};
use crate::plan::Entity;
use crate::say;

/// What the colour of titles and lines has to reach against white.
const CONTRAST: f64 = 7.0;

/// The forms of a picture.
const PICTURES: [&str; 2] = ["svg", "png"];

pub fn check(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    for of in facts.plan.all(Concept::Layout) {
        let mut refused_in = |holder: Entity<'_>, key: Key<Text>, what: Say, help: Say| {
            let span = holder.seen(key.at).map_or(holder.keyword(), |seen| seen.span());
            out.push(Diagnostic::new(&rules::LOOK_REFUSED, span, what, help));
        };
        if let Some(written) = of.text(layout::ACCENT) {
            match contrast(&written) {
                Some(contrast) if contrast >= CONTRAST => {}
                Some(contrast) => {
                    let reached = format!("{contrast:.1}");
                    refused_in(
                        of,
                        layout::ACCENT,
                        say!("« {written} » est trop pâle : contraste de {reached} sur du blanc, il en faut 7."; "\"{written}\" is too pale: a contrast of {reached} on white, where 7 is due.", written = written.to_string(), reached = reached),
                        say!("Choisissez un ton plus sombre ; en attendant, la couleur habituelle est imprimée."; "Choose a darker shade; until then the usual colour is printed."),
                    );
                }
                None => refused_in(
                    of,
                    layout::ACCENT,
                    say!("« {written} » n'est pas une couleur."; "\"{written}\" is no colour.", written = written.to_string()),
                    say!("Écrivez un dièse et six chiffres, comme `\"#5b1f3d\"`."; "Write a number sign and six digits, as `\"#5b1f3d\"`."),
                ),
            }
        }
        if let Some(logo) = of.all(Concept::Logo).next()
            && let Some(file) = logo.text(logo::FILE)
        {
            let mut refused = |what: Say, help: Say| refused_in(logo, logo::FILE, what, help);
            if !is_picture(&file) {
                refused(
                    say!("« {file} » n'est pas une image du dossier du plan."; "\"{file}\" is no picture of the plan's folder.", file = file.to_string()),
                    say!("Donnez un fichier .svg ou .png à côté du plan, sans `..`."; "Give a .svg or .png file beside the plan, without `..`."),
                );
            } else if logo.text(logo::MEANS).is_none_or(|means| means.trim().is_empty()) {
                refused(
                    say!("Rien ne dit ce que montre « {file} »."; "Nothing says what \"{file}\" shows.", file = file.to_string()),
                    say!("Ouvrez un bloc derrière lui, avec une ligne `représente \"Armes de la ville\"` : c'est ce qu'entend qui ne voit pas l'image."; "Open a block behind it, with a line `means \"Arms of the town\"`: it is what somebody hears who does not see it."),
                );
            }
        }
        if let Some(folder) = of.text(layout::TEMPLATE).filter(|folder| !is_within(folder)) {
            refused_in(
                of,
                layout::TEMPLATE,
                say!("« {folder} » n'est pas un dossier du plan."; "\"{folder}\" is no folder of the plan's.", folder = folder.to_string()),
                say!("Donnez un dossier à côté du plan, sans `..`."; "Give a folder beside the plan, without `..`."),
            );
        }
    }
}

/// The colour of titles and lines, where it is one that can be read.
pub fn accent(of: Entity<'_>) -> Option<String> {
    let readable = |written: &str| contrast(written).is_some_and(|contrast| contrast >= CONTRAST);
    of.text(layout::ACCENT).filter(|written| readable(written)).map(|written| written.to_ascii_lowercase())
}

/// The picture of the cover and what it shows, where both are right.
pub fn logo(of: Entity<'_>) -> Option<(String, String)> {
    let logo = of.all(Concept::Logo).next()?;
    let (file, means) = (logo.text(logo::FILE)?, logo.text(logo::MEANS)?);
    (is_picture(&file) && !means.trim().is_empty()).then(|| (file.into_owned(), means.into_owned()))
}

/// The folder of the authority's own template, where it is one of the plan's.
pub fn template(of: Entity<'_>) -> Option<String> {
    of.text(layout::TEMPLATE).filter(|folder| is_within(folder)).map(|folder| folder.into_owned())
}

/// A picture of the plan's folder, by its name.
fn is_picture(file: &str) -> bool {
    let form = Path::new(file).extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
    form.is_some_and(|form| PICTURES.contains(&form.as_str())) && is_within(file)
}

/// Below the plan's folder, as it is written.
fn is_within(path: &str) -> bool {
    let parts = Path::new(path).components();
    !path.trim().is_empty() && !path.contains('\\') && parts.into_iter().all(|part| matches!(part, std::path::Component::Normal(_)))
}

/// Of a colour `#rrggbb` against white, from 1 to 21 (WCAG 2.2, relative luminance).
fn contrast(written: &str) -> Option<f64> {
    let digits = written.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.chars().all(|c| c.is_ascii_hexdigit()))?;
    let value = u32::from_str_radix(digits, 16).ok()?;
    let linear = |shift: u32| {
        let part = f64::from(value >> shift & 0xff) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let luminance = 0.212_6 * linear(16) + 0.715_2 * linear(8) + 0.072_2 * linear(0);
    Some(1.05 / (luminance + 0.05))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing::{found, plan};

    #[test]
    fn flags_and_passes() {
        let count = |body: &str| found(&plan(&format!("document strategy {{\n{body}\n}}\n")), "look-refused").len();
        assert_eq!(count("accent \"#5b1f3d\""), 0);
        assert_eq!(count("accent \"#ffcc00\""), 1, "too pale");
        assert_eq!(count("accent \"bordeaux\""), 1, "no colour");
        assert_eq!(count("logo \"armes.svg\" {\nmeans \"Armes\"\n}"), 0);
        assert_eq!(count("logo \"armes.svg\""), 1, "nobody is told what it shows");
        assert_eq!(count("logo \"../armes.svg\" {\nmeans \"Armes\"\n}"), 1, "outside the plan");
        assert_eq!(count("logo \"armes.pdf\" {\nmeans \"Armes\"\n}"), 1);
        assert_eq!(count("template \"gabarit\""), 0);
        assert_eq!(count("template \"/etc\""), 1);
    }

    #[test]
    fn contrasts_are_those_of_the_recommendation() {
        let near = |written: &str, wanted: f64| (contrast(written).expect("a colour") - wanted).abs() < 0.05;
        assert!(near("#ffffff", 1.0) && near("#000000", 21.0) && near("#767676", 4.54) && near("#17365d", 12.19));
    }
}
