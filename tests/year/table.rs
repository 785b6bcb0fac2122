//! The year as it is printed.

use std::fmt::Write;

use crate::{life::Life, people::Somebody, year::Year};

pub(crate) fn page(head: &str, all: &[(Somebody, Year)]) -> String {
    let mut page = head.to_owned();
    for (who, year) in all {
        let [one, two, three] = who.key;
        write!(page, "\n## {}\n\n{}\n\nLadders: {one} · {two} · {three}.\n\n", who.name, who.told)
            .unwrap();
        page.push_str("| month | sessions (short) | rest | min | what | ladders | lighter weeks | yes/no | referrals | tests | notes |\n");
        page.push_str("|---|---|---|---|---|---|---|---|---|---|---|\n");
        for (name, month) in &year.months {
            writeln!(
                page,
                "| {} | {} ({}) | {} | {} | {} | {} | {} | {}/{} | {} | {} | {} |",
                &name[5..],
                month.sessions,
                month.minis,
                month.rests,
                month.seconds / 60,
                month.done.join(", "),
                month.ladders.join(" · "),
                month.deloads,
                month.accepted,
                month.declined,
                month.referrals,
                month.tests.iter().copied().collect::<Vec<_>>().join(" "),
                month.notes(),
            )
            .unwrap();
        }
    }
    page
}

impl Life {
    /// Where the exercises of the table stand today, from 1; a dash while they were never done.
    pub(crate) fn ladders(&self) -> Vec<String> {
        let rungs = self.model.rungs(self.now);
        let place = |slug: &&str| {
            let own = rungs.iter().filter(|rung| rung.exercise.id.as_str() == *slug);
            let all: Vec<String> = own
                .map(|rung| {
                    let other = rung.variant.map_or("", |_| "*");
                    format!("{}/{}{other}", rung.place + 1, rung.most)
                })
                .collect();
            if all.is_empty() { "–".to_owned() } else { all.join("+") }
        };
        self.who.key.iter().map(place).collect()
    }
}
