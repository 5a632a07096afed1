use super::ResendForm;
use super::code_form::FIELD;
use crate::domain::{CodeStep, Refusal};
use crate::words::{Key, Words};
use leptos::prelude::*;

/// In place of the form for the code once too many wrong ones were typed: a new one, to the same address or to another.
#[component]
pub(super) fn SpentForm(
    words: Words,
    code: CodeStep,
    /// Why no code is asked for, or why the last form was refused.
    refusal: Option<Refusal>,
    /// Where a code for the address is asked for.
    request: &'static str,
    /// Where the address is changed.
    change: &'static str,
) -> impl IntoView {
    view! {
        <section data-step="code">
            {FIELD.summary(&words, refusal)}
            <h1>{words.say(Key::CodeHeading)}</h1>
            <p><strong id="code-email"><bdi>{code.email.clone()}</bdi></strong></p>
            <ResendForm words=words.clone() action=request resend_in=code.resend_in anew=code.email refusal/>
            <div class="others">
                <form id="change-form" method="post" action=change>
                    <button type="submit">{words.say(Key::ChangeButton)}</button>
                </form>
            </div>
        </section>
    }
}
