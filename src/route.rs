//! Where somebody is, as the part of the address after `#`: no host needs rewrite rules for it.

use crate::domain::{
    body::named,
    exercise::ExerciseId,
    programme::{ProgrammeId, SessionId},
    selftest::TestId,
};

named! {
    /// The pages of insight, as their address ends.
    Insight {
        /// A month, and the weeks.
        Weeks = "weken",
        Year = "jaar",
        Complaints = "klachten",
        Tests = "tests",
        Exercises = "oefeningen",
        Breaks = "pauzes",
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// Vandaag.
    #[default]
    Today,
    Welcome,
    /// The red questions.
    Screening,
    /// Stop texts, do and don't: two taps from anywhere.
    Safety,
    Programme(ProgrammeId),
    /// What a session holds, before it starts.
    Session(SessionId),
    /// Leads on to the session of a programme that is due: an appointment opens it.
    Due(ProgrammeId),
    /// The goal and the situation, asked once after the questions.
    Wishes,
    /// The plan: the week, the programmes and why, and the choices behind it.
    Plan,
    /// The plan as it goes to a physiotherapist.
    HandOver,
    /// A plan in the address itself, which may be anything.
    SharedPlan(String),
    /// A plan being changed: that of the address, or a new one.
    EditPlan(Option<String>),
    /// The plan of a physiotherapist that was taken over.
    Advised,
    /// The daily check before a session.
    Check(SessionId),
    /// The session that runs.
    Player,
    /// How it felt, after a session.
    Finish,
    /// The self-tests, one of them, and a result by its record's ID.
    Tests,
    Test(TestId),
    TestTaken(String),
    /// The sessions that somebody made.
    Routines,
    NewRoutine,
    /// One of them, by its record's ID.
    Routine(String),
    Library,
    Exercise(ExerciseId),
    Reading,
    Chapter(String),
    Rules,
    Glossary,
    /// Movement breaks at work.
    Workday,
    /// A programme on one page of paper.
    Print(ProgrammeId),
    /// The plan on one page of paper.
    PrintPlan,
    /// Where somebody stands, and what they decided.
    Decisions,
    /// Static or PNF, judged.
    Comparing,
    /// What the answers and the log say about the complaint.
    Help,
    History,
    /// Weeks and months in view.
    Insight(Insight),
    /// A finished session, by its record's ID.
    Record(String),
    /// Adding a session afterwards.
    AddRecord,
    Settings,
    /// Export, import, delete everything.
    Data,
    /// Whether what is kept is kept well.
    Health,
    About,
    /// An address that leads nowhere.
    Unknown(String),
}

impl Route {
    /// The address after `#`.
    pub fn path(&self) -> String {
        let fixed = match self {
            Self::Today => "/",
            Self::Welcome => "/welkom",
            Self::Screening => "/vragen",
            Self::Safety => "/veilig",
            Self::Wishes => "/wat-wil-je",
            Self::Plan => "/plan",
            Self::HandOver => "/plan/delen",
            Self::SharedPlan(data) => return format!("/plan/{data}"),
            Self::EditPlan(None) => "/plan/aanpassen",
            Self::EditPlan(Some(data)) => return format!("/plan/aanpassen/{data}"),
            Self::Advised => "/plan/van-je-fysiotherapeut",
            Self::Programme(id) => return format!("/programma/{}", id.0),
            Self::Due(id) => return format!("/aan-de-beurt/{}", id.0),
            Self::Session(id) => return format!("/sessie/{}", id.0),
            Self::Check(id) => return format!("/sessie/{}/check", id.0),
            Self::Player => "/bezig",
            Self::Finish => "/klaar",
            Self::Tests => "/tests",
            Self::Test(id) => return format!("/tests/{}", id.slug()),
            Self::TestTaken(id) => return format!("/tests/uitslag/{id}"),
            Self::Routines => "/routines",
            Self::NewRoutine => "/routines/nieuw",
            Self::Routine(id) => return format!("/routines/{id}"),
            Self::Library => "/oefeningen",
            Self::Exercise(id) => return format!("/oefeningen/{}", id.as_str()),
            Self::Reading => "/uitleg",
            Self::Chapter(slug) => return format!("/uitleg/{slug}"),
            Self::Rules => "/bronnen",
            Self::Glossary => "/begrippen",
            Self::Workday => "/werkdag",
            Self::PrintPlan => "/print",
            Self::Print(id) => return format!("/print/{}", id.0),
            Self::Decisions => "/besluiten",
            Self::Comparing => "/vergelijken",
            Self::Help => "/helpt-het",
            Self::History => "/geschiedenis",
            Self::Insight(Insight::Weeks) => "/inzicht",
            Self::Insight(page) => return format!("/inzicht/{}", page.slug()),
            Self::Record(id) => return format!("/geschiedenis/{id}"),
            Self::AddRecord => "/geschiedenis/nieuw",
            Self::Settings => "/instellingen",
            Self::Data => "/instellingen/gegevens",
            Self::Health => "/instellingen/gegevens/gezondheid",
            Self::About => "/over",
            Self::Unknown(text) => return text.clone(),
        };
        fixed.to_owned()
    }

    /// Reads an address, with or without its `#`.
    pub fn parse(address: &str) -> Self {
        let path = address.trim_start_matches('#');
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let unknown = || Self::Unknown(path.to_owned());
        match parts[..] {
            [] => Self::Today,
            ["welkom"] => Self::Welcome,
            ["vragen"] => Self::Screening,
            ["veilig"] => Self::Safety,
            ["wat-wil-je"] => Self::Wishes,
            ["plan"] => Self::Plan,
            ["plan", "delen"] => Self::HandOver,
            ["plan", "van-je-fysiotherapeut"] => Self::Advised,
            ["plan", "aanpassen"] => Self::EditPlan(None),
            ["plan", "aanpassen", data] => Self::EditPlan(Some(data.to_owned())),
            ["plan", data] => Self::SharedPlan(data.to_owned()),
            ["programma", id] => Self::Programme(ProgrammeId(id.to_owned())),
            ["aan-de-beurt", id] => Self::Due(ProgrammeId(id.to_owned())),
            ["sessie", id] => Self::Session(SessionId(id.to_owned())),
            ["sessie", id, "check"] => Self::Check(SessionId(id.to_owned())),
            ["bezig"] => Self::Player,
            ["klaar"] => Self::Finish,
            ["tests"] => Self::Tests,
            ["tests", slug] => TestId::parse(slug).map_or_else(unknown, Self::Test),
            ["tests", "uitslag", id] => Self::TestTaken(id.to_owned()),
            ["routines"] => Self::Routines,
            ["routines", "nieuw"] => Self::NewRoutine,
            ["routines", id] => Self::Routine(id.to_owned()),
            ["oefeningen"] => Self::Library,
            ["oefeningen", slug] => ExerciseId::new(slug).map_or_else(unknown, Self::Exercise),
            ["uitleg"] => Self::Reading,
            ["uitleg", slug] => Self::Chapter(slug.to_owned()),
            ["bronnen"] => Self::Rules,
            ["begrippen"] => Self::Glossary,
            ["werkdag"] => Self::Workday,
            ["print"] => Self::PrintPlan,
            ["print", id] => Self::Print(ProgrammeId(id.to_owned())),
            ["besluiten"] => Self::Decisions,
            ["vergelijken"] => Self::Comparing,
            ["helpt-het"] => Self::Help,
            ["geschiedenis"] => Self::History,
            ["inzicht"] => Self::Insight(Insight::Weeks),
            ["inzicht", slug] => Insight::parse(slug).map_or_else(unknown, Self::Insight),
            ["geschiedenis", "nieuw"] => Self::AddRecord,
            ["geschiedenis", id] => Self::Record(id.to_owned()),
            ["instellingen"] => Self::Settings,
            ["instellingen", "gegevens"] => Self::Data,
            ["instellingen", "gegevens", "gezondheid"] => Self::Health,
            ["over"] => Self::About,
            _ => unknown(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_reads_back_from_its_address() {
        let id = || "01K9ZQ5Y7WQ2M3N4P5R6S7T8V9".to_owned();
        for route in [
            Route::Today,
            Route::Welcome,
            Route::Screening,
            Route::Safety,
            Route::Wishes,
            Route::Plan,
            Route::HandOver,
            Route::SharedPlan("1-_x".to_owned()),
            Route::EditPlan(None),
            Route::EditPlan(Some("1-_x".to_owned())),
            Route::Advised,
            Route::Programme(ProgrammeId("P1".to_owned())),
            Route::Session(SessionId("P1-A-pnf".to_owned())),
            Route::Due(ProgrammeId("P4".to_owned())),
            Route::Check(SessionId("P1-A-pnf".to_owned())),
            Route::Player,
            Route::Finish,
            Route::Tests,
            Route::Test(TestId::HipCheck),
            Route::TestTaken(id()),
            Route::Routines,
            Route::NewRoutine,
            Route::Routine(id()),
            Route::Library,
            Route::Exercise(ExerciseId::new("glute-bridge").unwrap()),
            Route::Reading,
            Route::Chapter("running".to_owned()),
            Route::Rules,
            Route::Glossary,
            Route::Workday,
            Route::PrintPlan,
            Route::Print(ProgrammeId("P1".to_owned())),
            Route::Decisions,
            Route::Comparing,
            Route::Help,
            Route::History,
            Route::Insight(Insight::Weeks),
            Route::Insight(Insight::Breaks),
            Route::Record(id()),
            Route::AddRecord,
            Route::Settings,
            Route::Data,
            Route::Health,
            Route::About,
        ] {
            assert_eq!(Route::parse(&format!("#{}", route.path())), route);
        }
    }

    #[test]
    fn an_address_that_leads_nowhere_is_kept_to_be_shown() {
        for address in ["/nergens", "/oefeningen/Geen Slug!", "/sessie/a/b/c"] {
            assert_eq!(Route::parse(address), Route::Unknown(address.to_owned()));
        }
        assert_eq!(Route::parse(""), Route::Today);
    }
}
