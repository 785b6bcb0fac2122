//! What counts as a second that was still, at its edges.

use soepel::domain::{
    tilt::{Sample, Source, Told, Window},
    time::Millis,
};

use crate::made::turned;

/// A second of samples that stand where `place` says, from 0 to `lasts`, `every` so many apart.
fn seconds(lasts: u64, every: u64, place: impl Fn(u64) -> f64) -> Window {
    let mut window = Window::default();
    for at in (0..=lasts).step_by(usize::try_from(every).expect("small")) {
        window.take(sample(at, place(at)));
    }
    window
}

fn sample(at: u64, limb: f64) -> Sample {
    let [x, y, z] = turned([0.0, 0.0, 9.81], [1.0, 0.0, 0.0], limb);
    Sample::read(f64::from(u32::try_from(at).expect("seconds")), Told::Acceleration { x, y, z })
        .expect("numbers")
}

#[test]
fn a_second_is_a_whole_second() {
    assert!(seconds(999, 37, |_| 20.0).still().is_none());
    assert!(seconds(1000, 100, |_| 20.0).still().is_some());
    assert!(seconds(990, 10, |_| 20.0).still().is_none());
    assert!(seconds(1000, 10, |_| 20.0).still().is_some());
}

#[test]
fn too_few_samples_are_no_second() {
    assert!(seconds(1002, 167, |_| 20.0).still().is_none(), "seven");
    assert!(seconds(1008, 144, |_| 20.0).still().is_some(), "eight");
    let mut gap = seconds(900, 100, |_| 20.0);
    gap.take(sample(1201, 20.0));
    assert!(gap.still().is_none(), "nobody knows what happened in 301 ms");
    let mut bridged = seconds(900, 100, |_| 20.0);
    bridged.take(sample(1200, 20.0));
    assert!(bridged.still().is_some(), "300 ms are three lost samples");
}

#[test]
fn a_trembling_or_creeping_limb_is_not_still() {
    let trembling = |by: f64| {
        seconds(1000, 20, move |at| if at / 20 % 2 == 0 { by } else { -by }).still().is_some()
    };
    assert!(trembling(1.4));
    assert!(!trembling(1.6));
    let creeping = |by: f64| {
        seconds(1000, 20, move |at| by * f64::from(u16::try_from(at).unwrap()) / 1000.0)
            .still()
            .is_some()
    };
    assert!(creeping(1.8));
    assert!(!creeping(2.2), "slow is not still");
}

#[test]
fn one_wild_sample_moves_nothing() {
    let calm = seconds(1000, 20, |_| 20.0).still().unwrap();
    let wild = seconds(1000, 20, |at| if at == 500 { 28.0 } else { 20.0 }).still().unwrap();
    assert!(calm.angle_to(wild) < 0.01);
}

#[test]
fn what_comes_twice_late_from_elsewhere_or_shaken_is_no_part_of_a_second() {
    let mut window = seconds(1000, 100, |_| 20.0);
    window.take(sample(1000, 80.0));
    window.take(sample(400, 80.0));
    assert!(window.still().is_some(), "twice, and late");
    let other = Sample::read(1050.0, Told::Orientation { beta: 0.0, gamma: 0.0 }).unwrap();
    assert_eq!(other.source, Source::Orientation);
    window.take(other);
    assert!(window.still().is_none(), "two kinds of event are never mixed");
    let mut shaken = seconds(1000, 100, |_| 20.0);
    shaken.take(Sample::read(1050.0, Told::Acceleration { x: 0.0, y: 0.0, z: 13.0 }).unwrap());
    assert!(shaken.still().is_none(), "more than gravity is a movement");
}

#[test]
fn events_without_numbers_are_refused() {
    let none = f64::NAN;
    for told in [
        Told::Acceleration { x: none, y: 0.0, z: 9.8 },
        Told::Acceleration { x: none, y: none, z: none },
        Told::Acceleration { x: 0.0, y: 0.0, z: 0.0 },
        Told::Acceleration { x: f64::INFINITY, y: 0.0, z: 0.0 },
        Told::Orientation { beta: none, gamma: 0.0 },
        Told::Orientation { beta: 0.0, gamma: none },
    ] {
        assert_eq!(Sample::read(5.0, told), None, "{told:?}");
    }
    let fine = Told::Orientation { beta: 0.0, gamma: 0.0 };
    assert_eq!(Sample::read(none, fine), None);
    assert_eq!(Sample::read(-1.0, fine), None);
    assert_eq!(Sample::read(5.9, fine).unwrap().at, Millis(5));
}
