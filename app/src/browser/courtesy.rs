use crate::components::{FormError, Press, State};
use crate::view::Text;
use domain::{CodeError, OneTimeCode};

/// Validates what was typed, as far as this needs no server. The server validates it again.
pub(super) fn check(state: State, press: Press, typed: &str) -> Option<FormError> {
    let text = match press {
        Press::Request if typed.trim().is_empty() => Text::AddressEmpty,
        // U+FF20 is the full-width `@` of East Asian keyboards.
        Press::Request if !typed.contains(['@', '\u{FF20}']) => Text::AddressNoAt,
        Press::Verify => match OneTimeCode::parse(typed).err()? {
            CodeError::Empty => Text::CodeEmpty,
            CodeError::NotDigits => Text::CodeNotDigits,
            CodeError::TooShort => Text::CodeTooShort,
            CodeError::TooLong => Text::CodeTooLong,
        },
        Press::Request | Press::Restart | Press::Meant | Press::Resend | Press::Change => return None,
    };
    Some(FormError::of_field(state.text(text)))
}
