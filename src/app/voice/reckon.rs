//! How long it takes to say something. Voices differ; this is a slow one, so that what fits here
//! fits in most mouths.

use crate::domain::{text::Language, time::Millis};

/// Until a device begins to speak. Our choice.
const LAG: u64 = 300;
/// A breath at a comma, colon or full stop within the text. Our choice.
const BREATH: u64 = 250;
/// A digit is read as a word of about so many letters: "30" is "dertig". Our choice.
const DIGIT: u64 = 5;

/// Letters in a second, of a voice at its usual speed. Our choice.
fn letters_in_a_second(language: Language) -> u64 {
    match language {
        Language::Dutch => 14,
        Language::English => 15,
    }
}

/// The time from asking for this text to its last sound.
pub fn reckon(text: &str, language: Language) -> Millis {
    let letters: u64 =
        text.chars().map(|letter| if letter.is_ascii_digit() { DIGIT } else { 1 }).sum();
    let within = text.trim_end_matches(['.', '!', '?']);
    let breaths = within.chars().filter(|letter| ".,:;?!".contains(*letter)).count() as u64;
    Millis(LAG + letters * 1_000 / letters_in_a_second(language) + breaths * BREATH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longer_texts_take_longer_and_numbers_are_words() {
        let dutch = |text| reckon(text, Language::Dutch);
        assert!(dutch("Rust.") < dutch("Rust. Schud los."));
        assert_eq!(dutch("30 tellen"), dutch("abcdefghij tellen"));
        assert!(dutch("Nog, vijf") > dutch("Nog  vijf"));
        assert_eq!(dutch("Rust."), Millis(300 + 5_000 / 14));
        assert!(reckon("Let go", Language::English) < dutch("Let go"));
    }

    #[test]
    fn pressing_and_letting_go_are_said_within_their_own_time() {
        let voice = &crate::content::catalogue().voice;
        for language in Language::ALL {
            for (line, most) in
                [("pnf-contract-self", 10), ("pnf-contract-partner", 10), ("pnf-relax", 5)]
            {
                let text = voice[line].read(language);
                assert!(reckon(text, language) < Millis(most * 1_000), "{text}");
            }
        }
    }
}
