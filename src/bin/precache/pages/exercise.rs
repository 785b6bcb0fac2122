//! The page of one exercise: all that the app shows of it, as text and two pictures.

use std::fmt::Write;

use soepel::{
    app::view::{
        exercise::{DoseLine, Source, dose_lines, sessions_with},
        things,
    },
    content::{
        catalogue,
        phrases::{Phrase, common, exercise as words, pages, today},
    },
    domain::{
        body::Side,
        dose::Dose,
        exercise::{Condition, Exercise, ExerciseId, Variant},
        figure::{
            Pose,
            drawing::{Depth, Drawing, frame},
        },
        text::{Bilingual, Language},
    },
    route::Route,
};

use super::{
    Written, exercise_path,
    html::{About, Page, capitalised, escaped},
    sources,
};

pub(super) fn write(exercise: &Exercise, language: Language, address: Option<&str>) -> Written {
    let [dutch, english] = Language::ALL.map(|one| exercise_path(&exercise.id, one));
    let path = if language == Language::Dutch { &dutch } else { &english };
    let mut page = Page::new(language, path);
    let name = page.read(&exercise.plain_name).to_owned();
    let technical = page.read(&exercise.technical_name).to_owned();
    page.heading(1, &name);
    page.note(&technical);
    let route = Route::Exercise(exercise.id.clone()).path();
    let href = page.href(&format!("#{route}"));
    let open = escaped(page.say(pages::OPEN_EXERCISE));
    page.put(&format!("<p><a href=\"{href}\">{open}</a></p>\n"));
    pictures(&mut page, exercise);
    facts(&mut page, exercise);
    how(&mut page, exercise);
    cautions(&mut page, exercise);
    for (title, ways) in [(words::EASIER, &exercise.easier), (words::HARDER, &exercise.harder)] {
        variants(&mut page, title, ways);
    }
    doses(&mut page, exercise);
    body(&mut page, exercise);
    sessions(&mut page, exercise);
    page.heading(2, page.say(words::ORIGIN));
    page.paragraph(&capitalised(page.say(things::origin(exercise.origin))));
    let rules = sources::links(&page, &exercise.rules);
    page.put(&rules);
    let why = page.read(&exercise.why).to_owned();
    let title = if name == technical { name } else { format!("{name} ({technical})") };
    let about = About {
        title: &title,
        description: &why,
        paths: [&dutch, &english],
        route: &route,
        address,
    };
    (path.clone(), page.finish(&about))
}

/// The first and the last pose, each with its words under it.
fn pictures(page: &mut Page, exercise: &Exercise) {
    let side = exercise.unilateral.then_some(Side::Right);
    let drawings = frame(&exercise.poses, side);
    let last = drawings.len().saturating_sub(1);
    let ends = drawings.iter().zip(&exercise.poses).enumerate();
    let shown: String = ends
        .filter(|(index, _)| [0, last].contains(index))
        .map(|(_, (drawing, pose))| picture(page, drawing, pose))
        .collect();
    if !shown.is_empty() {
        page.put(&format!("<div class=\"pictures\">\n{shown}</div>\n"));
    }
}

/// The words under it say what it shows, so it is passed over when the page is read out.
fn picture(page: &Page, drawing: &Drawing, pose: &Pose) -> String {
    let Drawing { width, height, shapes, .. } = drawing;
    let mut marks = format!(
        "<figure>\n<svg class=\"figure\" viewBox=\"0 0 {width} {height}\" aria-hidden=\"true\">"
    );
    for shape in shapes {
        let far = if shape.depth == Depth::Far { " figure__shape--far" } else { "" };
        let (role, path) = (shape.role.name(), shape.path());
        _ = write!(
            marks,
            "<path class=\"figure__shape figure__shape--{role}{far}\" d=\"{path}\"/>"
        );
    }
    _ = write!(marks, "</svg>\n<figcaption>{}</figcaption>\n</figure>\n", told(page, &pose.label));
    marks
}

fn facts(page: &mut Page, exercise: &Exercise) {
    let kit: Vec<&str> =
        exercise.equipment.iter().map(|&one| page.say(things::equipment(one))).collect();
    let needs = if kit.is_empty() {
        page.say(today::NEEDS_NOTHING).to_owned()
    } else {
        format!("{}: {}", page.say(words::KIT), kit.join(", "))
    };
    let level = common::LEVEL.fill(page.language, &[("n", &exercise.level.to_string())]);
    page.list("ul", &[page.say(things::position(exercise.position)), &level, &needs]);
}

fn how(page: &mut Page, exercise: &Exercise) {
    let language = page.language;
    page.heading(2, page.say(words::WHY));
    page.paragraph(exercise.why.read(language));
    page.titled_list(words::STEPS, "ol", &all(&exercise.steps, language));
    for (title, text) in [
        (words::FEEL, &exercise.feel),
        (words::NOT_FEEL, &exercise.not_feel),
        (words::BREATHING, &exercise.breathing),
    ] {
        page.heading(2, page.say(title));
        page.paragraph(text.read(language));
    }
    page.titled_list(words::CUES, "ul", &all(&exercise.cues, language));
    page.titled_list(words::MISTAKES, "ul", &all(&exercise.mistakes, language));
    let wanted: Vec<&str> =
        exercise.prerequisites.iter().map(|wanted| wanted.text.read(language)).collect();
    page.titled_list(words::PREREQUISITES, "ul", &wanted);
}

fn cautions(page: &mut Page, exercise: &Exercise) {
    if exercise.skip_if.is_empty() && exercise.adapt_if.is_empty() {
        return;
    }
    let language = page.language;
    page.heading(2, page.say(words::CAUTIONS));
    if !exercise.skip_if.is_empty() {
        page.heading(3, page.say(words::SKIP_TITLE));
        let skips: Vec<&str> =
            exercise.skip_if.iter().map(|&one| condition(one, language)).collect();
        page.list("ul", &skips);
    }
    if !exercise.adapt_if.is_empty() {
        page.heading(3, page.say(words::ADAPT_TITLE));
        let adaptations: Vec<(String, String)> = exercise
            .adapt_if
            .iter()
            .map(|one| {
                let swap = one.swap.as_ref().map(|id| link(page, id)).unwrap_or_default();
                let text = format!("{}{swap}", told(page, &one.text));
                (condition(one.condition, language).to_owned(), text)
            })
            .collect();
        page.terms(&adaptations);
    }
}

fn condition(condition: Condition, language: Language) -> &'static str {
    let known = catalogue().conditions.iter().find(|text| text.condition == condition);
    known.map_or("", |known| known.text.read(language))
}

fn link(page: &Page, id: &ExerciseId) -> String {
    let Some(other) = catalogue().exercise(id) else { return String::new() };
    let name = page.read(&other.plain_name);
    let href = page.href(&exercise_path(id, page.language));
    let says = words::INSTEAD.fill(page.language, &[("name", name)]);
    format!(" <a href=\"{href}\">{}</a>", escaped(&says))
}

fn variants(page: &mut Page, title: Phrase, ways: &[Variant]) {
    if ways.is_empty() {
        return;
    }
    page.heading(2, page.say(title));
    let terms: Vec<(String, String)> =
        ways.iter().map(|way| (page.read(&way.name).to_owned(), told(page, &way.change))).collect();
    page.terms(&terms);
}

fn doses(page: &mut Page, exercise: &Exercise) {
    page.heading(2, page.say(words::DOSES));
    for dose in &exercise.doses {
        page.heading(3, page.say(things::mode(dose.protocol.mode())));
        page.note(page.say(things::sides(dose.sides)));
        let lines: Vec<(String, String)> =
            dose_lines(dose).into_iter().map(|line| number(page, &line)).collect();
        page.terms(&lines);
        rules_of(page, dose);
    }
}

fn rules_of(page: &mut Page, dose: &Dose) {
    for (title, ids) in
        [(words::DOSE_RULES, &dose.rules), (words::DOSE_REFERENCES, &dose.references)]
    {
        if !ids.is_empty() {
            page.note(page.say(title));
            let links = sources::links(page, ids);
            page.put(&links);
        }
    }
}

/// A number with its bounds, and for each who says so.
fn number(page: &Page, line: &DoseLine) -> (String, String) {
    let (language, unit) = (page.language, line.number.unit());
    let mut marks = Vec::new();
    if let Some(value) = &line.value {
        marks.push((things::amount(value.value, unit, language), &value.source));
    }
    if let Some(bounds) = &line.bounds {
        let range = things::range(bounds.value, unit, language);
        let text = match line.value {
            Some(_) => words::MAY_BE.fill(language, &[("range", &range)]),
            None => range,
        };
        marks.push((text, &bounds.source));
    }
    let marks: Vec<String> = marks
        .into_iter()
        .map(|(text, source)| format!("{} ({})", escaped(&text), said_by(page, source)))
        .collect();
    (page.say(things::dose_number(line.number)).to_owned(), marks.join(", "))
}

fn said_by(page: &Page, source: &Source) -> String {
    match source {
        Source::Rule(id) => sources::link(page, id),
        Source::Ours | Source::Advised => escaped(page.say(common::OURS)),
    }
}

fn body(page: &mut Page, exercise: &Exercise) {
    let joined = |texts: Vec<&str>| escaped(&texts.join(", "));
    let muscles: Vec<&str> =
        exercise.muscles.iter().map(|&one| page.say(things::muscle(one))).collect();
    let movements: Vec<&str> =
        exercise.movements.iter().map(|&one| page.say(things::movement(one))).collect();
    let handy: Vec<&str> =
        exercise.optional_equipment.iter().map(|&one| page.say(things::equipment(one))).collect();
    let terms: Vec<(String, String)> =
        [(words::MUSCLES, muscles), (words::MOVEMENTS, movements), (words::KIT_OPTIONAL, handy)]
            .into_iter()
            .filter(|(_, texts)| !texts.is_empty())
            .map(|(title, texts)| (page.say(title).to_owned(), joined(texts)))
            .collect();
    if !terms.is_empty() {
        page.heading(2, page.say(words::BODY));
        page.terms(&terms);
    }
}

fn sessions(page: &mut Page, exercise: &Exercise) {
    let sessions: Vec<String> = sessions_with(catalogue(), &exercise.id)
        .into_iter()
        .map(|(programme, session)| {
            format!("{}, {}", page.read(&session.name), page.read(&programme.plain_name))
        })
        .collect();
    let sessions: Vec<&str> = sessions.iter().map(String::as_str).collect();
    page.titled_list(words::SESSIONS, "ul", &sessions);
}

fn all(texts: &[Bilingual], language: Language) -> Vec<&str> {
    texts.iter().map(|text| text.read(language)).collect()
}

fn told(page: &Page, text: &Bilingual) -> String {
    escaped(page.read(text))
}
