use super::State;
use super::code_form::Expiry;
use super::error::FieldError;
use super::events::{on_change, on_input};
use crate::view::Text;
use domain::OneTimeCode;
use leptos::either::Either;
use leptos::prelude::*;

/// The field of each form that has one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum FieldKind {
    Address,
    Code,
}

impl FieldKind {
    /// Both the id and the name that the server reads.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Address => "email",
            Self::Code => "code",
        }
    }

    /// The id of the error at the field.
    const fn error_id(self) -> &'static str {
        match self {
            Self::Address => "email-error",
            Self::Code => "code-error",
        }
    }

    /// The ids of what is read out with the field.
    fn description(self) -> fn(State) -> Option<&'static str> {
        match self {
            Self::Address => |state| Some(if state.has_error() { "email-hint email-error" } else { "email-hint" }),
            Self::Code => |state| Some(if state.has_error() { "code-hint code-error" } else { "code-hint" }),
        }
    }

    /// How the place of the input looks.
    fn box_class(self) -> fn(State) -> Option<&'static str> {
        match self {
            Self::Address => |_| Some("unboxed"),
            Self::Code => |state| Some(if state.is_field_invalid() { "boxed invalid" } else { "boxed" }),
        }
    }
}

/// The boxes are written out, which weighs less than a loop.
const _: () = assert!(OneTimeCode::LENGTH == 6, "there is a box for each digit");

/// A label, a hint, the error and the input, in the order they are read out. The caret is in the input, unless something was refused:
/// then the summary of that has the focus.
///
/// The input is the last in its place. Password managers put elements of their own behind it, where they are in nobody's way.
#[component]
pub(super) fn Field(state: State, kind: FieldKind) -> impl IntoView {
    let name = kind.name();
    let is_code = kind == FieldKind::Code;
    let (input_type, input_mode, autocomplete) = if is_code { ("text", "numeric", "one-time-code") } else { ("email", "email", "email") };
    let hint = if is_code {
        Either::Left(view! { <Expiry state/> })
    } else {
        Either::Right(view! { <p class="hint" id="email-hint">{state.text(Text::Hint)}</p> })
    };
    // Nothing but paint under the one input.
    let boxes = is_code.then(|| {
        view! { <span class="boxes" aria-hidden="true"><i></i><i></i><i></i><i></i><i></i><i></i></span> }
    });
    view! {
        <div class="field">
            <label for=name>{state.text(Text::Label)}</label>
            {hint}
            <FieldError state id=kind.error_id()/>
            <div class=state.derive(kind.box_class())>
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
                    autofocus=state.derive(|state| !state.has_error())
                    value=if is_code { String::new() } else { state.text(Text::Prefill) }
                    aria-describedby=state.derive(kind.description())
                    aria-invalid=state.derive(|state| state.is_field_invalid().then_some("true"))
                    on:input:capture=on_input(state, kind)
                    on:change:capture=on_change(state, kind)
                />
            </div>
        </div>
    }
}
