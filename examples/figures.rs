//! Writes every figure as a page of drawings, for `npm run figures`: `figures/index.html`. With
//! `--film` each is a strip of moments on its way instead of its poses.

use std::{env, fmt::Write, fs, io, path::Path};

use soepel::{
    content,
    domain::{
        body::Side,
        exercise::Exercise,
        figure::{
            Pose,
            course::Scene,
            drawing::{Depth, Drawing, frame},
            film::Path as Course,
            moving::{Manner, Moving},
        },
    },
};

/// How many moments a strip shows; twice as many where the way is long.
const MOMENTS: u8 = 7;

fn main() -> io::Result<()> {
    let film = env::args().any(|argument| argument == "--film");
    let section = if film { strip } else { section };
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
            let Pose { id, label, .. } = pose;
            let told = format!("{id}: {}<br>{}", label.dutch, label.english);
            rows += &figure(drawing, if size == "large" { &told } else { "" });
        }
        rows += "</div>";
    }
    format!("<section id='{id}'><h2>{name} <small>{id}</small></h2>{rows}</section>")
}

/// The way from the first pose to where it turns round or begins anew, in equal steps.
fn strip(id: &str, name: &str, exercise: &Exercise, variant: Option<&str>) -> String {
    let poses = exercise.poses_of(variant);
    let dose = &exercise.doses[0];
    let manner = Manner::new(poses, dose.protocol.mode(), dose.sides);
    let Some(moving) = Moving::new(poses, &exercise.muscles, manner) else { return String::new() };
    let way = moving.way();
    let legs = if way.path == Course::There { way.end } else { way.legs };
    let steps = if legs > 2.0 { 2 * MOMENTS } else { MOMENTS };
    let mut row = String::new();
    for step in 0..steps {
        let u = legs * f32::from(step) / f32::from(steps - 1);
        let scene = Scene { u, moves: true, ..Scene::default() };
        let drawing = moving.draw(&scene, exercise.unilateral.then_some(Side::Right));
        row += &figure(&drawing, &format!("{u:.2}"));
    }
    let path = way.path;
    format!(
        "<section id='{id}'><h2>{name} <small>{id}, {path:?}</small></h2>\
         <div class='row film' data-theme=light>{row}</div></section>"
    )
}

fn figure(drawing: &Drawing, told: &str) -> String {
    let Drawing { width, height, shapes, .. } = drawing;
    let mut svg = format!("<figure><svg class=figure viewBox='0 0 {width} {height}'>");
    // A figure that moves keeps room for what does not show at this moment.
    for shape in shapes.iter().filter(|shape| !shape.bands.is_empty()) {
        let far = if shape.depth == Depth::Far { " figure__shape--far" } else { "" };
        let role = shape.role.name();
        let path = shape.path();
        _ = write!(svg, "<path class='figure__shape figure__shape--{role}{far}' d='{path}'/>");
    }
    svg += "</svg>";
    if !told.is_empty() {
        _ = write!(svg, "<figcaption>{told}</figcaption>");
    }
    svg + "</figure>"
}
