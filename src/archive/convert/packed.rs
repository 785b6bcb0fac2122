//! From the first form of a session to the second and back, text to text.
//!
//! Both say the same, letter for letter: a text is packed only when unpacking it gives that very
//! text again, and stays in the first form otherwise.

use crate::{
    archive::{
        payload::spell,
        v1,
        v2::{
            Columns, FeltIn, List, Loose, Stop, StopDetail, Swap, Tight, VERSION, number,
            read_number,
            row::{EVEN, Row, Side, Sides},
            words::{
                DEGREES, ENDS, EXERCISES, FELT, FORMS, MODES, NONE, OUTCOMES, PLACES, SIDES,
                SPORTS, SPOTS, STOPS, Unknown, Word, ZONES,
            },
        },
    },
    domain::time::Day,
};

/// How nearly every text begins that [`pack`] wrote; a field of a later version may stand before it.
const START: &str = "{\"b\":";

pub fn looks_packed(text: &str) -> bool {
    text.starts_with(START)
}

/// The text of a session in the second form; `None` where that would lose or change anything.
pub fn pack(text: &str) -> Option<String> {
    let shape: v1::Session = serde_json::from_str(text).ok()?;
    let mut packed = serde_json::to_value(write(&shape)?).ok()?;
    let fields = packed.as_object_mut()?;
    for (name, value) in shape.extra {
        if fields.insert(name, value).is_some() {
            return None;
        }
    }
    let packed = spell(&packed);
    (unpack(&packed).as_ref().map(spell).as_deref() == Some(text)).then_some(packed)
}

/// The session in a text of the second form. `None` for any other text, and for one with something in
/// it that only a later version knows.
pub fn unpack(text: &str) -> Option<v1::Session> {
    // Ten thousand of these are read at the start: the way without other fields is the faster one.
    let tight = looks_packed(text).then(|| serde_json::from_str::<Tight>(text).ok()).flatten();
    let loose = match tight {
        Some(Tight { b, id, kind, rev, updated, v }) => {
            Loose { b, id, kind, rev, updated, v, extra: v1::Extra::new() }
        }
        None => serde_json::from_str(text).ok()?,
    };
    if loose.v != VERSION || loose.kind != v1::SESSION {
        return None;
    }
    read(loose).ok()
}

fn write(shape: &v1::Session) -> Option<Tight> {
    let since = shape.updated.checked_sub(shape.start)?;
    let details = shape.stop_details.iter().map(|detail| write_detail(shape.start, detail));
    let b = Columns {
        session: shape.session.clone(),
        since,
        offset: shape.offset,
        active: shape.active,
        zone: Word::write(filled(&shape.zone), ZONES),
        end: Word::write(Some(&shape.end), ENDS),
        app: Word::write(Some(&shape.app), NONE),
        done: List(shape.done.iter().map(write_row).collect()),
        day: write_day(shape),
        pain_before: number(shape.pain_before)?,
        change: number(shape.change)?,
        effort: number(shape.effort)?,
        pain_after: number(shape.pain_after)?,
        soreness_before: number(shape.soreness_before)?,
        form: Word::write(shape.form.as_deref(), FORMS),
        felt: Word::write(shape.felt.as_deref(), FELT),
        morning: number(shape.morning)?,
        stiffness_before: number(shape.stiffness_before)?,
        stiffness_after: number(shape.stiffness_after)?,
        place_before: Word::write(shape.place_before.as_deref(), PLACES),
        sport_before: Word::write(shape.sport_before.as_deref(), SPORTS),
        stop: Word::write(shape.stop.as_deref(), STOPS),
        note: Word::write(filled(&shape.note), NONE),
        stops: List(shape.stops.iter().map(write_stop).collect()),
        swaps: List(shape.swaps.iter().map(write_swap).collect()),
        stop_details: List(details.collect::<Option<_>>()?),
        felt_in: List(shape.felt_in.iter().map(write_felt).collect()),
    };
    Some(Tight {
        b,
        id: shape.id.clone(),
        kind: shape.kind.clone(),
        rev: shape.rev,
        updated: shape.updated,
        v: VERSION,
    })
}

fn read(loose: Loose) -> Result<v1::Session, Unknown> {
    let Loose { b, id, kind, rev, updated, v: _, extra } = loose;
    let start = updated.checked_sub(b.since).ok_or(Unknown)?;
    let day = b.day.read(NONE)?.unwrap_or_else(|| Day::of(start, b.offset).iso());
    Ok(v1::Session {
        v: v1::VERSION,
        kind,
        id,
        rev,
        updated,
        session: b.session,
        start,
        offset: b.offset,
        zone: b.zone.read(ZONES)?.unwrap_or_default(),
        day,
        active: b.active,
        end: needed(b.end, ENDS)?,
        stop: b.stop.read(STOPS)?,
        pain_before: read_number(b.pain_before),
        place_before: b.place_before.read(PLACES)?,
        sport_before: b.sport_before.read(SPORTS)?,
        soreness_before: read_number(b.soreness_before),
        stiffness_before: read_number(b.stiffness_before),
        change: read_number(b.change),
        pain_after: read_number(b.pain_after),
        stiffness_after: read_number(b.stiffness_after),
        effort: read_number(b.effort),
        form: b.form.read(FORMS)?,
        felt: b.felt.read(FELT)?,
        morning: read_number(b.morning),
        note: b.note.read(NONE)?.unwrap_or_default(),
        done: each(b.done, read_row)?,
        stops: each(b.stops, read_stop)?,
        swaps: each(b.swaps, read_swap)?,
        stop_details: each(b.stop_details, |detail| read_detail(start, detail))?,
        felt_in: each(b.felt_in, read_felt)?,
        app: needed(b.app, NONE)?,
        extra,
    })
}

fn each<T, R>(list: List<T>, read: impl FnMut(T) -> Result<R, Unknown>) -> Result<Vec<R>, Unknown> {
    list.0.into_iter().map(read).collect()
}

fn filled(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

fn write_day(shape: &v1::Session) -> Word {
    let usual = Day::of(shape.start, shape.offset).iso() == shape.day;
    if usual { Word::default() } else { Word::write(Some(&shape.day), NONE) }
}

fn exercise(slug: &str) -> Word {
    Word::write(Some(slug), EXERCISES)
}

/// A word that is always there; no word at all is not of this form.
fn needed(word: Word, list: &[&str]) -> Result<String, Unknown> {
    word.read(list)?.ok_or(Unknown)
}

fn write_row(v1::Row(slug, mode, sides): &v1::Row) -> Row {
    Row(exercise(slug), Word::write(Some(mode), MODES), write_sides(sides))
}

fn read_row(Row(slug, mode, sides): Row) -> Result<v1::Row, Unknown> {
    let sides = match sides {
        Sides::Even(which, count, held) => {
            let which = usize::try_from(which).ok().and_then(|which| EVEN.get(which));
            let done = &OUTCOMES[0];
            let side = |name: Option<&str>| {
                v1::SideRow(name.map(str::to_owned), count, count, held, (*done).to_owned())
            };
            which.ok_or(Unknown)?.iter().copied().map(side).collect()
        }
        Sides::Each(sides) => sides.into_iter().map(read_side).collect::<Result<_, _>>()?,
    };
    Ok(v1::Row(needed(slug, EXERCISES)?, needed(mode, MODES)?, sides))
}

fn write_sides(sides: &[v1::SideRow]) -> Sides {
    even(sides).unwrap_or_else(|| {
        let side = |v1::SideRow(side, planned, done, held, outcome): &v1::SideRow| {
            let outcome = Word::write(Some(outcome), OUTCOMES);
            Side(Word::write(side.as_deref(), SIDES), *planned, *done, *held, outcome)
        };
        Sides::Each(sides.iter().map(side).collect())
    })
}

/// Where every side did all that was planned, and the same.
fn even(sides: &[v1::SideRow]) -> Option<Sides> {
    let v1::SideRow(_, count, _, held, _) = sides.first()?;
    let as_planned = |v1::SideRow(_, planned, done, held_here, outcome): &v1::SideRow| {
        planned == count && done == count && held_here == held && outcome == OUTCOMES[0]
    };
    let names = || sides.iter().map(|v1::SideRow(side, ..)| side.as_deref());
    let which = EVEN.iter().position(|even| even.iter().copied().eq(names()))?;
    let which = u32::try_from(which).ok()?;
    sides.iter().all(as_planned).then_some(Sides::Even(which, *count, *held))
}

fn read_side(Side(side, planned, done, held, outcome): Side) -> Result<v1::SideRow, Unknown> {
    Ok(v1::SideRow(side.read(SIDES)?, planned, done, held, needed(outcome, OUTCOMES)?))
}

fn write_stop(v1::Stop(slug, side, reason): &v1::Stop) -> Stop {
    Stop(exercise(slug), Word::write(side.as_deref(), SIDES), Word::write(Some(reason), STOPS))
}

fn read_stop(Stop(slug, side, reason): Stop) -> Result<v1::Stop, Unknown> {
    Ok(v1::Stop(needed(slug, EXERCISES)?, side.read(SIDES)?, needed(reason, STOPS)?))
}

fn write_swap(v1::Swap(slug, side, degree, variant): &v1::Swap) -> Swap {
    let side = Word::write(side.as_deref(), SIDES);
    let variant = Word::write(variant.as_deref(), NONE);
    Swap(exercise(slug), side, Word::write(Some(degree), DEGREES), variant)
}

fn read_swap(Swap(slug, side, degree, variant): Swap) -> Result<v1::Swap, Unknown> {
    let (slug, degree) = (needed(slug, EXERCISES)?, needed(degree, DEGREES)?);
    Ok(v1::Swap(slug, side.read(SIDES)?, degree, variant.read(NONE)?))
}

fn write_detail(
    start: i64,
    v1::StopDetail(at, place, side): &v1::StopDetail,
) -> Option<StopDetail> {
    let since = match at {
        Some(at) => Some(at.checked_sub(start)?),
        None => None,
    };
    let place = Word::write(place.as_deref(), SPOTS);
    Some(StopDetail(number(since)?, place, Word::write(side.as_deref(), SIDES)))
}

fn read_detail(
    start: i64,
    StopDetail(since, place, side): StopDetail,
) -> Result<v1::StopDetail, Unknown> {
    let at = match read_number(since) {
        Some(since) => Some(start.checked_add(since).ok_or(Unknown)?),
        None => None,
    };
    Ok(v1::StopDetail(at, place.read(SPOTS)?, side.read(SIDES)?))
}

fn write_felt(v1::FeltIn(slug, at): &v1::FeltIn) -> FeltIn {
    FeltIn(exercise(slug), Word::write(Some(at), SPOTS))
}

fn read_felt(FeltIn(slug, at): FeltIn) -> Result<v1::FeltIn, Unknown> {
    Ok(v1::FeltIn(needed(slug, EXERCISES)?, needed(at, SPOTS)?))
}
