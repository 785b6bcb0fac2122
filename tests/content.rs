//! The shipped content is whole, and the linter says what is wrong with content that is not.

use serde_json::{Value, json};
use soepel::{
    content::{self, Problem},
    domain::{
        catalogue::Catalogue,
        dose::Mode,
        exercise::{Condition, ExerciseId},
        programme::SessionOutline,
        screening::QuestionLevel,
    },
};

const EMBEDDED: &str = include_str!(concat!(env!("OUT_DIR"), "/catalogue.json"));

#[test]
fn the_shipped_content_has_no_problems() {
    let (_, problems) = content::load();
    let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(said.is_empty(), "{}", said.join("\n"));
}

#[test]
fn nothing_got_lost_on_the_way_in() {
    let catalogue = content::catalogue();
    assert_eq!(catalogue.exercises.len(), 42);
    assert_eq!(catalogue.programmes.len(), 7);
    assert_eq!(sessions(catalogue).count(), 32);
    assert_eq!(catalogue.ladders.len(), 49);
    let lines = "36 lines, both ways of a repetition, five of the self-tests, and 20 of our own";
    assert_eq!(catalogue.voice.len(), 38 + 5 + 20, "{lines}");
    assert_eq!(catalogue.conditions.len(), 28);
    assert_eq!(catalogue.questions.len(), 28);
    assert_eq!(catalogue.daily_questions.len(), 6);
}

#[test]
fn the_groin_question_is_red_only_for_new_pain_with_a_second_sign() {
    let questions = &content::catalogue().questions;
    let question = questions.iter().find(|question| question.id == "S12").expect("S12 is asked");
    let narrowing = question.narrowing.as_ref().expect("S12 asks on");
    assert_eq!(question.level, QuestionLevel::RedUrgent);
    assert_eq!(narrowing.otherwise, QuestionLevel::Amber);
    assert_eq!((narrowing.all_of.len(), narrowing.one_of.len()), (1, 3));
}

#[test]
fn all_of_the_gentle_programme_can_be_done_off_the_floor() {
    let catalogue = content::catalogue();
    let gentle = catalogue.programmes.iter().find(|programme| programme.id.0 == "P7");
    for block in gentle.expect("P7 exists").sessions.iter().flat_map(|session| &session.blocks) {
        let exercise = catalogue.exercise(&block.exercise).expect("names resolve");
        assert!(
            !exercise.skip_if.contains(&Condition::NoFloor),
            "{} would leave a hole",
            exercise.id.as_str()
        );
    }
    let bridge = catalogue.exercise(&id("glute-bridge")).expect("it exists");
    let off_floor = bridge.adapt_if.iter().find(|one| one.condition == Condition::NoFloor);
    assert_eq!(off_floor.and_then(|one| one.swap.clone()), Some(id("sit-to-stand")));
}

#[test]
fn each_number_says_where_it_comes_from() {
    let stretch = content::catalogue().exercise(&id("quad-stretch-prone")).expect("it exists");
    let source = |mode, name: &str| {
        stretch.dose(mode).and_then(|dose| dose.sources.get(name)).map(String::as_str)
    };
    assert_eq!(source(Mode::Static, "reps"), Some("R0.17"));
    assert_eq!(source(Mode::Static, "hold_s"), Some("X1"));
    assert_eq!(source(Mode::Static, "hold_s_bounds"), Some("R0.16"));
    assert_eq!(source(Mode::Static, "senior_hold_s"), Some("R0.18"));
    assert_eq!(source(Mode::Static, "rest_s"), Some("X2"));
    assert_eq!(source(Mode::PnfSelf, "contract_s"), Some("R0.24"));
    assert_eq!(source(Mode::PnfSelf, "find_s"), Some("ours"));
}

/// One mistake a row: the file, where in it, what stands there now (nothing: it is missing), and
/// what the cure must say.
#[test]
fn every_kind_of_mistake_is_told_with_its_file_and_its_cure() {
    let superman = "exercises/superman";
    let stretch = "exercises/quad-stretch-prone";
    let basics = "programmes/hips-low-back-basics";
    let runners = "programmes/runners-hip-strength";
    let empty = Value::Null;
    let rows = [
        // What cannot be read.
        (superman, "/why", empty.clone(), "missing field `why`"),
        (superman, "/note", json!("hi"), "unknown field `note`"),
        (superman, "/category", json!("strength"), "`strength` is no category"),
        (superman, "/skip_if/0", json!("pain"), "`pain` is no condition"),
        (superman, "/dose/0/default", json!(false), "0 doses say `default = true`"),
        (superman, "/dose/0/rest_s", empty.clone(), "needs `rest_s`"),
        (superman, "/dose/0/hold_s", json!(3), "has no `hold_s`"),
        (superman, "/dose/0/reps_bounds", json!([12, 4]), "runs backwards"),
        (superman, "/dose/0/reps", json!([4, 12]), "one number"),
        (superman, "/dose/0/source/reps", empty.clone(), "does not say where `reps` comes from"),
        (superman, "/dose/0/source/hold", json!("X8"), "names `hold`"),
        (superman, "/pose/0/angles/r_nose", json!(5), "no angle `r_nose`"),
        ("ladders", "/ladder/0/start", json!(9), "let `start` count from 1"),
        ("ladders", "/ladder/0/steps/0/circles", json!(2), "no `circles` to change"),
        ("notes", "", json!({}), "Nobody reads this file"),
        // Words.
        (superman, "/step/0/en", json!(""), "has no en text"),
        (superman, "/step/0/nl", json!("Lig op je buik"), "end it with a full stop"),
        (superman, "/plain/nl", json!("Armen en ook benen optillen"), "use at most four"),
        (superman, "/plain/nl", json!("Extensie op de buik"), "says \"extensie\""),
        (superman, "/plain/nl", json!("Bruggetje"), "give one of them another"),
        (superman, "/why/nl", json!("Dit geneest je rug."), "without \"geneest\""),
        (superman, "/why/en", json!("This will heal you."), "without \"heal\""),
        (basics, "/session/0/name/nl", json!("PNF-dag"), "put plain words first"),
        ("voice", "/next/nl", json!("Volgende: {name}."), "nobody fills in {name}"),
        // Rules.
        (superman, "/rules/0", json!("R2.99"), "no rule R2.99"),
        (superman, "/rules/0", json!("R0.4"), "no rule R0.4 "),
        (superman, "/rules", json!([]), "Nothing carries `rules`"),
        (superman, "/dose/0/source/reps", json!("X9"), "does not list"),
        // Exercises.
        (superman, "/step", json!([]), "three to six steps"),
        (superman, "/level", json!(4), "no level 4"),
        (superman, "/order", json!(430), "has order 430 too"),
        (superman, "/out_goes", empty.clone(), "needs `out_goes`"),
        (superman, "/pose/1/id", json!("up"), "no pose \"end\""),
        (superman, "/pose/0/contacts/0", json!("r-ear"), "no point `r-ear`"),
        (superman, "/similar_to", json!(["plank"]), "names plank, which does not exist"),
        (superman, "/prerequisite/0/target", json!("plank"), "the exercise plank"),
        (superman, "/skip_if", json!(["no-floor"]), "stands twice"),
        (superman, "/skip_if", json!([]), "add \"red-flag\""),
        (superman, "/adapt", json!([]), "add an [[adapt]] for no-floor"),
        (superman, "/adapt/3/swap", json!("glute-bridge"), "on the floor too"),
        (superman, "/adapt/3/swap", json!("plank"), "swap plank does not exist"),
        // Numbers.
        (superman, "/dose/0/reps", json!(40), "has 40 repetitions; stay between 4 and 12"),
        (stretch, "/dose/0/hold_s", json!(40), "stay between 15 and 30"),
        (stretch, "/dose/0/senior_hold_s", json!(20), "stay between 30 and 60"),
        (stretch, "/dose/1/effort_pct", json!([20, 120]), "more than 100% effort"),
        ("ladders", "/ladder/0/steps/4/hold_s", json!(35), "Step 5 of quad-stretch-prone"),
        ("ladders", "/ladder/0/exercise", json!("plank"), "a ladder for plank"),
        ("ladders", "/ladder/0/mode", json!("hold"), "in the mode hold, which it lacks"),
        // Sessions.
        (basics, "/session/0/blocks/0/exercise", json!("plank"), "names plank"),
        (basics, "/session/0/blocks/0/mode", json!("hold"), "in the mode hold, which it lacks"),
        (basics, "/session/0/blocks/3/sets", json!(9), "asks for 9 sets"),
        (basics, "/session/0/blocks", json!([]), "is empty"),
        (basics, "/session/0/id", json!("P3-2"), "Two sessions are called P3-2"),
        (basics, "/weekly_least", json!(6), "does not add up"),
        (basics, "/chapters", json!([]), "No chapter explains it"),
        (runners, "/session/2/ground_contacts", json!(10), "its jumps make 30"),
        (runners, "/session/3/blocks/2/reps", json!(10), "60 is the most (X14)"),
        // Questions.
        ("screening", "/question/0/id", json!("S99"), "Question S1 is missing"),
        ("screening", "/question/0/id", json!("S2"), "two questions S2"),
        ("screening", "/question/11/narrowing/otherwise", json!("red-urgent"), "be milder"),
        ("screening", "/question/11/narrowing/one_of", json!([]), "asks on without a question"),
        ("screening", "/light/0/light", json!("green"), "The light green has 2 texts"),
        ("conditions", "/condition/0/id", json!("red-flag"), "acute-sharp-pain has 0 texts"),
        ("voice", "/switch-side", empty, "no line `switch-side`"),
    ];
    for (file, place, value, cure) in rows {
        let problems = after(file, place, value);
        let told = problems.iter().any(|problem| problem.cure.contains(cure));
        assert!(told, "{file}{place} should say: {cure}\nit says: {problems:#?}");
    }
}

#[test]
fn a_problem_names_the_file_somebody_has_to_open() {
    let problems = after("exercises/superman", "/level", json!(4));
    assert_eq!(problems.len(), 1);
    assert!(problems[0].to_string().starts_with("exercises/superman.toml: "));
}

#[test]
fn one_mistake_hides_no_other() {
    let mut files = embedded();
    files["exercises/superman"]["level"] = json!("easy");
    files["exercises/good-morning"]["level"] = json!(7);
    let (catalogue, problems) = content::read(&files.to_string());
    assert_eq!(catalogue.exercises.len(), 41, "what can be read is there");
    for file in ["exercises/superman.toml", "exercises/good-morning.toml"] {
        assert!(problems.iter().any(|problem| problem.file == file), "{file} goes unmentioned");
    }
}

#[test]
fn similar_exercises_in_one_session_are_refused() {
    let mut files = embedded();
    let blocks = &mut files["programmes/hips-low-back-basics"]["session"][2]["blocks"];
    let twin = json!({ "exercise": "hip-thrust-bench", "mode": "reps" });
    blocks.as_array_mut().expect("a list").push(twin);
    assert_told(&files, "the similar hip-thrust-bench");
}

#[test]
fn using_the_room_comes_after_making_it() {
    let mut files = embedded();
    let blocks = &mut files["programmes/hip-mobility-protocol"]["session"][3]["blocks"];
    blocks.as_array_mut().expect("a list").reverse();
    assert_told(&files, "in that order (R1.18)");
}

/// The problems once `value` stands at `place` in a file; a null takes away what stands there.
fn after(file: &str, place: &str, value: Value) -> Vec<Problem> {
    let mut files = embedded();
    match place.rsplit_once('/') {
        None => files[file] = value,
        Some((parent, name)) => {
            let parent = files[file].pointer_mut(parent).expect("the place exists");
            match parent {
                Value::Array(list) => list[name.parse::<usize>().expect("an index")] = value,
                Value::Object(table) if value.is_null() => drop(table.remove(name)),
                table => table[name] = value,
            }
        }
    }
    content::read(&files.to_string()).1
}

fn assert_told(files: &Value, cure: &str) {
    let (_, problems) = content::read(&files.to_string());
    assert!(problems.iter().any(|problem| problem.cure.contains(cure)), "{problems:#?}");
}

fn embedded() -> Value {
    serde_json::from_str(EMBEDDED).expect("the build script writes JSON")
}

fn sessions(catalogue: &Catalogue) -> impl Iterator<Item = &SessionOutline> {
    catalogue.programmes.iter().flat_map(|programme| &programme.sessions)
}

fn id(slug: &str) -> ExerciseId {
    ExerciseId::new(slug).expect("a slug")
}
