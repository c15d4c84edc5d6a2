//! What is drawn: every label stands whole and none on another, few lines cross, and texts of a plan stay texts in every form.

use serde_json::Value;
use strategy::analysis::{Analysis, analyse};
use strategy::document::{Form, Wish, calendar_svg, document, graph, graph_svg};
use strategy::figure::{Edge, crossings};
use strategy::load::{Disk, Memory};
use strategy::sample::sample;

use super::support::{files_below, stderr, stdout, strategy, top};

fn on_disk(name: &str) -> Analysis {
    analyse(&Disk::new().expect("a working folder"), &top().join(name))
}

/// Every figure of a document, wherever it stands.
fn figures<'a>(data: &'a Value, out: &mut Vec<&'a Value>) {
    match data {
        Value::Object(fields) if fields.contains_key("shapes") => out.push(data),
        Value::Object(fields) => fields.values().for_each(|field| figures(field, out)),
        Value::Array(items) => items.iter().for_each(|item| figures(item, out)),
        _ => {}
    }
}

/// Of a text: left, top, right, bottom.
fn place(text: &Value) -> [f64; 4] {
    let number = |key: &str| text[key].as_f64().expect("a number");
    let (x, y, w, size) = (number("x"), number("y"), number("w"), number("size") * 0.3528);
    let left = match text["side"].as_str() {
        Some("middle") => x - w / 2.0,
        Some("end") => x - w,
        _ => x,
    };
    [left, y - 0.73 * size, left + w, y]
}

/// Texts on top of each other, and those that leave the drawing.
fn wrong_in(figure: &Value) -> Vec<String> {
    let texts: Vec<(&str, [f64; 4])> = figure["shapes"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|shape| Some((shape["text"].as_str()?, place(shape))))
        .filter(|(text, _)| !text.is_empty())
        .collect();
    let (width, height) = (figure["width"].as_f64().expect("a width"), figure["height"].as_f64().expect("a height"));
    let mut wrong = Vec::new();
    for (at, (text, a)) in texts.iter().enumerate() {
        if a[0] < -0.5 || a[2] > width + 1.5 || a[1] < -0.5 || a[3] > height + 0.5 {
            wrong.push(format!("{text:?} leaves the drawing"));
        }
        for (other, b) in &texts[..at] {
            let (over, down) = (a[2].min(b[2]) - a[0].max(b[0]), a[3].min(b[3]) - a[1].max(b[1]));
            if over > 0.3 && down > 0.3 {
                wrong.push(format!("{text:?} lies on {other:?}"));
            }
        }
    }
    wrong
}

fn all_wrong(name: &str, analysis: &Analysis) -> (usize, Vec<String>) {
    let data =
        serde_json::to_value(document(analysis, &Wish { date: jiff::civil::date(2028, 6, 1).into(), ..Wish::default() })).expect("data");
    let mut all = Vec::new();
    figures(&data, &mut all);
    let wrong = all.iter().flat_map(|figure| wrong_in(figure)).map(|what| format!("{name}: {what}")).collect();
    (all.len(), wrong)
}

#[test]
fn labels_stand_whole_and_apart() {
    let mut plans: Vec<String> = vec!["examples/montreval/plan.dsl".into(), "examples/bretagne/plan.dsl".into()];
    let real = files_below(&top().join("examples/real"), "dsl").into_iter().filter(|path| path.ends_with("plan.dsl"));
    plans.extend(real.map(|path| path.to_string_lossy().into_owned()));
    let (mut count, mut wrong) = (0, Vec::new());
    for plan in &plans {
        let (figures, more) = all_wrong(plan, &on_disk(plan));
        count += figures;
        wrong.extend(more);
    }
    let sample = sample(120, 3);
    let (figures, more) = all_wrong("120 goals", &analyse(&Memory::new(sample.files()), Memory::root()));
    wrong.extend(more);
    assert!(count + figures > 100, "{count} figures");
    assert!(wrong.is_empty(), "{} labels:\n{}", wrong.len(), wrong[..wrong.len().min(20)].join("\n"));
}

/// Many milestones in one row, many years, a long word: what is hard to draw.
#[test]
fn labels_of_a_plan_that_is_hard_to_draw_stand_apart() {
    let milestones: String = (0..80).map(|at| format!("    milestone m{at} \"M{at}\" on 2028-{:02}\n", at % 12 + 1)).collect();
    let word = "anticonstitutionnellement".repeat(8);
    let text = format!(
        "strategy \"S\" {{\n  period 2000 .. 2050\n}}\naxis x \"{word}\" {{\n  goal a \"{word}\" {{\n    period 2027 .. 2030\n    budget {{\n      operating 2000 .. 2050: 1 234 567 €\n    }}\n{milestones}  }}\n  goal b \"B\" {{\n    depends on a\n    duration 2 years\n  }}\n}}\n"
    );
    let (count, wrong) = all_wrong("hard", &analyse(&Memory::one(text), Memory::root()));
    assert!(count > 3 && wrong.is_empty(), "{count}: {wrong:?}");
}

#[test]
fn the_check_of_labels_sees_a_fault() {
    let text = |text: &str, x: f64| serde_json::json!({ "text": text, "x": x, "y": 5.0, "w": 10.0, "size": 8.0, "side": "start" });
    let figure = |x: f64| serde_json::json!({ "width": 30.0, "height": 10.0, "shapes": [text("un", 0.0), text("deux", x)] });
    assert!(wrong_in(&figure(12.0)).is_empty());
    assert_eq!(wrong_in(&figure(5.0)).len(), 1, "one lies on the other");
    assert_eq!(wrong_in(&figure(25.0)).len(), 1, "one leaves the drawing");
}

/// The prototype of the design, made for this plan alone, has 15.
#[test]
fn few_lines_cross() {
    let told: Value = serde_json::from_str(&graph(&on_disk("examples/montreval/plan.dsl"), Form::Json)).expect("JSON");
    let number = |value: &Value| value.as_str().expect("a number").to_owned();
    let nodes: Vec<String> = told["nodes"].as_array().expect("nodes").iter().map(|node| number(&node["number"])).collect();
    let at = |value: &Value| nodes.iter().position(|node| *node == number(value)).expect("a node");
    let mut edges: Vec<Edge> = Vec::new();
    for edge in told["edges"].as_array().expect("edges") {
        let edge = Edge { from: at(&edge["from"]), to: at(&edge["to"]), soft: edge["awaits"] == "start" };
        if !edges.iter().any(|known| (known.from, known.to) == (edge.from, edge.to)) {
            edges.push(edge);
        }
    }
    assert!(edges.len() > 40, "{}", edges.len());
    let crossed = crossings(nodes.len(), &edges);
    assert!(crossed <= 16, "{crossed} crossings");
}

const HOSTILE: &str = "<script>alert(1)</script> & \"guillemets\" #panic() \\n [x]|y| ]]>";

#[test]
fn a_title_stays_a_text_in_every_form() {
    let title = HOSTILE.replace('"', "\\\"");
    let text = format!(
        "strategy \"S\" {{\n  period 2027 .. 2028\n}}\naxis x \"X\" {{\n  goal a \"{title}\" {{\n    period 2027\n  }}\n  goal b \"B\" {{\n    period 2028\n    depends on a\n  }}\n}}\n"
    );
    let analysis = analyse(&Memory::one(text), Memory::root());
    let drawn = [graph_svg(&analysis).expect("a graph"), calendar_svg(&analysis, None).expect("a calendar")];
    for svg in &drawn {
        assert!(!svg.contains("<script"), "{svg}");
        assert!(svg.contains("&lt;script&gt;") && svg.starts_with("<svg ") && svg.ends_with("</svg>\n"));
        // Each `&` begins an entity.
        let broken = svg.split('&').skip(1).find(|rest| !["amp;", "lt;", "gt;", "quot;"].iter().any(|entity| rest.starts_with(entity)));
        assert_eq!(broken, None);
        assert_eq!(svg.matches("<text").count(), svg.matches("</text>").count());
    }
    let mermaid = graph(&analysis, Form::Mermaid);
    assert!(mermaid.lines().nth(1).is_some_and(|line| line.matches('"').count() == 2 && !line.contains('<')), "{mermaid}");
    let dot = graph(&analysis, Form::Dot);
    let line = dot.lines().find(|line| line.contains("guillemets")).expect("its node");
    assert_eq!(line.replace("\\\\", "").replace("\\\"", "").matches('"').count(), 4, "{line}");
}

#[test]
fn the_commands_draw() {
    for (arguments, begins) in [
        (&["graph", "examples/montreval"][..], "<svg "),
        (&["graph", "examples/montreval", "--format", "dot"], "digraph strategy {"),
        (&["graph", "examples/montreval", "--format", "mermaid"], "flowchart LR"),
        (&["graph", "examples/montreval", "--format", "json"], "{"),
        (&["show", "schedule", "examples/montreval", "--format", "svg"], "<svg "),
    ] {
        let output = strategy(&top(), arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", stderr(&output));
        assert!(stdout(&output).starts_with(begins), "{arguments:?}");
    }
    let refused = strategy(&top(), &["show", "load", "examples/montreval", "--format", "svg"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(stderr(&refused).contains("show schedule --format svg"), "{}", stderr(&refused));
}
