//! Whether sessions hold together: order, similar exercises, landings, weeks.

use super::{
    super::problem::{Problem, Review},
    numbers::amounts,
    programme_path, repeated,
};
use crate::domain::{
    catalogue::Catalogue,
    dose::AgeGroup,
    exercise::{Category, Exercise},
    programme::{Block, Programme, SessionOutline},
    routine::{MOST_LANDINGS, landings},
};

pub(super) fn check(catalogue: &Catalogue, problems: &mut Vec<Problem>) {
    for programme in &catalogue.programmes {
        let path = programme_path(programme);
        let mut review = Review::new(&path, problems);
        check_week(programme, &mut review);
        for session in &programme.sessions {
            check_session(session, catalogue, &mut review);
        }
    }
    let sessions = catalogue.programmes.iter().flat_map(|programme| &programme.sessions);
    for id in repeated(sessions.map(|session| session.id.0.as_str())) {
        Review::new("programmes", problems)
            .object(format!("Two sessions are called {id}; give one another id."));
    }
}

fn check_week(programme: &Programme, review: &mut Review) {
    let Programme { weekly_least: least, weekly_target: target, weekly_most: most, .. } = programme;
    let ordered = 1 <= *least && least <= target && target <= most && *most <= 7;
    review.demand(ordered, || {
        format!("A week of least {least}, target {target}, most {most} does not add up; order them within 1 to 7.")
    });
    review.demand(!programme.chapters.is_empty(), || {
        "No chapter explains it; name one in `chapters`.".to_owned()
    });
}

fn check_session(session: &SessionOutline, catalogue: &Catalogue, review: &mut Review) {
    let id = &session.id.0;
    review.demand(!session.blocks.is_empty(), || format!("Session {id} is empty; add a block."));
    let mut found: Vec<(&Block, &Exercise)> = Vec::new();
    for block in &session.blocks {
        match catalogue.exercise(&block.exercise) {
            Some(exercise) => found.push((block, exercise)),
            None => review.object(format!(
                "Session {id} names {}, which does not exist; correct it.",
                block.exercise.as_str()
            )),
        }
    }
    for &(block, exercise) in &found {
        check_block(id, block, exercise, review);
    }
    check_company(id, &found, review);
    check_order(id, &found, review);
    check_contacts(session, &found, review);
}

/// A session may ask for less than the bounds of a dose, as a short version does; never for more.
fn check_block(id: &str, block: &Block, exercise: &Exercise, review: &mut Review) {
    let name = exercise.id.as_str();
    let Some(dose) = exercise.dose(block.mode) else {
        let mode = block.mode.slug();
        review.object(format!("Session {id} does {name} in the mode {mode}, which it lacks."));
        return;
    };
    let amounts = amounts(dose.resolve(AgeGroup::Adult, block.change));
    for (what, value, bounds) in [
        ("sets", amounts.sets, dose.sets),
        ("repetitions", amounts.reps, dose.reps),
        ("seconds of holding", amounts.hold, dose.hold),
    ] {
        let (Some(value), Some(bounds)) = (value, bounds) else { continue };
        review.demand((1..=bounds.most).contains(&value), || {
            format!("Session {id} asks for {value} {what} of {name}; {} is the most.", bounds.most)
        });
    }
}

fn check_company(id: &str, found: &[(&Block, &Exercise)], review: &mut Review) {
    for name in repeated(found.iter().map(|(_, exercise)| exercise.id.as_str())) {
        review.object(format!("Session {id} has {name} twice; keep one."));
    }
    for (_, one) in found {
        for (_, other) in found.iter().filter(|(_, other)| one.similar_to.contains(&other.id)) {
            review.object(format!(
                "Session {id} has {} and the similar {}; keep one.",
                one.id.as_str(),
                other.id.as_str()
            ));
        }
    }
}

/// First turn, then make room, then use it (R1.18).
fn check_order(id: &str, found: &[(&Block, &Exercise)], review: &mut Review) {
    let mobility = found.iter().filter_map(|(_, exercise)| match exercise.category {
        Category::MobilityRotation => Some((1, exercise)),
        Category::MobilitySpace => Some((2, exercise)),
        Category::MobilityControl => Some((3, exercise)),
        _ => None,
    });
    let mut reached = 0;
    for (place, exercise) in mobility {
        review.demand(reached <= place, || {
            format!("Session {id} has {} too late; put turning, making room and using it in that order (R1.18).", exercise.id.as_str())
        });
        reached = reached.max(place);
    }
}

fn check_contacts(session: &SessionOutline, found: &[(&Block, &Exercise)], review: &mut Review) {
    let id = &session.id.0;
    let counted: u32 = found.iter().map(|(block, exercise)| landings(exercise, block)).sum();
    let stated = session.ground_contacts;
    review.demand(stated == counted, || {
        format!("Session {id} says {stated} ground contacts, its jumps make {counted}; write that.")
    });
    review.demand(counted <= MOST_LANDINGS, || {
        format!("Session {id} has {counted} landings; {MOST_LANDINGS} is the most (X14).")
    });
}
