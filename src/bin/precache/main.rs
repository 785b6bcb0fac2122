//! Run by Trunk after each build: joins the stylesheets of a release into one, writes the pages that
//! can be read without the app, and writes into `sw.js` which files there are, and their checksums.
//!
//! It works on the folder in `TRUNK_STAGING_DIR`, or on the one it is given. `SOEPEL_ADDRESS` says
//! where the site will stand, if that is known. Doing it a second time is harmless.

use std::{
    collections::BTreeMap,
    env,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use sha2::{Digest, Sha256};

mod address;
mod pages;
mod stylesheet;
mod worker;

const PAGE: &str = "index.html";
const WORKER: &str = "sw.js";
/// What a link to the site shows.
const PREVIEW: &str = "screenshots/preview.png";
/// For search engines; it needs to know where the site stands.
const SITEMAP: &str = "sitemap.xml";

/// The bytes of each file, by its path in the folder, with `/` between the parts.
type Files = BTreeMap<String, Vec<u8>>;

fn main() -> ExitCode {
    let folder = env::args_os().nth(1).or_else(|| env::var_os("TRUNK_STAGING_DIR"));
    let Some(folder) = folder.map(PathBuf::from) else {
        eprintln!("precache: name the folder of the built site, as in `precache dist`");
        return ExitCode::FAILURE;
    };
    // While developing, the inspector is more use with the files as they were written.
    let joins = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let address = env::var("SOEPEL_ADDRESS").ok().filter(|address| !address.is_empty());
    match finish_folder(&folder, joins, address.as_deref()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("precache: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn finish_folder(folder: &Path, joins: bool, address: Option<&str>) -> Result<(), String> {
    let address = address.map(address::checked).transpose()?;
    let mut found = Files::new();
    read_into(&mut found, folder, folder)?;
    let mut files = found.clone();
    if joins {
        stylesheet::join(&mut files)?;
    }
    if let Some(address) = &address {
        address::tell(&mut files, address)?;
    }
    pages::add(&mut files, address.as_deref());
    let worker = worker::stamp(&take_text(&mut files, WORKER)?, &files)?;
    files.insert(WORKER.to_owned(), worker.into_bytes());
    write_changes(folder, &found, &files)
}

fn read_into(files: &mut Files, folder: &Path, below: &Path) -> Result<(), String> {
    let entries = fs::read_dir(below).map_err(|error| format!("{}: {error}", below.display()))?;
    for entry in entries {
        let path = entry.map_err(|error| format!("{}: {error}", below.display()))?.path();
        if path.is_dir() {
            read_into(files, folder, &path)?;
            continue;
        }
        let name = path.strip_prefix(folder).map_err(|error| error.to_string())?;
        let name = name.to_str().ok_or(format!("{}: not a name in UTF-8", path.display()))?;
        let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        files.insert(name.replace('\\', "/"), bytes);
    }
    Ok(())
}

fn write_changes(folder: &Path, before: &Files, after: &Files) -> Result<(), String> {
    for (name, bytes) in after.iter().filter(|(name, bytes)| before.get(*name) != Some(bytes)) {
        let path = folder.join(name);
        let below = path.parent().unwrap_or(folder);
        fs::create_dir_all(below).map_err(|error| format!("{}: {error}", below.display()))?;
        fs::write(&path, bytes).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    for name in before.keys().filter(|name| !after.contains_key(*name)) {
        let path = folder.join(name);
        fs::remove_file(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}

fn take_text(files: &mut Files, name: &str) -> Result<String, String> {
    let bytes = files.remove(name).ok_or(format!("there is no {name}: is it the built site?"))?;
    String::from_utf8(bytes).map_err(|_| format!("{name} is not UTF-8"))
}

/// The SHA-256 of `bytes`, in 64 hexadecimal digits.
fn checksum(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        write!(text, "{byte:02x}").expect("a String takes every write");
    }
    text
}

/// As much of a checksum as tells one build, or one file, from all others.
fn short_checksum(bytes: &[u8]) -> String {
    checksum(bytes)[..16].to_owned()
}
