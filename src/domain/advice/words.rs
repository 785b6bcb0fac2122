//! Words that somebody else wrote: short, on one line, and nothing in them that hides or turns
//! around what stands beside them.

/// At most `MOST` characters, with no space around them and none of them unseen. Never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words<const MOST: usize>(String);

impl<const MOST: usize> Words<MOST> {
    pub const LONGEST: usize = MOST;

    /// None when it is empty, too long, or holds a character that nobody sees.
    pub fn new(text: &str) -> Option<Self> {
        let fits = (1..=MOST).contains(&text.chars().count());
        let plain = text.trim() == text && !text.chars().any(is_hidden);
        (fits && plain).then(|| Self(text.to_owned()))
    }

    /// What can be kept of what somebody typed; none when nothing is left.
    pub fn cleaned(text: &str) -> Option<Self> {
        let plain = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter });
        let seen: String = plain.filter(|letter| !is_hidden(*letter)).collect();
        let cut: String = seen.trim().chars().take(MOST).collect();
        Self::new(cut.trim())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Control characters, line breaks, and the format characters of Unicode: they change the order
/// in which a text is read, join it to what stands beside it, or make two texts look the same.
pub fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{ad}'
                | '\u{34f}'
                | '\u{600}'..='\u{605}'
                | '\u{61c}'
                | '\u{6dd}'
                | '\u{70f}'
                | '\u{115f}'..='\u{1160}'
                | '\u{17b4}'..='\u{17b5}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff0}'..='\u{fffb}'
                | '\u{1bca0}'..='\u{1bca3}'
                | '\u{1d173}'..='\u{1d17a}'
                | '\u{e000}'..='\u{f8ff}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}
