//! Writes every figure as a page of drawings, for `npm run figures`: `figures/index.html`.

use std::{fmt::Write, fs, io, path::Path};

use soepel::{
    content,
    domain::{
        body::Side,
        exercise::Exercise,
        figure::{
            Pose,
            drawing::{Depth, Drawing, frame},
        },
    },
};

fn main() -> io::Result<()> {
    let mut body = String::new();
    for exercise in &content::catalogue().exercises {
        body += &section(exercise.id.as_str(), &exercise.plain_name.dutch, exercise, None);
        for variant in exercise.variants().filter(|variant| !variant.poses.is_empty()) {
            let id = format!("{}.{}", exercise.id.as_str(), variant.id);
            let name = format!("{}: {}", exercise.plain_name.dutch, variant.name.dutch);
            body += &section(&id, &name, exercise, Some(&variant.id));
        }
    }
    let mut styles = String::new();
    for sheet in ["tokens.css", "components/figure.css"] {
        styles += &fs::read_to_string(Path::new("src/style").join(sheet))?;
    }
    let own = include_str!("figures.css");
    let page = format!(
        "<!doctype html><meta charset=utf-8><title>Figures</title><style>{styles}{own}</style>{body}"
    );
    fs::create_dir_all("figures")?;
    fs::write("figures/index.html", page)
}

/// Large as most people see it, and smaller from the other side and in the dark.
fn section(id: &str, name: &str, exercise: &Exercise, variant: Option<&str>) -> String {
    let poses = exercise.poses_of(variant);
    let side = |side| exercise.unilateral.then_some(side);
    let (right, left) = (side(Side::Right), side(Side::Left));
    let looks = [
        ("large", "light", right),
        ("small", "light", left),
        ("small", "dark", right),
        ("small", "dark", left),
    ];
    let mut rows = String::new();
    for (size, theme, side) in looks {
        _ = write!(rows, "<div class='row {size}' data-theme={theme}>");
        for (drawing, pose) in frame(poses, side).iter().zip(poses) {
            rows += &figure(drawing, pose, size == "large");
        }
        rows += "</div>";
    }
    format!("<section id='{id}'><h2>{name} <small>{id}</small></h2>{rows}</section>")
}

fn figure(drawing: &Drawing, pose: &Pose, told: bool) -> String {
    let Drawing { width, height, shapes, .. } = drawing;
    let mut svg = format!("<figure><svg class=figure viewBox='0 0 {width} {height}'>");
    for shape in shapes {
        let far = if shape.depth == Depth::Far { " figure__shape--far" } else { "" };
        let role = shape.role.name();
        let path = shape.path();
        _ = write!(svg, "<path class='figure__shape figure__shape--{role}{far}' d='{path}'/>");
    }
    svg += "</svg>";
    if told {
        let Pose { id, label, .. } = pose;
        _ = write!(svg, "<figcaption>{id}: {}<br>{}</figcaption>", label.dutch, label.english);
    }
    svg + "</figure>"
}
