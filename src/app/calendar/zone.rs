//! Summer time in the zones that follow the rule of the European Union. Other zones have rules of
//! their own, which change; a file for them holds floating times instead.

/// A zone by its hours east of UTC in winter; in summer it is one more.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rule {
    winter: i8,
}

const WEST: [&str; 4] = ["Europe/Dublin", "Europe/Lisbon", "Europe/London", "Atlantic/Canary"];
const CENTRAL: [&str; 20] = [
    "Europe/Amsterdam",
    "Europe/Berlin",
    "Europe/Brussels",
    "Europe/Budapest",
    "Europe/Copenhagen",
    "Europe/Ljubljana",
    "Europe/Luxembourg",
    "Europe/Madrid",
    "Europe/Malta",
    "Europe/Monaco",
    "Europe/Oslo",
    "Europe/Paris",
    "Europe/Prague",
    "Europe/Rome",
    "Europe/Stockholm",
    "Europe/Vaduz",
    "Europe/Vienna",
    "Europe/Warsaw",
    "Europe/Zagreb",
    "Europe/Zurich",
];
const EAST: [&str; 7] = [
    "Europe/Athens",
    "Europe/Bucharest",
    "Europe/Helsinki",
    "Europe/Riga",
    "Europe/Sofia",
    "Europe/Tallinn",
    "Europe/Vilnius",
];

/// The rule of a zone, where we know it.
pub(super) fn rule(zone: &str) -> Option<Rule> {
    let groups: [(&[&str], i8); 3] = [(&WEST, 0), (&CENTRAL, 1), (&EAST, 2)];
    let (_, winter) = groups.into_iter().find(|(names, _)| names.contains(&zone))?;
    Some(Rule { winter })
}

impl Rule {
    /// All of Europe changes at one UTC on the last Sunday of March and of October.
    pub(super) fn lines(self, zone: &str) -> Vec<String> {
        let (winter, summer) = (self.winter, self.winter + 1);
        let part = |name: &str, from: i8, to: i8, month: u8, first: &str| {
            [
                format!("BEGIN:{name}"),
                format!("TZOFFSETFROM:+{from:02}00"),
                format!("TZOFFSETTO:+{to:02}00"),
                format!("DTSTART:{first}T{:02}0000", 1 + from),
                format!("RRULE:FREQ=YEARLY;BYMONTH={month};BYDAY=-1SU"),
                format!("END:{name}"),
            ]
        };
        let mut lines = vec!["BEGIN:VTIMEZONE".to_owned(), format!("TZID:{zone}")];
        lines.extend(part("DAYLIGHT", winter, summer, 3, "19970330"));
        lines.extend(part("STANDARD", summer, winter, 10, "19971026"));
        lines.push("END:VTIMEZONE".to_owned());
        lines
    }
}
