use super::input::field;
use super::{announcements, clock, history};
use crate::state::{FormAction, FormError, State};
use crate::view::{Form, SignUpView, Text};
use leptos::prelude::*;
use leptos::task::tick;
use web_sys::HtmlElement;

/// Shows the result of a server function that was called with the text `sent`; `None` if no response arrived. The typed text is kept, and
/// the form too, if it is the same.
pub(super) async fn response(state: State, action: FormAction, sent: &str, response: Option<SignUpView>) {
    match response {
        None => {
            state.busy.set(None);
            let text = state.text(Text::NoAnswer);
            error(state, FormError { text, is_field_invalid: false, is_heading: false, is_server_rendered: false }).await;
            focus("error-summary");
        }
        Some(view) if view.form == Form::None => {
            state.busy.set(None);
            if let Some(refusal) = FormError::of(&view) {
                error(state, refusal).await;
                focus("error-summary");
            }
        }
        // `busy` stays set, so that nothing more is sent until the page has loaded.
        Some(view) if view.form == Form::Elsewhere => history::load(&view.path),
        Some(view) => next_form(state, action, sent, view).await,
    }
}

/// Shows why a form was refused, and focuses the field if its content was. The old error is removed first, so that an equal one is
/// announced again.
pub(super) async fn error(state: State, error: FormError) {
    let is_field_invalid = error.is_field_invalid;
    state.error.set(None);
    tick().await;
    state.error.set(Some(error));
    set_title(state);
    tick().await;
    if is_field_invalid {
        focus_field(true);
    }
}

/// Shows the view of a step.
async fn next_form(state: State, action: FormAction, sent: &str, view: SignUpView) {
    let before = state.view.with_untracked(|before| before.form);
    let was_invalid = state.error.with_untracked(|error| error.as_ref().is_some_and(|error| error.is_field_invalid));
    let (form, error, prefill) = (view.form, FormError::of(&view), view.text(Text::Prefill));
    history::go(&view.path, before, form);
    state.error.set(None);
    tick().await;
    clock::set_deadlines(state, &view);
    state.suggestion.set(String::new());
    state.busy.set(None);
    state.error.set(error.clone());
    state.view.set(view);
    if form != before {
        state.form.set(form);
    }
    set_title(state);
    tick().await;
    if let (true, Some(field)) = (form == before, field()) {
        // The prefill replaces what was sent, but not what was typed since. A refused code is cleared once it is no longer refused, so that
        // it is not sent again by accident.
        let is_invalid = error.as_ref().is_some_and(|error| error.is_field_invalid);
        if form == Form::Address && !prefill.is_empty() && field.value() == sent && prefill != sent {
            field.set_value(&prefill);
        } else if form == Form::Code && was_invalid && !is_invalid {
            field.set_value("");
        }
    }
    if form != before {
        announcements::wait(state);
    } else if action == FormAction::Resend && error.is_none() {
        announcements::wait(state);
        state.awaits_another.set(true);
    }
    announcements::resent(state);
    // Focus the field, unless the remedy for the error is another button.
    match (form, error) {
        (Form::Code, _) => focus_field(action == FormAction::Verify),
        (Form::Address, None) => focus_field(false),
        (Form::Address, Some(error)) if error.is_field_invalid => focus_field(true),
        _ => focus("error-summary"),
    }
}

/// Shows that no code can be entered any more, found out by a poll: the mail could not be sent, or the code has expired.
pub(super) async fn recovery(state: State, view: SignUpView) {
    let form = view.form;
    clock::set_deadlines(state, &view);
    state.error.set(FormError::of(&view));
    state.view.set(view);
    state.form.set(form);
    set_title(state);
    tick().await;
    focus("error-summary");
}

/// Sets the title of the document.
pub(super) fn set_title(state: State) {
    let title = state.error.with_untracked(|error| match error {
        None => Text::Title,
        Some(error) if error.is_heading => Text::TitleProblem,
        Some(_) => Text::TitleError,
    });
    document().set_title(&state.text(title));
}

/// Focuses the field, and either selects its content or keeps the caret.
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
