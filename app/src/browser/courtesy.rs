use crate::components::{FormError, Press, State};
use crate::view::Text;
use domain::{CodeError, OneTimeCode};

/// What is wrong with what was typed, where no server has to be asked; the server judges again.
pub(super) fn check(state: State, press: Press, typed: &str) -> Option<FormError> {
    let text = match press {
        Press::Request if typed.trim().is_empty() => Text::AddressEmpty,
        // The second is what East Asian keyboards produce.
        Press::Request if !typed.contains(['@', '\u{FF20}']) => Text::AddressNoAt,
        Press::Verify => match OneTimeCode::parse(typed).err()? {
            CodeError::Empty => Text::CodeEmpty,
            CodeError::NotDigits => Text::CodeNotDigits,
            CodeError::TooShort => Text::CodeTooShort,
            CodeError::TooLong => Text::CodeTooLong,
        },
        Press::Request | Press::Restart | Press::Resend | Press::Change => return None,
    };
    Some(FormError::of_field(state.text(text)))
}
