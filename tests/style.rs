//! The stylesheets keep their promises: contrast in both themes, one home for colours, no loose ends.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

const LAYERS: &str = "@layer reset, base, layout, components, pages, utilities;";

/// WCAG 2.2 AA: 1.4.3 for text, 1.4.11 for what tells a control or a meaning.
const TEXT: f64 = 4.5;
const CONTROL: f64 = 3.0;

#[derive(Clone, Copy, Debug)]
enum Theme {
    Light,
    Dark,
}

/// What is written on what.
const WRITTEN: &[(&str, &[&str])] = &[
    ("text", &["page", "surface", "surface-sunken", "chosen-tint", "action-tint", "stop-tint"]),
    ("text", &["warning-tint", "information-tint", "done-tint"]),
    ("text", &["phase-prepare-tint", "phase-move-tint", "phase-hold-tint", "phase-press-tint"]),
    ("text", &["phase-relax-tint", "phase-rest-tint", "phase-paused-tint"]),
    ("text-soft", &["page", "surface", "surface-sunken", "chosen-tint", "stop-tint"]),
    ("text-soft", &["warning-tint", "information-tint", "done-tint"]),
    ("text-soft", &["phase-prepare-tint", "phase-move-tint", "phase-hold-tint"]),
    ("text-soft", &["phase-press-tint", "phase-relax-tint", "phase-rest-tint"]),
    ("link", &["page", "surface", "surface-sunken", "chosen-tint", "information-tint"]),
    ("link", &["warning-tint", "stop-tint", "done-tint"]),
    ("chosen", &["page", "surface", "chosen-tint", "information-tint"]),
    ("on-chosen", &["chosen"]),
    ("action", &["page", "surface", "action-tint"]),
    ("action-pressed", &["action-tint", "surface"]),
    ("on-action", &["action", "action-pressed"]),
    ("stop", &["page", "surface", "stop-tint"]),
    ("on-stop", &["stop"]),
    ("warning", &["warning-tint"]),
    ("information", &["information-tint"]),
    ("done", &["done-tint"]),
    ("on-block", &["block", "block-line"]),
    ("on-block-soft", &["block", "block-line"]),
    ("block-action", &["block"]),
    ("on-block-action", &["block-action", "block-action-pressed"]),
    ("page", &["text", "text-soft"]),
    ("on-phase", &["phase-prepare", "phase-move", "phase-hold", "phase-press", "phase-relax"]),
    ("on-phase", &["phase-rest", "phase-paused"]),
];

/// What has to be told apart from what it stands on.
const SEEN: &[(&str, &[&str])] = &[
    ("control-edge", &["page", "surface", "surface-sunken"]),
    ("control-edge", &["phase-prepare-tint", "phase-hold-tint", "phase-press-tint"]),
    ("focus", &["page", "surface", "surface-sunken", "chosen-tint", "stop-tint", "warning-tint"]),
    ("focus", &["phase-prepare-tint", "phase-move-tint", "phase-hold-tint", "phase-press-tint"]),
    ("focus", &["phase-relax-tint", "phase-rest-tint", "phase-paused-tint"]),
    ("phase-prepare", &["phase-prepare-tint"]),
    ("phase-move", &["phase-move-tint"]),
    ("phase-hold", &["phase-hold-tint", "surface"]),
    ("phase-press", &["phase-press-tint", "surface"]),
    ("phase-relax", &["phase-relax-tint", "surface"]),
    ("phase-rest", &["phase-rest-tint", "surface"]),
    ("phase-paused", &["phase-paused-tint"]),
    ("block-action", &["block"]),
    ("done", &["surface", "page"]),
    ("figure-working", &["surface", "figure-outline"]),
    ("figure-trunk", &["surface"]),
    ("figure-pelvis", &["surface"]),
    ("figure-floor", &["surface"]),
    ("figure-prop", &["surface"]),
    ("figure-marker", &["surface"]),
];

#[test]
fn what_is_written_can_be_read_in_both_themes() {
    assert_contrast(WRITTEN, TEXT);
}

#[test]
fn controls_phases_and_figures_can_be_told_from_their_ground() {
    assert_contrast(SEEN, CONTROL);
}

#[test]
fn black_on_white_has_the_contrast_that_the_standard_gives() {
    let black = luminance("oklch(0 0 0)");
    let white = luminance("oklch(1 0 0)");
    assert!((contrast(black, white) - 21.0).abs() < 0.05);
    // #777777 on white, from the standard's own technique G18: 4.48.
    let grey = luminance("oklch(0.5693 0 0)");
    assert!((contrast(grey, white) - 4.48).abs() < 0.02);
}

#[test]
fn the_order_of_the_layers_is_said_first() {
    let tokens = fs::read_to_string("src/style/tokens.css").unwrap();
    assert!(tokens.starts_with(LAYERS), "tokens.css must begin with `{LAYERS}`");
}

#[test]
fn every_rule_stands_in_a_layer() {
    for (file, css) in sheets() {
        let bare = css.trim_start().trim_start_matches(LAYERS).trim_start();
        assert!(bare.starts_with("@layer "), "{file}: put its rules in one @layer");
        assert!(bare.trim_end().ends_with('}'), "{file}: the last brace is missing");
        let open = bare.matches('{').count();
        assert_eq!(open, bare.matches('}').count(), "{file}: braces do not pair");
    }
}

#[test]
fn only_the_tokens_name_a_colour() {
    for (file, css) in sheets() {
        if file.ends_with("tokens.css") {
            continue;
        }
        for word in ["oklch(", "rgb(", "rgba(", "hsl(", "light-dark("] {
            assert!(!css.contains(word), "{file}: `{word}` belongs in tokens.css");
        }
        for declaration in css.split([';', '{', '}']).filter_map(|part| part.split_once(':')) {
            let value = declaration.1;
            assert!(!value.contains('#'), "{file}: `{}` names a colour", value.trim());
            let named =
                value.split_whitespace().any(|word| ["black", "white", "red"].contains(&word));
            assert!(!named, "{file}: `{}` names a colour", value.trim());
        }
    }
}

/// Two things of one name lie over each other without anybody having meant it. Where a page stands
/// is the layout's, which may place what a component looks like.
#[test]
fn every_block_is_at_home_in_one_sheet() {
    let mut homes: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (name, css) in sheets().into_iter().filter(|(name, _)| !name.ends_with("layout.css")) {
        for line in css.lines().map(str::trim) {
            let block = line.strip_prefix('.').and_then(|rest| rest.strip_suffix(" {"));
            if let Some(block) = block.filter(|block| block.chars().all(is_name)) {
                homes.entry(block.to_owned()).or_default().insert(name.clone());
            }
        }
    }
    let shared: Vec<_> = homes.into_iter().filter(|(_, homes)| homes.len() > 1).collect();
    assert!(shared.is_empty(), "give one of the two another name: {shared:?}");
}

#[test]
fn every_variable_that_is_used_is_defined() {
    let mut defined: BTreeSet<String> = BTreeSet::new();
    let mut used: Vec<(String, String)> = Vec::new();
    for (file, css) in sheets() {
        defined.extend(definitions(&css).map(|(name, _)| name));
        for rest in css.split("var(--").skip(1) {
            let name: String = rest.chars().take_while(|&sign| is_name(sign)).collect();
            let fallback = rest[name.len()..].trim_start().starts_with(',');
            if !fallback {
                used.push((file.clone(), name));
            }
        }
    }
    for (file, name) in used {
        assert!(defined.contains(&name), "{file}: --{name} is defined nowhere");
    }
}

#[test]
fn the_focus_ring_is_never_taken_away() {
    for (file, css) in sheets() {
        for taken in ["outline: none", "outline: 0", "outline-style: none", "outline-width: 0"] {
            assert!(!css.contains(taken), "{file}: `{taken}` hides where the keyboard is");
        }
        // Where the input hides its ring, what stands round it shows one.
        if css.contains("outline-color: transparent") {
            let lent = css.contains(":focus-visible) {\n        outline: 3px");
            assert!(lent, "{file}: the ring is hidden and nothing shows it instead");
        }
    }
}

#[test]
fn nothing_is_fetched_from_elsewhere() {
    for (file, css) in sheets() {
        for word in ["@import", "url(", "@font-face"] {
            assert!(!css.contains(word), "{file}: `{word}` fetches what is not there offline");
        }
    }
}

#[test]
fn every_component_has_a_sheet_of_its_own_name() {
    let names = |folder: &str, ending: &str| -> BTreeSet<String> {
        files(Path::new(folder))
            .iter()
            .filter(|file| file.extension().is_some_and(|found| found == ending))
            .filter_map(|file| file.file_stem()?.to_str().map(str::to_owned))
            .filter(|name| name != "mod")
            .collect()
    };
    // The figure is drawn by several files; its sheet and its component have tests of their own.
    let components: BTreeSet<String> =
        names("src/ui/components", "rs").into_iter().filter(|name| name != "figure").collect();
    let sheets = names("src/style/components", "css");
    let bare: Vec<_> = components.difference(&sheets).collect();
    assert!(bare.is_empty(), "components without a sheet: {bare:?}");
}

fn assert_contrast(pairs: &[(&str, &[&str])], least: f64) {
    let tokens = Tokens::read();
    let mut failures = Vec::new();
    for theme in [Theme::Light, Theme::Dark] {
        for (front, grounds) in pairs {
            for ground in *grounds {
                let found =
                    contrast(tokens.luminance(front, theme), tokens.luminance(ground, theme));
                if found < least {
                    failures.push(format!("{theme:?}: --{front} on --{ground} is {found:.2}"));
                }
            }
        }
    }
    assert!(failures.is_empty(), "below {least}:\n{}", failures.join("\n"));
}

/// The first definition of each token: those of the plain `:root`.
struct Tokens(BTreeMap<String, String>);

impl Tokens {
    fn read() -> Self {
        let css =
            without_comments(&fs::read_to_string("src/style/tokens.css").expect("it is there"));
        let mut first = BTreeMap::new();
        for (name, value) in definitions(&css) {
            first.entry(name).or_insert(value);
        }
        Self(first)
    }

    fn luminance(&self, name: &str, theme: Theme) -> f64 {
        luminance(&self.resolve(&format!("var(--{name})"), theme))
    }

    fn resolve(&self, value: &str, theme: Theme) -> String {
        if let Some(name) = value.strip_prefix("var(--").and_then(|rest| rest.strip_suffix(')')) {
            let value = self.0.get(name).unwrap_or_else(|| panic!("--{name} is not in tokens.css"));
            return self.resolve(value, theme);
        }
        let Some(pair) = value.strip_prefix("light-dark(").and_then(|rest| rest.strip_suffix(')'))
        else {
            return value.to_owned();
        };
        let (light, dark) = pair.split_once(", ").expect("light-dark takes two");
        self.resolve(if matches!(theme, Theme::Light) { light } else { dark }, theme)
    }
}

fn contrast(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Relative luminance of `oklch(L C H)`, by way of Oklab and linear sRGB (CSS Color 4), each
/// channel kept within what a screen shows.
fn luminance(colour: &str) -> f64 {
    let inner = colour.strip_prefix("oklch(").and_then(|rest| rest.strip_suffix(')'));
    let parts: Vec<f64> = inner
        .unwrap_or_else(|| panic!("`{colour}` is no plain oklch"))
        .split_whitespace()
        .map(|part| part.parse().expect("oklch holds numbers"))
        .collect();
    let [lightness, chroma, hue] = parts[..] else { panic!("`{colour}` has not three parts") };
    let (a, b) = (chroma * hue.to_radians().cos(), chroma * hue.to_radians().sin());
    let long = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
    let middle = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
    let short = (lightness - 0.089_484_177_5 * a - 1.291_485_548 * b).powi(3);
    let red = 4.076_741_662_1 * long - 3.307_711_591_3 * middle + 0.230_969_929_2 * short;
    let green = -1.268_438_004_6 * long + 2.609_757_401_1 * middle - 0.341_319_396_5 * short;
    let blue = -0.004_196_086_3 * long - 0.703_418_614_7 * middle + 1.707_614_701 * short;
    0.2126 * red.clamp(0.0, 1.0) + 0.7152 * green.clamp(0.0, 1.0) + 0.0722 * blue.clamp(0.0, 1.0)
}

/// Each `--name: value;`, in the order of the file.
fn definitions(css: &str) -> impl Iterator<Item = (String, String)> {
    css.split([';', '{', '}']).filter_map(|part| {
        let (name, value) = part.trim().strip_prefix("--")?.split_once(':')?;
        Some((name.trim().to_owned(), value.trim().to_owned()))
    })
}

fn is_name(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || sign == '-'
}

/// Every stylesheet by its path, comments left out.
fn sheets() -> Vec<(String, String)> {
    let sheets: Vec<_> = files(Path::new("src/style"))
        .into_iter()
        .filter(|file| file.extension().is_some_and(|ending| ending == "css"))
        .map(|file| {
            (
                file.display().to_string(),
                without_comments(&fs::read_to_string(&file).expect("it can be read")),
            )
        })
        .collect();
    assert!(sheets.len() > 20, "the stylesheets are not where this test looks");
    sheets
}

fn without_comments(css: &str) -> String {
    let mut kept = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    kept + rest
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there").flatten() {
        let path = entry.path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}
