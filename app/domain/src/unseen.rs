/// Whether a character is invisible: soft hyphens, zero-width characters and directional marks (Unicode general category Cf), and variation
/// selectors. Mailers, messengers and address books insert them around or into a text.
pub(crate) const fn is_unseen(character: char) -> bool {
    matches!(
        character,
        '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
    )
}

/// Whether a character is white space or invisible, so that it is trimmed.
pub(crate) fn is_around(character: char) -> bool {
    character.is_whitespace() || is_unseen(character)
}
