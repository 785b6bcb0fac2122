//! What can be read stands on a page, in both languages, and leads to pages that are there.

use super::*;

fn pages(address: Option<&str>) -> Files {
    let mut files = Files::new();
    add(&mut files, address);
    files
}

/// The pages themselves, without their stylesheet.
fn written(files: &Files) -> impl Iterator<Item = (&str, &str)> {
    let all = files.keys().map(|path| (path.as_str(), text(files, path)));
    all.filter(|(_, text)| text.starts_with("<!DOCTYPE html>"))
}

fn text<'a>(files: &'a Files, path: &str) -> &'a str {
    let bytes = files.get(path).unwrap_or_else(|| panic!("there is no {path}"));
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn every_exercise_is_on_a_page_in_both_languages_with_all_its_steps() {
    let files = pages(None);
    for exercise in &catalogue().exercises {
        for language in Language::ALL {
            let page = text(&files, &exercise_path(&exercise.id, language));
            let names = [&exercise.plain_name, &exercise.technical_name, &exercise.why];
            for wanted in names.into_iter().chain(&exercise.steps).chain(&exercise.mistakes) {
                let wanted = escaped(wanted.read(language));
                assert!(page.contains(&wanted), "{}: {wanted}", exercise.id.as_str());
            }
            let index = text(&files, &format!("{}index.html", index_of(language)));
            assert!(index.contains(&format!("{}.html", exercise.id.as_str())));
        }
    }
}

#[test]
fn every_chapter_is_on_a_page_in_both_languages_with_all_its_text() {
    let files = pages(None);
    for chapter in &reading().chapters {
        for language in Language::ALL {
            let page = text(&files, &chapter_path(&chapter.slug, language));
            for part in &chapter.parts {
                for wanted in std::iter::once(&part.heading).chain(&part.paragraphs) {
                    let wanted = escaped(wanted.read(language));
                    assert!(page.contains(&wanted), "{}: {wanted}", chapter.slug);
                }
            }
        }
    }
}

#[test]
fn every_rule_stands_on_the_page_of_sources_where_links_lead() {
    let files = pages(None);
    for path in SOURCES {
        let page = text(&files, path);
        for rule in &reading().rules {
            assert!(page.contains(&format!("<dt id=\"{}\">", rule.id)), "{}", rule.id);
        }
    }
    let chapter = &reading().chapters[0];
    let link = format!("../../lezen/bronnen.html#{}", chapter.parts[0].rules[0]);
    assert!(text(&files, &chapter_path(&chapter.slug, Language::Dutch)).contains(&link));
}

#[test]
fn no_link_leads_to_a_page_that_is_not_there_or_to_the_root_of_a_host() {
    let files = pages(None);
    for (path, page) in written(&files) {
        for link in page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            if link == "tel:112" {
                continue;
            }
            let up = "../".repeat(path.matches('/').count());
            let rest = link.strip_prefix(&up);
            let rest = rest.unwrap_or_else(|| panic!("{path} leads to {link}"));
            let file = rest.split('#').next().unwrap_or_default();
            let ours = file.is_empty() || file == "icons/soepel.svg" || file == STYLE;
            let index = files.contains_key(&format!("{file}index.html"));
            assert!(ours || index || files.contains_key(file), "{path} leads to {link}");
        }
    }
}

#[test]
fn without_an_address_no_page_names_a_host_and_with_one_the_list_of_pages_has_them_all() {
    let files = pages(None);
    for (path, page) in written(&files) {
        let head = page.split("</head>").next().unwrap();
        assert!(!head.contains("http://") && !head.contains("https://"), "{path}");
    }
    assert!(!files.contains_key(crate::SITEMAP));
    let known = pages(Some("https://soepel.example/"));
    let list = text(&known, crate::SITEMAP);
    let pages = written(&known).count();
    assert_eq!(list.matches("<url>").count(), pages + 1);
    assert!(list.contains("<loc>https://soepel.example/lezen/uitleg/sitting.html</loc>"));
    let page = text(&known, "read/chapters/sitting.html");
    assert!(
        page.contains("hreflang=\"nl\" href=\"https://soepel.example/lezen/uitleg/sitting.html\"")
    );
}

#[test]
fn a_page_says_its_language_its_own_words_and_has_no_script() {
    let files = pages(None);
    for (path, page) in written(&files) {
        let tag = if path.starts_with("lezen/") { "nl" } else { "en" };
        assert!(page.contains(&format!("<html lang=\"{tag}\">")), "{path}");
        assert_eq!(page.matches("<h1>").count(), 1, "{path}");
        assert!(!page.contains("<script") && !page.contains(" style="), "{path}");
        assert!(page.contains("<meta name=\"description\" content=\""), "{path}");
    }
}
