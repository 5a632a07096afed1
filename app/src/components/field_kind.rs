use crate::state::State;
use domain::OneTimeCode;
use leptos::prelude::*;

/// The fields of the forms.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum FieldKind {
    Address,
    Code,
}

impl FieldKind {
    /// Id of the field, and the name that the server parses.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Address => "email",
            Self::Code => "code",
        }
    }

    /// Id of the error at the field.
    pub(super) const fn error_id(self) -> &'static str {
        match self {
            Self::Address => "email-error",
            Self::Code => "code-error",
        }
    }

    /// Value of `aria-describedby`.
    pub(super) fn description(self) -> fn(State) -> Option<&'static str> {
        match self {
            Self::Address => |state| state.is_field_invalid().then_some("email-error"),
            Self::Code => |state| Some(if state.is_field_invalid() { "code-error code-hint" } else { "code-hint" }),
        }
    }

    /// Value of `pattern`, for styling only: it makes a text invalid that does not fit into the boxes.
    pub(super) const fn pattern(self) -> Option<&'static str> {
        match self {
            Self::Address => None,
            Self::Code => Some("\\p{Nd}{0,6}"),
        }
    }

    /// Index of the box that the caret is in; `None` until the island is live.
    pub(super) fn caret(self) -> fn(State) -> Option<&'static str> {
        match self {
            Self::Address => |_| None,
            Self::Code => |state| state.is_live.get().then(|| DIGITS[usize::try_from(state.caret.get()).unwrap_or(0).min(5)]),
        }
    }

    /// Class of the input's container.
    pub(super) fn box_class(self) -> fn(State) -> Option<&'static str> {
        match self {
            Self::Address => |_| Some("unboxed"),
            Self::Code => |state| Some(if state.is_field_invalid() { "boxed invalid" } else { "boxed" }),
        }
    }
}

const DIGITS: [&str; OneTimeCode::LENGTH] = ["0", "1", "2", "3", "4", "5"];

/// The view writes the boxes out, since a loop would add more to the bundle.
const _: () = assert!(OneTimeCode::LENGTH == 6, "there is a box for each digit");
