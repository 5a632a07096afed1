use super::State;
use super::code_form::Expiry;
use super::error::FieldError;
use super::events::{on_change, on_input};
use crate::view::Text;
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
    const fn error_id(self) -> &'static str {
        match self {
            Self::Address => "email-error",
            Self::Code => "code-error",
        }
    }

    /// Value of `aria-describedby`.
    fn description(self) -> fn(State) -> Option<&'static str> {
        match self {
            Self::Address => |state| state.is_field_invalid().then_some("email-error"),
            Self::Code => |state| Some(if state.is_field_invalid() { "code-error code-hint" } else { "code-hint" }),
        }
    }

    /// Value of `pattern`, for styling only: it makes a text invalid that does not fit into the boxes.
    const fn pattern(self) -> Option<&'static str> {
        match self {
            Self::Address => None,
            Self::Code => Some("\\p{Nd}{0,6}"),
        }
    }

    /// Index of the box that the caret is in; `None` until the island is live.
    fn caret(self) -> fn(State) -> Option<&'static str> {
        match self {
            Self::Address => |_| None,
            Self::Code => |state| state.is_live.get().then(|| DIGITS[usize::try_from(state.caret.get()).unwrap_or(0).min(5)]),
        }
    }

    /// Class of the input's container.
    fn box_class(self) -> fn(State) -> Option<&'static str> {
        match self {
            Self::Address => |_| Some("unboxed"),
            Self::Code => |state| Some(if state.is_field_invalid() { "boxed invalid" } else { "boxed" }),
        }
    }
}

const DIGITS: [&str; OneTimeCode::LENGTH] = ["0", "1", "2", "3", "4", "5"];

/// The view writes the boxes out, since a loop would add more to the bundle.
const _: () = assert!(OneTimeCode::LENGTH == 6, "there is a box for each digit");

/// A label, the error, the input and a hint. The input gets the focus when the page loads; if there is an error summary, that gets it.
///
/// The input is the last node of its container. Password managers insert elements after it, where they do not disturb hydration.
#[component]
pub(super) fn Field(state: State, kind: FieldKind) -> impl IntoView {
    let name = kind.name();
    let is_code = kind == FieldKind::Code;
    let (input_type, input_mode, autocomplete) = if is_code { ("text", "numeric", "one-time-code") } else { ("email", "email", "email") };
    // The boxes are only painted under the one input.
    let boxes = is_code.then(|| {
        view! { <span class="boxes" aria-hidden="true"><i></i><i></i><i></i><i></i><i></i><i></i></span> }
    });
    view! {
        <div class="field">
            // Visually hidden for the code, since the heading and the boxes show what to enter.
            <label for=name class=if is_code { "unseen" } else { "seen" }>{state.text(Text::Label)}</label>
            <FieldError state id=kind.error_id()/>
            <div class=state.derive(kind.box_class()) data-caret=state.derive(kind.caret())>
                {boxes}
                <input
                    id=name
                    name=name
                    type=input_type
                    inputmode=input_mode
                    autocomplete=autocomplete
                    autocapitalize="none"
                    spellcheck="false"
                    dir="ltr"
                    required
                    pattern=kind.pattern()
                    placeholder=is_code.then_some(" ")
                    autofocus=state.derive(|state| !state.has_summary())
                    value=if is_code { String::new() } else { state.text(Text::Prefill) }
                    aria-describedby=state.derive(kind.description())
                    aria-invalid=state.derive(|state| state.is_field_invalid().then_some("true"))
                    on:input:capture=on_input(state, kind)
                    on:change:capture=on_change(state, kind)
                />
            </div>
            {is_code.then(|| view! { <Expiry state/> })}
        </div>
    }
}
