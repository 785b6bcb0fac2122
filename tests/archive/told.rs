//! What is told in the middle of a session: when and where it hurt, and where it was felt.

use soepel::{
    archive::{convert::session, problem::Problem, v1},
    domain::{body::Spot, record::FeltAt},
};

use crate::{added::fuller_session, made::full_session};

#[test]
fn what_is_told_in_the_middle_comes_back_as_it_was() {
    let record = fuller_session();
    let shape = session::write(&record, v1::Extra::new());
    assert_eq!(shape.stop_details.len(), shape.stops.len());
    assert_eq!(session::read(&shape), Ok(record));
}

#[test]
fn a_record_of_before_is_written_as_it_was_and_says_nothing_of_it() {
    let mut record = fuller_session();
    for stop in &mut record.stops {
        (stop.at, stop.pain) = (None, None);
    }
    record.felt_in.clear();
    let shape = session::write(&record, v1::Extra::new());
    assert!(shape.stop_details.is_empty() && shape.felt_in.is_empty());
    assert_eq!(session::read(&shape), Ok(record));
}

#[test]
fn details_that_fit_no_stop_and_places_that_are_none_are_reported() {
    let whole = session::write(&fuller_session(), v1::Extra::new());
    let problems = |change: &dyn Fn(&mut v1::Session)| {
        let mut shape = whole.clone();
        change(&mut shape);
        session::read(&shape).expect_err("it should be refused")
    };
    let too_few = problems(&|shape| drop(shape.stop_details.pop()));
    assert_eq!(too_few, [Problem::Contradiction("stops", "stop_details")]);
    let nowhere = problems(&|shape| shape.stop_details[1].1 = Some("elbow".to_owned()));
    assert_eq!(nowhere, [Problem::OutOfRange("stop_details.place")]);
    let side_alone = problems(&|shape| shape.stop_details[1].1 = None);
    assert_eq!(side_alone, [Problem::OutOfRange("stop_details.side")]);
    let never = problems(&|shape| shape.stop_details[0].0 = Some(-1));
    assert_eq!(never, [Problem::OutOfRange("stop_details.at")]);
    let felt = problems(&|shape| shape.felt_in[0].1 = "elbow".to_owned());
    assert_eq!(felt, [Problem::OutOfRange("felt_in.place")]);
    let mut many = session::write(&full_session(), v1::Extra::new());
    many.felt_in = vec![v1::FeltIn("a".to_owned(), "knee".to_owned()); 201];
    assert_eq!(session::read(&many), Err(vec![Problem::OutOfRange("felt_in")]));
}

#[test]
fn every_place_has_a_spelling_of_its_own() {
    for at in FeltAt::all() {
        assert_eq!(FeltAt::parse(at.slug()), Some(at));
    }
    assert_eq!(FeltAt::all().count(), Spot::ALL.len() + 1);
    assert_eq!(Spot::parse("nowhere"), None, "nothing hurts nowhere");
}
