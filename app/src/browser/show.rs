use super::field::field;
use super::{clock, history, news};
use crate::components::{FormError, Press, State};
use crate::view::{Form, SignUpView, Text};
use leptos::prelude::*;
use leptos::task::tick;
use web_sys::HtmlElement;

/// Shows what a server function answered to what was `sent`; `None`: nothing came. What is typed stays, and so does the form if it is
/// the same.
pub(super) async fn answer(state: State, press: Press, sent: &str, answer: Option<SignUpView>) {
    match answer {
        None => {
            state.busy.set(None);
            let text = state.text(Text::NoAnswer);
            error(state, FormError { text, is_field_invalid: false, leads_to_field: false }).await;
            focus("error-summary");
        }
        Some(view) if view.form == Form::None => {
            state.busy.set(None);
            if let Some(told) = FormError::of(&view) {
                error(state, told).await;
                focus("error-summary");
            }
        }
        // Nothing more is to be sent until that page has replaced this one.
        Some(view) if view.form == Form::Elsewhere => history::load(&view.path),
        Some(view) => step(state, press, sent, view).await,
    }
}

/// Shows why a form was refused, with the caret where to mend it. An error that is the same as before is said again.
pub(super) async fn error(state: State, error: FormError) {
    let leads_to_field = error.leads_to_field;
    state.error.set(None);
    tick().await;
    state.error.set(Some(error));
    set_title(state);
    tick().await;
    if leads_to_field {
        focus_field(true);
    }
}

/// Shows the view of the step that the answer leads to.
async fn step(state: State, press: Press, sent: &str, view: SignUpView) {
    let before = state.view.with_untracked(|before| before.form);
    let was_invalid = state.error.with_untracked(|error| error.as_ref().is_some_and(|error| error.is_field_invalid));
    let (form, error, prefill) = (view.form, FormError::of(&view), view.text(Text::Prefill));
    history::go(&view.path, before, form);
    state.error.set(None);
    tick().await;
    clock::read(state, &view);
    state.meant.set(String::new());
    state.busy.set(None);
    state.error.set(error.clone());
    state.view.set(view);
    if form != before {
        state.form.set(form);
    }
    set_title(state);
    tick().await;
    if let (true, Some(field)) = (form == before, field()) {
        // What the server has made of what was sent counts more, but not than what is typed by now. And what was refused goes once it
        // is no more: nobody is to send it again by one press too many.
        let is_invalid = error.as_ref().is_some_and(|error| error.is_field_invalid);
        if form == Form::Address && !prefill.is_empty() && field.value() == sent && prefill != sent {
            field.set_value(&prefill);
        } else if form == Form::Code && was_invalid && !is_invalid {
            field.set_value("");
        }
    }
    if form != before {
        news::begin(state);
    } else if press == Press::Resend && error.is_none() {
        news::begin(state);
        state.awaits_another.set(true);
    }
    news::tell_of_another(state);
    // People go on in the field, but for an error that another button mends.
    match (form, error) {
        (Form::Code, _) => focus_field(press == Press::Verify),
        (Form::Address, None) => focus_field(false),
        (Form::Address, Some(error)) if error.leads_to_field => focus_field(true),
        _ => focus("error-summary"),
    }
}

/// Gives the window the name of what is shown.
pub(super) fn set_title(state: State) {
    let is_error = state.error.with_untracked(Option::is_some);
    document().set_title(&state.text(if is_error { Text::TitleError } else { Text::Title }));
}

/// Puts the caret into the field: with all of its content selected, or where it was.
fn focus_field(selects: bool) {
    if let Some(field) = field() {
        let _ = field.focus();
        if selects {
            field.select();
        }
    }
}

fn focus(id: &str) {
    use wasm_bindgen::JsCast;
    if let Some(element) = document().get_element_by_id(id) {
        let _ = element.unchecked_into::<HtmlElement>().focus();
    }
}
