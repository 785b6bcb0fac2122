//! The voices that a device offers, and which of them speaks.

use super::text::Language;

/// One voice as the device tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// The device's own name for it.
    pub id: String,
    /// For people.
    pub name: String,
    /// `nl-NL`, or `nl_NL` on some phones.
    pub tag: String,
    /// Speaks by itself. The others send what they say to somebody else.
    pub local: bool,
    /// The device's first choice.
    pub usual: bool,
}

impl Offered {
    fn speaks(&self, language: Language) -> bool {
        let tag = self.tag.to_lowercase();
        tag.split(['-', '_']).next() == Some(language.tag())
    }
}

/// The voice for this language. One that sends the words away is left out: what Soepel says tells
/// about somebody's body.
pub fn choose(offered: &[Offered], language: Language) -> Option<&Offered> {
    let mut fitting: Vec<&Offered> =
        offered.iter().filter(|voice| voice.local && voice.speaks(language)).collect();
    fitting.sort_by_key(|voice| !voice.usual);
    fitting.first().copied()
}

/// Whether only voices speak this language that send the words away.
pub fn only_by_network(offered: &[Offered], language: Language) -> bool {
    choose(offered, language).is_none() && offered.iter().any(|voice| voice.speaks(language))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn voice(id: &str, tag: &str, local: bool, usual: bool) -> Offered {
        Offered { id: id.to_owned(), name: id.to_owned(), tag: tag.to_owned(), local, usual }
    }

    #[test]
    fn only_voices_of_the_language_speak_and_the_usual_one_first() {
        let offered = [
            voice("Samantha", "en-US", true, true),
            voice("Ellen", "nl-BE", true, false),
            voice("Xander", "nl_NL", true, true),
            voice("Nlaaa", "nlx", true, true),
        ];
        let name = |language| choose(&offered, language).map(|voice| voice.id.as_str());
        assert_eq!(name(Language::Dutch), Some("Xander"));
        assert_eq!(name(Language::English), Some("Samantha"));
        assert_eq!(choose(&offered[..1], Language::Dutch), None);
        assert_eq!(
            choose(&offered[1..2], Language::Dutch).map(|voice| voice.id.as_str()),
            Some("Ellen")
        );
    }

    #[test]
    fn a_voice_that_sends_the_words_away_does_not_speak() {
        let offered = [voice("Google Nederlands", "nl-NL", false, false)];
        assert_eq!(choose(&offered, Language::Dutch), None);
        assert!(only_by_network(&offered, Language::Dutch));
        assert!(!only_by_network(&offered, Language::English));
        assert!(!only_by_network(&[], Language::Dutch));
    }
}
