//! A file and what is kept, put together. In whatever order files come, the outcome is the same,
//! and no id is ever lost.

use serde_json::Value;

use super::{
    import::{Parsed, Refused},
    json::canonical,
    keys::{Key, Twin},
    payload::{Payload, What},
    store::{Archive, chain},
    writes::{Write, remove},
};

/// What would happen, shown before anything does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// Sessions, and records that a newer version knows, that are not here yet.
    pub new: usize,
    pub same: usize,
    pub newer_in_file: usize,
    pub newer_here: usize,
    /// Sessions here that were deleted where the file comes from, after they were last changed.
    pub deleted_in_file: usize,
    /// Records that only a newer version can read. They are counted above too.
    pub kept_verbatim: usize,
    /// Texts that could not be read where the file comes from, and are not here yet.
    pub quarantined: usize,
    /// The answers to the screening questions in the file are later than those here.
    pub screening_newer: bool,
    /// The file has settings, other than those here.
    pub settings_differ: bool,
    /// A newer version made the file.
    pub from_newer: bool,
    pub refused: Vec<Refused>,
}

/// Whether the settings of the file replace those here. Records and answers always merge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingsChoice {
    KeepOurs,
    TakeTheirs,
}

pub fn preview(parsed: &Parsed, archive: &Archive) -> Preview {
    let mut preview = Preview {
        quarantined: quarantine_writes(parsed, archive).count(),
        screening_newer: later_screening(parsed, archive).is_some(),
        settings_differ: other_settings(parsed, archive).is_some(),
        from_newer: parsed.from_newer,
        refused: parsed.refused.clone(),
        ..Preview::default()
    };
    let winners = archive.winners();
    for theirs in &parsed.records {
        let deleted = matches!(theirs.what, What::Deleted(_));
        preview.kept_verbatim += usize::from(theirs.what == What::Beyond);
        let Some(key) = theirs.key() else { continue };
        let count = match chain(&key).and_then(|chain| winners.get(&chain)) {
            // A tombstone for something that never was here changes nothing that shows.
            None if deleted => continue,
            None => &mut preview.new,
            Some((_, ours)) if ours.says_the_same(theirs) => &mut preview.same,
            Some((_, ours)) if ours.rank(theirs).is_gt() => &mut preview.newer_here,
            Some((_, ours)) if deleted && !matches!(ours.what, What::Deleted(_)) => {
                &mut preview.deleted_in_file
            }
            Some(_) => &mut preview.newer_in_file,
        };
        *count += 1;
    }
    preview
}

/// Records first, so that a full storage costs settings before it costs history. Earlier
/// revisions go last.
pub fn merge(parsed: &Parsed, archive: &Archive, settings: SettingsChoice) -> Vec<Write> {
    let winners = archive.winners();
    let mut writes = Vec::new();
    let mut removals = Vec::new();
    for theirs in &parsed.records {
        let Some(key) = theirs.key() else { continue };
        let Some(chain) = chain(&key) else { continue };
        let ours = winners.get(&chain);
        if ours.is_some_and(|(_, ours)| ours.rank(theirs).is_ge()) {
            continue;
        }
        writes.push(Write::Put { key: key.to_string(), value: theirs.seal() });
        if theirs.what != What::Beyond {
            let earlier = archive.revisions(chain).map(|(other, _)| other);
            removals.extend(earlier.filter(|other| **other != key).map(remove));
        }
    }
    writes.extend(quarantine_writes(parsed, archive));
    // A slot that only a newer version may write keeps what it has; the preview never promised it.
    if let Some(theirs) = later_screening(parsed, archive) {
        writes.extend(put_single(archive, Twin::Screening, theirs));
    }
    if let (SettingsChoice::TakeTheirs, Some(theirs)) = (settings, other_settings(parsed, archive))
    {
        writes.extend(put_single(archive, Twin::Settings, theirs));
    }
    writes.extend(removals);
    writes
}

fn quarantine_writes<'a>(
    parsed: &'a Parsed,
    archive: &'a Archive,
) -> impl Iterator<Item = Write> + 'a {
    parsed.quarantine.iter().filter_map(|(name, raw)| {
        let key = Key::quarantine(name, raw);
        let here = archive.quarantined.contains_key(&key);
        (!here).then(|| Write::Put { key: key.to_string(), value: raw.clone() })
    })
}

/// The answers of the later moment; at the same moment the larger text, so that two devices agree.
fn later_screening<'a>(parsed: &'a Parsed, archive: &Archive) -> Option<&'a Payload> {
    let rank = |payload: &Payload| (payload.head.updated, canonical(&payload.without_revision()));
    let theirs = parsed.screening.as_ref()?;
    let ours = archive.latest(Twin::Screening).map(|(_, payload)| rank(payload));
    (ours < Some(rank(theirs))).then_some(theirs)
}

fn other_settings<'a>(parsed: &'a Parsed, archive: &Archive) -> Option<&'a Payload> {
    let theirs = parsed.settings.as_ref()?;
    let ours = archive.latest(Twin::Settings).map(|(_, payload)| payload.without_revision());
    (ours.as_ref() != Some(&theirs.without_revision())).then_some(theirs)
}

fn put_single(archive: &Archive, twin: Twin, theirs: &Payload) -> Vec<Write> {
    let text = |revision: u32| {
        let mut value = theirs.without_revision();
        if let Some(fields) = value.as_object_mut() {
            fields.insert("rev".to_owned(), Value::from(revision));
        }
        canonical(&value)
    };
    archive.put_twin(twin, text).unwrap_or_default()
}
