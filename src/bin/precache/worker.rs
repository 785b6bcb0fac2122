//! The service worker's two stamped lines: the name of the build, and its files.

use super::{Files, PAGE, SITEMAP, WORKER, checksum, pages, short_checksum};

const VERSION_LINE: &str = "const VERSION = ";
const ASSETS_LINE: &str = "const ASSETS = ";

/// Only the install dialog and link previews show the pictures, and there is neither without
/// internet; what the pages to read say, the app says too.
const NOT_KEPT: [&str; 4] = ["screenshots/", pages::FOLDERS[0], pages::FOLDERS[1], SITEMAP];

/// The worker with its two lines filled in.
pub(super) fn stamp(worker: &str, files: &Files) -> Result<String, String> {
    let assets = assets(files);
    if !assets.iter().any(|(url, _)| url == "./") {
        return Err(format!("there is no {PAGE}: is it the built site?"));
    }
    let list: Vec<String> =
        assets.iter().map(|(url, sha256)| format!("  [{url:?}, {sha256:?}],\n")).collect();
    let worker = with_line(worker, ASSETS_LINE, &format!("[\n{}];", list.concat()))?;
    let unnamed = with_line(&worker, VERSION_LINE, "")?;
    // Of the worker's own text too: the same files under another worker are another build.
    let version = short_checksum(unnamed.as_bytes());
    with_line(&worker, VERSION_LINE, &format!("{version:?};"))
}

/// Address and checksum of what is kept. `index.html` goes by the address that people open: some
/// hosts answer its own name with a redirect.
fn assets(files: &Files) -> Vec<(String, String)> {
    files
        .iter()
        .filter(|(name, _)| !NOT_KEPT.iter().any(|place| name.starts_with(place)))
        .filter(|(name, _)| !name.split('/').any(|part| part.starts_with('.')))
        .map(|(name, bytes)| {
            let url = if name == PAGE { "./".to_owned() } else { format!("./{name}") };
            (url, checksum(bytes))
        })
        .collect()
}

/// `text` with the statement that starts with `start` replaced: up to the line that ends it with `;`.
fn with_line(text: &str, start: &str, statement: &str) -> Result<String, String> {
    if text.lines().filter(|line| line.starts_with(start)).count() != 1 {
        return Err(format!("{WORKER} must have one line that starts with `{start}`"));
    }
    let mut result = String::with_capacity(text.len());
    let mut replacing = false;
    for line in text.lines() {
        if line.starts_with(start) {
            result.push_str(start);
            result.push_str(statement);
            result.push('\n');
            replacing = true;
        } else if !replacing {
            result.push_str(line);
            result.push('\n');
        }
        replacing = replacing && !line.ends_with(';');
    }
    Ok(result)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str =
        "// A worker.\nconst VERSION = \"unstamped\";\nconst ASSETS = [];\nrest();\n";

    fn files(entries: &[(&str, &str)]) -> Files {
        entries.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    fn version(stamped: &str) -> &str {
        let line = stamped.lines().find(|line| line.starts_with(VERSION_LINE)).unwrap();
        line[VERSION_LINE.len()..].trim_matches(['"', ';'])
    }

    #[test]
    fn every_file_is_listed_with_its_checksum() {
        let stamped =
            stamp(TEMPLATE, &files(&[("index.html", "abc"), ("icons/a.svg", "")])).unwrap();
        // The checksums that FIPS 180-2 and everybody else give for "abc" and for nothing.
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        let nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert!(stamped.contains(&format!("[\"./\", \"{abc}\"],")), "{stamped}");
        assert!(stamped.contains(&format!("[\"./icons/a.svg\", \"{nothing}\"],")), "{stamped}");
        assert!(stamped.ends_with("];\nrest();\n"), "{stamped}");
    }

    #[test]
    fn the_version_follows_the_content_of_every_file() {
        let one = stamp(TEMPLATE, &files(&[("index.html", "a"), ("app.js", "1")])).unwrap();
        let same = stamp(TEMPLATE, &files(&[("index.html", "a"), ("app.js", "1")])).unwrap();
        let other = stamp(TEMPLATE, &files(&[("index.html", "a"), ("app.js", "2")])).unwrap();
        assert_eq!(version(&one), version(&same));
        assert_ne!(version(&one), version(&other));
        assert_eq!(version(&one).len(), 16);
    }

    #[test]
    fn another_worker_over_the_same_files_is_another_version() {
        let files = files(&[("index.html", "a")]);
        let one = stamp(TEMPLATE, &files).unwrap();
        let other = stamp(&TEMPLATE.replace("rest", "more"), &files).unwrap();
        assert_ne!(version(&one), version(&other));
    }

    #[test]
    fn stamping_twice_is_stamping_once() {
        let files = files(&[("index.html", "a"), ("app.js", "1")]);
        let once = stamp(TEMPLATE, &files).unwrap();
        assert_eq!(stamp(&once, &files).unwrap(), once);
    }

    #[test]
    fn hidden_files_screenshots_and_pages_to_read_are_not_kept() {
        let others = [".trunk-lock", "screenshots/a.png", "lezen/index.html", "read/index.html"];
        let mut files = files(&[("index.html", ""), ("sitemap.xml", "")]);
        files.extend(others.map(|name| (name.to_owned(), Vec::new())));
        let kept: Vec<String> = assets(&files).into_iter().map(|(url, _)| url).collect();
        assert_eq!(kept, ["./"]);
    }

    #[test]
    fn a_worker_without_the_two_lines_is_refused() {
        let files = files(&[("index.html", "")]);
        let problem = stamp("rest();\n", &files).unwrap_err();
        assert!(problem.contains("const ASSETS"), "{problem}");
    }

    #[test]
    fn a_site_without_a_page_is_refused() {
        let problem = stamp(TEMPLATE, &files(&[("app.js", "1")])).unwrap_err();
        assert!(problem.contains("index.html"), "{problem}");
    }
}
