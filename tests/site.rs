//! The page before the app: what stands in `index.html` and `public/`, as any host will serve it.

use std::{collections::BTreeSet, fs, path::Path};

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data:; media-src 'self' blob:; connect-src 'self'; \
    manifest-src 'self'; worker-src 'self'; base-uri 'self'; form-action 'none'";

#[test]
fn every_stylesheet_is_linked_once_and_the_tokens_come_first() {
    let page = read("index.html");
    let linked: Vec<&str> = page
        .lines()
        .filter(|line| line.contains(r#"rel="css""#))
        .filter_map(|line| value_of(line, "href"))
        .collect();
    let there = files_below("src/style", "css");
    assert_eq!(linked.first().copied(), Some("src/style/tokens.css"));
    assert_eq!(linked.len(), there.len(), "one line in index.html per file: {there:?}");
    let linked: BTreeSet<String> = linked.into_iter().map(str::to_owned).collect();
    assert_eq!(linked, there);
}

#[test]
fn the_content_policy_lets_nothing_in_from_elsewhere() {
    let page = read("index.html");
    let line = page.lines().find(|line| line.contains("Content-Security-Policy")).unwrap();
    assert_eq!(value_of(line, "content"), Some(POLICY));
}

#[test]
fn the_page_has_no_script_or_style_of_its_own() {
    let page = read("index.html");
    assert!(!page.contains("<style"), "styles go into src/style");
    assert!(!page.contains(" style="), "styles go into src/style");
    assert!(!page.contains(" onclick="), "scripts go into public");
    for script in page.lines().filter(|line| line.contains("<script")) {
        assert!(script.trim().ends_with("></script>"), "scripts go into public: {script}");
    }
}

/// The worker takes what begins with `./` for a file of the build, which these are not.
#[test]
fn without_scripts_the_page_leads_to_the_pages_to_read_and_the_worker_does_not_wait_for_them() {
    let page = read("index.html");
    let (_, rest) = page.split_once("<noscript>").expect("words for who has no scripts");
    let (words, _) = rest.split_once("</noscript>").expect("their end");
    for folder in ["lezen/", "read/"] {
        assert!(words.contains(&format!("<a href=\"{folder}\">")), "{folder}");
    }
    assert!(!words.contains("href=\"./"));
}

#[test]
fn a_link_to_the_page_shows_a_picture_of_the_size_that_previews_take() {
    assert!(read("index.html").contains("content=\"./screenshots/preview.png\""));
    assert_eq!(png_size("public/screenshots/preview.png"), (1200, 630));
}

#[test]
fn the_screenshots_of_the_manifest_are_there_in_their_size_and_light() {
    let manifest = manifest();
    let screenshots = manifest["screenshots"].as_array().unwrap();
    for form in ["narrow", "wide"] {
        assert!(screenshots.iter().any(|one| one["form_factor"] == form), "none is {form}");
    }
    for screenshot in screenshots {
        let file = screenshot["src"].as_str().unwrap().replace("./", "public/");
        let (width, height) = png_size(&file);
        assert_eq!(screenshot["sizes"], format!("{width}x{height}"), "{file}");
        assert!(fs::metadata(&file).unwrap().len() < 120_000, "{file} is heavy");
        assert!(!screenshot["label"].as_str().unwrap().is_empty(), "{file}");
    }
}

#[test]
fn nothing_of_the_page_names_another_host_or_the_root_of_this_one() {
    let mut files = files_below("public", "js");
    files.extend(["index.html", "public/manifest.webmanifest"].map(str::to_owned));
    for file in files {
        let text = read(&file);
        for foreign in ["http://", "https://", "href=\"/", "src=\"/", "\"src\": \"/"] {
            assert!(!text.contains(foreign), "{file} has `{foreign}`");
        }
    }
}

#[test]
fn every_icon_of_the_manifest_is_there_in_its_size() {
    let manifest = manifest();
    let icons = manifest["icons"].as_array().unwrap();
    for icon in icons {
        let file = icon["src"].as_str().unwrap().replace("./", "public/");
        if icon["sizes"] == "any" {
            assert!(read(&file).starts_with("<svg"), "{file}");
            continue;
        }
        let (width, height) = png_size(&file);
        assert_eq!(icon["sizes"], format!("{width}x{height}"), "{file}");
    }
    for (purpose, size) in
        [("any", "192x192"), ("any", "512x512"), ("maskable", "192x192"), ("maskable", "512x512")]
    {
        let found = icons.iter().any(|icon| icon["purpose"] == purpose && icon["sizes"] == size);
        assert!(found, "no {purpose} icon of {size}");
    }
    assert_eq!(png_size("public/icons/apple-touch-icon.png"), (180, 180));
}

#[test]
fn an_installed_app_starts_where_the_page_stands() {
    let manifest = manifest();
    for key in ["id", "start_url", "scope"] {
        assert_eq!(manifest[key], "./", "{key}");
    }
    for shortcut in manifest["shortcuts"].as_array().unwrap() {
        assert!(shortcut["url"].as_str().unwrap().starts_with("./#/"), "{shortcut}");
    }
}

fn manifest() -> serde_json::Value {
    serde_json::from_str(&read("public/manifest.webmanifest")).expect("the manifest is JSON")
}

fn read(file: &str) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn value_of<'a>(line: &'a str, attribute: &str) -> Option<&'a str> {
    let (_, rest) = line.split_once(&format!(" {attribute}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

fn files_below(folder: &str, ending: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(Path::new(folder)).expect("a folder") {
        let path = entry.expect("a readable entry").path();
        let name = path.to_str().expect("names are ASCII").to_owned();
        if path.is_dir() {
            found.extend(files_below(&name, ending));
        } else if path.extension().is_some_and(|found| found == ending) {
            found.insert(name);
        }
    }
    found
}

/// Width and height stand at a fixed place in a PNG's header.
fn png_size(file: &str) -> (u32, u32) {
    let bytes = fs::read(file).unwrap_or_else(|error| panic!("{file}: {error}"));
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
    assert!(bytes.starts_with(b"\x89PNG"), "{file} is not a PNG");
    (number(16), number(20))
}

#[test]
fn the_files_for_hosts_say_the_policy_of_the_page_and_that_nobody_may_frame_it() {
    let policy = format!("{POLICY}; frame-ancestors 'none'");
    let others = [
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "accelerometer=(self), gyroscope=(self)"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ("Cache-Control", "no-cache"),
    ];
    for file in ["hosting/_headers", "hosting/nginx.conf", "hosting/Caddyfile"] {
        let text = read(file);
        let said = |name: &str, value: &str| {
            text.lines().any(|line| line.contains(name) && line.contains(value))
        };
        assert!(said("Content-Security-Policy", &policy), "{file}");
        for (name, value) in others {
            assert!(said(name, value), "{file}: {name}");
        }
    }
}
