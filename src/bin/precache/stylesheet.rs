//! One stylesheet where the page links to several.

use super::{Files, PAGE, short_checksum, take_text};

/// Puts one stylesheet where the page links to several: each would be a journey of its own before
/// anything can be painted. It has the content of all, in the order of the page.
pub(super) fn join(files: &mut Files) -> Result<(), String> {
    let page = take_text(files, PAGE)?;
    let mut rest = page.as_str();
    let mut around = vec![];
    let mut styles = vec![];
    let mut folder = "";
    while let Some((before, tag, after)) = next_stylesheet(rest) {
        let address = href(tag).ok_or(format!("{PAGE}: `{tag}` has no href"))?;
        let (place, name) = address.rsplit_once('/').unwrap_or((".", address));
        let style = files.remove(name);
        styles.push(style.ok_or(format!("{PAGE} links to {name}: it is not there"))?);
        around.push(before);
        folder = place;
        rest = after;
    }
    if around.is_empty() {
        files.insert(PAGE.to_owned(), page.into_bytes());
        return Ok(());
    }
    let styles = styles.join(&b'\n');
    let name = format!("style-{}.css", short_checksum(&styles));
    let link = format!(r#"<link rel="stylesheet" href="{folder}/{name}">"#);
    around.insert(1, &link);
    around.push(rest);
    files.insert(name, styles);
    files.insert(PAGE.to_owned(), around.concat().into_bytes());
    Ok(())
}

/// The text before the next link to a stylesheet, that link, and the text after it.
fn next_stylesheet(page: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    loop {
        let start = from + page[from..].find("<link ")?;
        let end = start + page[start..].find('>')? + 1;
        let tag = &page[start..end];
        if tag.contains("rel=stylesheet") || tag.contains("rel=\"stylesheet\"") {
            return Some((&page[..start], tag, &page[end..]));
        }
        from = end;
    }
}

/// Trunk writes attributes without quotes in a release.
fn href(tag: &str) -> Option<&str> {
    let (_, value) = tag.split_once(" href=")?;
    value.split(['"', ' ', '>']).find(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(entries: &[(&str, &str)]) -> Files {
        entries.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn several_stylesheets_become_one_in_the_order_of_the_page() {
        let page = "<link href=./b-1.css rel=stylesheet><link href=./i.svg rel=icon>\
            <link rel=\"stylesheet\" href=\"./a-2.css\"><p>";
        let mut files = files(&[("index.html", page), ("a-2.css", "a{}"), ("b-1.css", "b{}")]);
        join(&mut files).unwrap();
        let names: Vec<&String> = files.keys().collect();
        assert_eq!(names.len(), 2, "{names:?}");
        let style = names[1];
        assert_eq!(files[style], b"b{}\na{}");
        let link = format!("<link rel=\"stylesheet\" href=\"./{style}\">");
        let page = String::from_utf8(files["index.html"].clone()).unwrap();
        assert_eq!(page, format!("{link}<link href=./i.svg rel=icon><p>"));
    }

    #[test]
    fn a_page_without_stylesheets_stays_as_it_is() {
        let before = files(&[("index.html", "<p>"), ("a.css", "a{}")]);
        let mut after = before.clone();
        join(&mut after).unwrap();
        assert_eq!(after, before);
    }

    #[test]
    fn a_link_to_a_stylesheet_that_is_not_there_is_refused() {
        let mut files = files(&[("index.html", "<link href=./a.css rel=stylesheet>")]);
        let problem = join(&mut files).unwrap_err();
        assert!(problem.contains("a.css"), "{problem}");
    }

    #[test]
    fn joining_twice_is_joining_once() {
        let page = "<link href=./a.css rel=stylesheet><link href=./b.css rel=stylesheet>";
        let mut once = files(&[("index.html", page), ("a.css", "a{}"), ("b.css", "b{}")]);
        join(&mut once).unwrap();
        let mut twice = once.clone();
        join(&mut twice).unwrap();
        assert_eq!(twice, once);
    }
}
