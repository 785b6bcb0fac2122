//! The lines of a plan as they stand in its JSON. Whatever does not read is named and left out.

use serde_json::{Map, Value};

use crate::{
    archive::convert::{item::advice::WITHOUT, side},
    domain::{
        advice::{
            Discussed, Fault, LineNote, Load, Name, Offered, OfferedDo, OfferedLine, OfferedWhat,
            PlanNote, Weekly, Words,
        },
        dose::{Adjustment, Working},
        routine::amount::Amount,
        time::Day,
    },
};

const FIELDS: [&str; 8] = ["format", "schema", "sha256", "lines", "whose", "note", "with", "on"];
const LINE_FIELDS: [&str; 11] = [
    "exercise", "mode", "sets", "reps", "hold", "passive", "duration", "side", "load", "weekly",
    "note",
];
/// Shown of a name that nobody knows.
type Shown = Words<60>;

pub(super) fn read(plan: &Value, lines: &[Value]) -> Offered {
    let mut offered = Offered::default();
    let Some(fields) = plan.as_object() else { return offered };
    let mut read = Reader { fields, faults: Vec::new() };
    read.only(&FIELDS);
    offered.whose = read.text("whose", Name::new);
    offered.note = read.text("note", PlanNote::new);
    let (name, day) = (read.text("with", Name::new), read.word("on", Day::parse));
    offered.discussed = match (name, day) {
        (Some(name), Some(day)) => Some(Discussed { name, day }),
        (None, None) => None,
        _ => {
            read.faults.push(Fault::WrongValue("on"));
            None
        }
    };
    offered.faults = read.faults;
    offered.lines = lines.iter().map(line).collect();
    offered
}

fn line(value: &Value) -> OfferedLine {
    let nothing = |exercise: String| OfferedLine {
        exercise,
        what: OfferedWhat::Nothing,
        note: None,
        faults: Vec::new(),
    };
    let Some(fields) = value.as_object() else { return nothing(String::new()) };
    let named = fields.get("exercise").and_then(Value::as_str).and_then(Shown::cleaned);
    let exercise = named.map_or_else(String::new, |name| name.as_str().to_owned());
    let mut read = Reader { fields, faults: Vec::new() };
    read.only(&LINE_FIELDS);
    let note = read.text("note", LineNote::new);
    let what = match fields.get("mode") {
        // Numbers of what is not to be done contradict it, and nobody knows which was meant.
        None if LINE_FIELDS[2..10].iter().any(|name| fields.contains_key(*name)) => {
            OfferedWhat::Nothing
        }
        None => OfferedWhat::Leave,
        Some(mode) => match mode.as_str().and_then(Shown::cleaned) {
            None => OfferedWhat::Nothing,
            Some(mode) => OfferedWhat::Do(doing(mode.as_str().to_owned(), &mut read)),
        },
    };
    OfferedLine { exercise, what, note, faults: read.faults }
}

fn doing(mode: String, read: &mut Reader) -> OfferedDo {
    let mut change = Adjustment::default();
    let names = [
        ("sets", Amount::Sets),
        ("reps", Amount::Reps),
        ("hold", Amount::Hold),
        ("passive", Amount::Passive),
        ("duration", Amount::Duration),
    ];
    for (name, amount) in names {
        amount.set(&mut change, read.number(name));
    }
    let way = |name: &str| match name {
        WITHOUT => Some(Load::Without),
        name => Shown::new(name).map(|name| Load::With(name.as_str().to_owned())),
    };
    OfferedDo {
        mode,
        change,
        working: read.word("side", side).map_or(Working::Both, Working::Only),
        load: read.word("load", way).unwrap_or_default(),
        weekly: read.number("weekly").and_then(|times| {
            let weekly = Weekly::new(times);
            if weekly.is_none() {
                read.faults.push(Fault::WrongValue("weekly"));
            }
            weekly
        }),
    }
}

/// The fields of one object, and what is wrong with them.
struct Reader<'plan> {
    fields: &'plan Map<String, Value>,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    /// One report for all fields that nobody knows.
    fn only(&mut self, known: &[&str]) {
        if self.fields.keys().any(|name| !known.contains(&name.as_str())) {
            self.faults.push(Fault::UnknownField);
        }
    }

    fn text<T>(&mut self, name: &'static str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        self.take(name, |value| {
            read(value.as_str().ok_or(Fault::WrongValue(name))?).ok_or(Fault::Text)
        })
    }

    fn word<T>(&mut self, name: &'static str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        self.take(name, |value| value.as_str().and_then(&read).ok_or(Fault::WrongValue(name)))
    }

    fn number(&mut self, name: &'static str) -> Option<u32> {
        let whole = |value: &Value| u32::try_from(value.as_u64()?).ok();
        self.take(name, |value| whole(value).ok_or(Fault::WrongValue(name)))
    }

    /// An absent field is fine; one that does not read is reported.
    fn take<T>(&mut self, name: &str, read: impl Fn(&Value) -> Result<T, Fault>) -> Option<T> {
        match read(self.fields.get(name)?) {
            Ok(value) => Some(value),
            Err(fault) => {
                self.faults.push(fault);
                None
            }
        }
    }
}
