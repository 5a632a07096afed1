use super::error::FieldError;
use super::events::{on_change, on_input};
use super::field_kind::FieldKind;
use super::local_time::{LocalTime, time_of_day};
use crate::state::State;
use crate::view::{Number, Text};
use leptos::prelude::*;

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

/// Shows how long the code works: without script a duration, as of the response; in a live island the local time at which it expires; or
/// that it has expired.
#[component]
fn Expiry(state: State) -> impl IntoView {
    view! {
        <p class="hint either" id="code-hint">
            <span class="plain" hidden=state.derive(|state| state.is_live.get() || state.is_expired())>{state.derive(|state| state.live_text(Text::ExpiryFor))}</span>
            <span class="live" hidden=state.derive(|state| !state.is_live.get() || state.is_expired())>
                {state.text(Text::ExpiryBefore)}
                <LocalTime state moment=|state| state.live_text(Text::ExpiryMoment) time=|state| time_of_day(state, Number::ExpiresAt, Text::ExpiryTime)/>
                {state.text(Text::ExpiryAfter)}
            </span>
            <span class="over" hidden=state.derive(|state| !state.is_expired())>{state.text(Text::ExpiryOver)}</span>
        </p>
    }
}
