//! Text made safe for a page, and what stands around each page.

use std::fmt::Write;

use soepel::{
    content::phrases::{Phrase, about, pages as words},
    domain::text::{Bilingual, Language},
};

/// What these pages may load: their stylesheet and the icon. They have no script; asking their own
/// host is what tools do that look for its robots.txt.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; \
    base-uri 'none'; form-action 'none'";

/// A page of one language while it is being written. Whatever is put in comes out as text.
pub(super) struct Page {
    pub(super) language: Language,
    /// From the page back to the folder of the site: `../../`.
    up: String,
    body: String,
}

/// What stands in the head, and where the page is.
#[derive(Debug)]
pub(super) struct About<'a> {
    pub(super) title: &'a str,
    pub(super) description: &'a str,
    /// From the folder of the site, in each language.
    pub(super) paths: [&'a str; 2],
    /// What opens in Soepel, as an address after its `#`.
    pub(super) route: &'a str,
    /// Where the site stands, if that is known.
    pub(super) address: Option<&'a str>,
}

impl Page {
    /// `path` is that of the page, from the folder of the site.
    pub(super) fn new(language: Language, path: &str) -> Self {
        let up = "../".repeat(path.matches('/').count());
        Self { language, up, body: String::new() }
    }

    pub(super) fn say(&self, phrase: Phrase) -> &'static str {
        phrase.read(self.language)
    }

    pub(super) fn read<'a>(&self, text: &'a Bilingual) -> &'a str {
        text.read(self.language)
    }

    /// The way to another page: both paths are from the folder of the site.
    pub(super) fn href(&self, path: &str) -> String {
        escaped(&format!("{}{path}", self.up))
    }

    /// Marks that were made here, with every text in them escaped.
    pub(super) fn put(&mut self, marks: &str) {
        self.body += marks;
    }

    pub(super) fn heading(&mut self, level: u8, text: &str) {
        _ = writeln!(self.body, "<h{level}>{}</h{level}>", escaped(text));
    }

    pub(super) fn paragraph(&mut self, text: &str) {
        _ = writeln!(self.body, "<p>{}</p>", escaped(text));
    }

    pub(super) fn note(&mut self, text: &str) {
        _ = writeln!(self.body, "<p class=\"note\">{}</p>", escaped(text));
    }

    /// A list of texts, in order where they are steps.
    pub(super) fn list(&mut self, kind: &str, texts: &[&str]) {
        _ = writeln!(self.body, "<{kind}>");
        for text in texts {
            _ = writeln!(self.body, "<li>{}</li>", escaped(text));
        }
        _ = writeln!(self.body, "</{kind}>");
    }

    /// A heading with a list under it, and neither without a text.
    pub(super) fn titled_list(&mut self, title: Phrase, kind: &str, texts: &[&str]) {
        if !texts.is_empty() {
            self.heading(2, self.say(title));
            self.list(kind, texts);
        }
    }

    /// Name and text, below each other; the text is marks.
    pub(super) fn terms(&mut self, terms: &[(String, String)]) {
        self.body += "<dl>\n";
        for (name, marks) in terms {
            _ = writeln!(self.body, "<dt>{}</dt>\n<dd>{marks}</dd>", escaped(name));
        }
        self.body += "</dl>\n";
    }

    /// The whole page.
    pub(super) fn finish(self, about: &About) -> String {
        let language = self.language;
        let tag = language.tag();
        let [own, other, locale] = match language {
            Language::Dutch => [about.paths[0], about.paths[1], "nl_NL"],
            Language::English => [about.paths[1], about.paths[0], "en_GB"],
        };
        let other_tag = other_language(language).tag();
        let title = escaped(about.title);
        let description = escaped(about.description);
        let style = self.href(super::STYLE);
        let icon = self.href("icons/soepel.svg");
        let other_page = self.href(other);
        let site = self.href("");
        let app = self.href(&format!("#{}", about.route));
        let all = self.href(super::index_of(language));
        let known = about.address.map_or_else(String::new, |address| {
            let [own, other] = [own, other].map(|path| escaped(&format!("{address}{path}")));
            let picture = escaped(&format!("{address}{}", crate::PREVIEW));
            format!(
                "<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{own}\">\n\
                 <link rel=\"alternate\" hreflang=\"{other_tag}\" href=\"{other}\">\n\
                 <meta property=\"og:url\" content=\"{own}\">\n\
                 <meta property=\"og:image\" content=\"{picture}\">\n"
            )
        });
        let body = &self.body;
        let words = |phrase: Phrase| escaped(phrase.read(language));
        let crumbs = if own == super::index_of(language) {
            String::new()
        } else {
            format!("<a href=\"{all}\">{}</a>\n", words(words::ALL))
        };
        format!(
            "<!DOCTYPE html>\n\
             <html lang=\"{tag}\">\n\
             <head>\n\
             <meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             <meta name=\"referrer\" content=\"no-referrer\">\n\
             <title>{title} · Soepel</title>\n\
             <meta name=\"description\" content=\"{description}\">\n\
             <meta property=\"og:type\" content=\"article\">\n\
             <meta property=\"og:site_name\" content=\"Soepel\">\n\
             <meta property=\"og:locale\" content=\"{locale}\">\n\
             <meta property=\"og:title\" content=\"{title}\">\n\
             <meta property=\"og:description\" content=\"{description}\">\n\
             {known}\
             <link rel=\"icon\" href=\"{icon}\" type=\"image/svg+xml\">\n\
             <link rel=\"stylesheet\" href=\"{style}\">\n\
             </head>\n\
             <body>\n\
             <header class=\"top\">\n\
             <nav class=\"top__way\" aria-label=\"{}\">\n\
             <a href=\"{site}\">{}</a>\n\
             {crumbs}\
             </nav>\n\
             <a href=\"{other_page}\" lang=\"{other_tag}\" hreflang=\"{other_tag}\">{}</a>\n\
             </header>\n\
             <main>\n\
             {body}\
             </main>\n\
             <footer class=\"foot\">\n\
             <h2>{}</h2>\n\
             <p>{}</p>\n\
             <p>{}</p>\n\
             <p>{} <a href=\"{app}\">{}</a></p>\n\
             </footer>\n\
             </body>\n\
             </html>\n",
            words(words::WHERE),
            words(words::SITE),
            words(words::OTHER_LANGUAGE),
            words(words::ABOUT),
            words(about::IS_NOT_TEXT),
            words(about::NOT_REVIEWED),
            words(words::OPEN_TEXT),
            words(words::OPEN),
        )
    }
}

pub(super) fn other_language(language: Language) -> Language {
    match language {
        Language::Dutch => Language::English,
        Language::English => Language::Dutch,
    }
}

/// Text as it may stand between marks and in quotes.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// As a sentence begins.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_never_becomes_a_mark() {
        let mut page = Page::new(Language::Dutch, "lezen/a.html");
        page.heading(2, "<script>\"&");
        assert_eq!(page.body, "<h2>&lt;script&gt;&quot;&amp;</h2>\n");
    }

    #[test]
    fn a_page_finds_its_way_back_from_any_depth() {
        let page = |path| Page::new(Language::Dutch, path).href("lezen/x.css");
        assert_eq!(page("lezen/index.html"), "../lezen/x.css");
        assert_eq!(page("lezen/oefeningen/a.html"), "../../lezen/x.css");
    }
}
