//! Where the figure is in each phase of a session.

use soepel::{
    content,
    domain::{
        body::Side,
        dose::{Dose, Mode},
        exercise::Exercise,
        figure::{
            course::{Beat, Force, Scene, path, scene, still},
            drawing::Role,
            film::Film,
            moving::{Manner, Moving, Telling},
            reach::Posture,
            showing::Showing,
        },
        timeline::{Pacing, Phase, PhaseKind, lay_out},
    },
};

use super::{FRAMES, Way, way, ways};

/// Sides that take turns are seen from one place: there it is the body that is exchanged.
#[test]
fn sides_in_turn_exchange_the_body_and_not_the_onlooker() {
    let march = way("a-march").film.way();
    let beat = |side| Beat {
        kind: PhaseKind::Move,
        mode: Mode::Dynamic,
        side: Some(side),
        rep: 1,
        reps: 1,
        lasts: 2.0,
        over: 0.7,
    };
    let (right, left) = (scene(&beat(Side::Right), march), scene(&beat(Side::Left), march));
    assert!(!right.swapped && left.swapped);
    assert_eq!(right.u.to_bits(), left.u.to_bits());
}

#[test]
fn every_phase_of_every_dose_has_words_and_a_place_on_the_way() {
    for (exercise, dose) in doses() {
        let mode = dose.protocol.mode();
        let manner = Manner::new(&exercise.poses, mode, dose.sides);
        let moving = Moving::new(&exercise.poses, &exercise.muscles, manner).unwrap();
        let (way, name) = (moving.way(), exercise.id.as_str());
        for phase in phases(dose) {
            let words = match moving.telling(&beat(&phase, mode, 0.0)) {
                Telling::Stays(one) => vec![one],
                Telling::Goes { from, to } => vec![from, to],
                Telling::Round(all) => all,
            };
            assert!(!words.is_empty(), "{name}: {:?}", phase.kind);
            for words in words {
                assert!(!words.dutch.is_empty() && !words.english.is_empty(), "{name}");
            }
            for share in [0.0, 0.3, 0.5, 0.99, 1.0] {
                let beat = beat(&phase, mode, share);
                for scene in [scene(&beat, way), still(&beat, way)] {
                    assert!((0.0..=way.legs).contains(&scene.u), "{name}: {beat:?} {scene:?}");
                }
                assert!(!still(&beat, way).moves);
            }
        }
    }
}

/// A figure that jumped between two phases would show a movement that nobody makes. Only what
/// begins anew may: another side, another set.
#[test]
fn one_phase_goes_on_where_the_one_before_it_ended() {
    for (exercise, dose) in doses() {
        let mode = dose.protocol.mode();
        let film = Film::new(&exercise.poses, path(&exercise.poses, mode, dose.sides));
        let way = film.way();
        let phases = phases(dose);
        let anew = |kind| matches!(kind, PhaseKind::SwitchSides | PhaseKind::SetRest);
        for pair in phases.windows(2).filter(|pair| !anew(pair[1].kind)) {
            let end = scene(&beat(&pair[0], mode, 1.0), way);
            let begin = scene(&beat(&pair[1], mode, 0.0), way);
            let (from, to) =
                (turned(film.posture(end.u), end), turned(film.posture(begin.u), begin));
            let apart = |point| (from.point(point).unwrap() - to.point(point).unwrap()).length();
            let off = apart("r-knee") + apart("l-knee") + apart("head");
            let (one, other) = (pair[0].kind, pair[1].kind);
            assert!(off < 0.05, "{}: {one:?} to {other:?} jumps {off}", exercise.id.as_str());
        }
    }
}

#[test]
fn a_hold_stands_still_and_a_movement_moves() {
    for (exercise, dose) in doses() {
        use PhaseKind as Kind;
        let mode = dose.protocol.mode();
        let way = Film::new(&exercise.poses, path(&exercise.poses, mode, dose.sides)).way();
        for phase in phases(dose) {
            let [early, late] = [0.3, 0.7].map(|share| scene(&beat(&phase, mode, share), way));
            match phase.kind {
                Kind::Hold
                | Kind::EndHold
                | Kind::PassiveStretch
                | Kind::Contract(_)
                | Kind::EffortA
                | Kind::Settle
                | Kind::Transition => {
                    assert_eq!(early, late, "{} {:?}", exercise.id.as_str(), phase.kind);
                    assert!(!early.moves);
                }
                Kind::EaseIn
                | Kind::Release
                | Kind::Lift
                | Kind::Lower
                | Kind::Out
                | Kind::Back
                | Kind::Relax
                | Kind::EffortB
                | Kind::Circle(_) => {
                    assert!(early.moves, "{} {:?}", exercise.id.as_str(), phase.kind);
                    assert!((early.u - late.u).abs() > 0.01, "{}", exercise.id.as_str());
                }
                _ => {}
            }
        }
    }
}

/// Press and let go (R0.24): each letting go leads deeper than the one before, and the last to the
/// end; pressing shows an arrow.
#[test]
fn letting_go_leads_deeper_each_time_and_pressing_shows_an_arrow() {
    let exercise = way("quad-stretch-prone").exercise;
    let dose = exercise.dose(Mode::PnfSelf).unwrap();
    let manner = Manner::new(&exercise.poses, Mode::PnfSelf, dose.sides);
    let moving = Moving::new(&exercise.poses, &exercise.muscles, manner).unwrap();
    let way = moving.way();
    let phases = phases(dose);
    let one_side = || phases.iter().filter(|phase| phase.side == Some(Side::Right));
    let ends: Vec<f32> = one_side()
        .filter(|phase| phase.kind == PhaseKind::Relax)
        .map(|phase| scene(&Beat { reps: 3, ..beat(phase, Mode::PnfSelf, 1.0) }, way).u)
        .collect();
    assert!(ends.is_sorted_by(|one, other| one < other), "{ends:?}");
    assert!((ends.last().unwrap() - way.end).abs() < 1e-4);
    let press = one_side().find(|phase| matches!(phase.kind, PhaseKind::Contract(_))).unwrap();
    let pressing = scene(&beat(press, Mode::PnfSelf, 0.5), way);
    assert_eq!(pressing.force, Some(Force::Press));
    let arrow = |scene: &Scene| {
        let shapes = moving.draw(scene, Some(Side::Right)).shapes;
        shapes.iter().any(|shape| shape.role == Role::Force && !shape.bands.is_empty())
    };
    assert!(arrow(&pressing));
    assert!(!arrow(&Scene { force: None, ..pressing }));
}

#[test]
fn an_exercise_can_be_shown_without_a_session() {
    for Way { name, moving, exercise, .. } in ways() {
        let dose = &exercise.doses[0];
        let showing = Showing::new(&dose.protocol, dose.sides);
        let lasts = showing.lasts();
        assert!((2.0..60.0).contains(&lasts), "{name}: {lasts}");
        let frame = |frame: u16| lasts * f32::from(frame) / f32::from(FRAMES);
        let scenes = || (0..FRAMES).map(|now| showing.scene(frame(now), moving.way()));
        assert!(scenes().any(|scene| scene.moves), "{name}");
        assert!(scenes().any(|scene| (scene.u - moving.way().end).abs() < 0.3), "{name}");
    }
}

fn doses() -> impl Iterator<Item = (&'static Exercise, &'static Dose)> {
    let exercises = content::catalogue().exercises.iter();
    exercises.flat_map(|exercise| exercise.doses.iter().map(move |dose| (exercise, dose)))
}

fn phases(dose: &Dose) -> Vec<Phase> {
    lay_out(&dose.protocol, dose.sides, Side::Right, Pacing::default(), 0, 0)
}

fn beat(phase: &Phase, mode: Mode, share: f32) -> Beat {
    let lasts = f32::from(u16::try_from(phase.lasts.0).unwrap());
    Beat {
        kind: phase.kind,
        mode,
        side: phase.side,
        rep: phase.rep,
        reps: phase.rep.max(3),
        lasts,
        over: lasts * share,
    }
}

/// The body as it is seen: with its sides exchanged where the scene says so.
fn turned(mut posture: Posture, scene: Scene) -> Posture {
    if scene.swapped {
        posture.angles = posture.angles.mirrored();
        posture.root.z = -posture.root.z;
    }
    posture
}
