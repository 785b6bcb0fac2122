//! Where the site stands: what link previews need in full, and a site in any folder cannot know.

use super::{Files, PAGE, PREVIEW, take_text};

/// An address as whoever releases the site gives it: `https://soepel.example/`, with the folder.
pub(super) fn checked(address: &str) -> Result<String, String> {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || ".-_~:/".contains(letter);
    if !address.starts_with("https://") || !address.chars().all(plain) {
        return Err(format!("`{address}` is no address that begins with https://"));
    }
    let address = address.trim_end_matches('/');
    Ok(format!("{address}/"))
}

/// Makes the picture of the page's link preview whole, and says where the page stands.
pub(super) fn tell(files: &mut Files, address: &str) -> Result<(), String> {
    let page = take_text(files, PAGE)?;
    let start = page
        .split("<meta ")
        .find(|tag| tag.contains("og:image") && tag.contains(PREVIEW))
        .and_then(|tag| tag.split_inclusive('>').next())
        .map(|tag| format!("<meta {tag}"))
        .ok_or(format!("{PAGE} has no og:image of {PREVIEW}"))?;
    let whole = format!(
        "<meta property=\"og:image\" content=\"{address}{PREVIEW}\">\
         <meta property=\"og:url\" content=\"{address}\">"
    );
    files.insert(PAGE.to_owned(), page.replacen(&start, &whole, 1).into_bytes());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_preview_of_the_page_gets_the_address_in_full() {
        for tag in [
            "<meta content=./screenshots/preview.png property=og:image>",
            "<meta property=\"og:image\" content=\"./screenshots/preview.png\">",
        ] {
            let page = format!("<title>Soepel</title>{tag}<p>").into_bytes();
            let mut files = Files::from([(PAGE.to_owned(), page)]);
            tell(&mut files, "https://soepel.example/a/").unwrap();
            let page = String::from_utf8(files[PAGE].clone()).unwrap();
            let expected = "<title>Soepel</title><meta property=\"og:image\" \
                content=\"https://soepel.example/a/screenshots/preview.png\">\
                <meta property=\"og:url\" content=\"https://soepel.example/a/\"><p>";
            assert_eq!(page, expected);
        }
    }

    #[test]
    fn an_address_ends_in_one_slash_and_holds_nothing_odd() {
        assert_eq!(checked("https://a.example/b").unwrap(), "https://a.example/b/");
        assert_eq!(checked("https://a.example/").unwrap(), "https://a.example/");
        for odd in ["http://a.example", "a.example", "https://a\"b", "https://a b"] {
            assert!(checked(odd).is_err(), "{odd}");
        }
    }
}
