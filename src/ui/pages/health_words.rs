//! What was found about the keeping, in words that say what to do about it.

use crate::{
    app::{
        backup::{Net, due::Copy},
        health::{Finding, First},
        hearing::Hearing,
        mirror::Copied,
    },
    content::phrases::data_health as words,
    ui::words::{fill, say},
};

pub(super) fn title(found: &Finding) -> String {
    say(match found {
        Finding::First(_) => words::FIRST,
        Finding::Second(_) => words::SECOND,
        Finding::Room(_) => words::ROOM,
        Finding::Damaged(_) => words::DAMAGED,
        Finding::Newer(_) => words::NEWER,
        Finding::Lasting(_) => words::LASTING,
        Finding::Copy(_) => words::FILE,
        Finding::Snapshots(_) => words::NET,
        Finding::Installed(_) => words::INSTALLED,
        Finding::Offline(_) => words::OFFLINE,
        Finding::Policy(_) => words::POLICY,
        Finding::Voice(_) => words::VOICE,
        Finding::WakeLock(_) => words::WAKE_LOCK,
    })
}

pub(super) fn sentence(found: &Finding) -> String {
    let number = |phrase, number: usize| fill(phrase, &[("n", &number.to_string())]);
    match found {
        Finding::First(First::Keeps) => say(words::FIRST_KEEPS),
        Finding::First(First::Waits(changes)) => number(words::FIRST_WAITS, *changes),
        Finding::First(First::Blocked) => say(words::FIRST_BLOCKED),
        Finding::First(First::Unreadable) => say(words::FIRST_UNREADABLE),
        Finding::Second(Copied::Follows) => say(words::SECOND_FOLLOWS),
        Finding::Second(Copied::Unread) => say(words::SECOND_UNREAD),
        Finding::Second(Copied::Missing) => say(words::SECOND_MISSING),
        Finding::Room(percent) => number(words::ROOM_USED, *percent),
        Finding::Damaged(0) => say(words::DAMAGED_NONE),
        Finding::Damaged(texts) => number(words::DAMAGED_SOME, *texts),
        Finding::Newer(0) => say(words::NEWER_NONE),
        Finding::Newer(texts) => number(words::NEWER_SOME, *texts),
        Finding::Lasting(Some(true)) => say(words::LASTING_YES),
        Finding::Lasting(Some(false)) => say(words::LASTING_NO),
        Finding::Lasting(None) | Finding::Snapshots(Net::Unread) | Finding::Offline(None) => {
            say(words::NOT_SAID)
        }
        Finding::Copy(copy) => file(*copy),
        Finding::Snapshots(Net::Open(list)) => match list.len() {
            0 => say(words::NET_EMPTY),
            1 => say(words::NET_ONE),
            many => number(words::NET_HOLDS, many),
        },
        Finding::Snapshots(Net::Missing) => say(words::NET_MISSING),
        Finding::Installed(true) => say(words::INSTALLED_YES),
        Finding::Installed(false) => say(words::INSTALLED_NO),
        Finding::Offline(Some(true)) => say(words::OFFLINE_YES),
        Finding::Offline(Some(false)) => say(words::OFFLINE_NO),
        Finding::Policy(true) => say(words::POLICY_YES),
        Finding::Policy(false) => say(words::POLICY_NO),
        Finding::Voice(voice) => hearing(voice),
        Finding::WakeLock(true) => say(words::WAKE_LOCK_YES),
        Finding::WakeLock(false) => say(words::WAKE_LOCK_NO),
    }
}

fn file(copy: Copy) -> String {
    match copy {
        Copy::Needless => say(words::FILE_NEEDLESS),
        Copy::Quiet { days: None } | Copy::Due { days: None, .. } => say(words::FILE_NEVER),
        Copy::Quiet { days: Some(0) } | Copy::Due { days: Some(0), .. } => say(words::FILE_TODAY),
        Copy::Quiet { days: Some(1) } | Copy::Due { days: Some(1), .. } => {
            say(words::FILE_YESTERDAY)
        }
        Copy::Quiet { days: Some(days) } | Copy::Due { days: Some(days), .. } => {
            fill(words::FILE_DAYS, &[("n", &days.to_string())])
        }
    }
}

fn hearing(voice: &Hearing) -> String {
    match voice {
        Hearing::Speaks(name) => fill(words::VOICE_SPEAKS, &[("name", name)]),
        Hearing::Fails(name) => fill(words::VOICE_FAILS, &[("name", name)]),
        Hearing::OnlyByNetwork => say(words::VOICE_NETWORK),
        Hearing::Silent => say(words::VOICE_NONE),
    }
}
