use super::error_summary::ErrorSummary;
use crate::domain::Refusal;
use crate::messages;
use crate::words::{Key, Words};
use leptos::prelude::*;

/// What is particular to one form's only field.
#[derive(Clone, Copy)]
pub(super) struct FieldKind {
    /// Both the id and the name the server reads.
    pub(super) name: &'static str,
    pub(super) label: Key,
    pub(super) input_type: &'static str,
    pub(super) input_mode: &'static str,
    pub(super) autocomplete: &'static str,
    /// In so many boxes it seems to be typed; none: into the input as it is.
    pub(super) boxes: usize,
}

impl FieldKind {
    /// The summary of what was refused, to stand above all else.
    pub(super) fn summary(self, words: &Words, refusal: Option<Refusal>) -> impl IntoView + use<> {
        refusal.map(|refusal| {
            // Not where another button is the way out.
            let field = (is_of_field(refusal) && refusal != Refusal::Expired).then_some(self.name);
            view! { <ErrorSummary words=words.clone() text=messages::refusal(words, refusal) field/> }
        })
    }
}

/// A label, a hint, the error and the input, in the order they are read out. The caret is in the input, unless something was refused:
/// then the summary of that has the focus.
#[component]
pub(super) fn Field<H: IntoView + 'static>(
    words: Words,
    kind: FieldKind,
    refusal: Option<Refusal>,
    #[prop(into)] typed: String,
    /// Its id is the name's with `-hint`.
    hint: H,
) -> impl IntoView {
    let name = kind.name;
    let is_invalid = refusal.is_some_and(is_of_field).then_some("true");
    let described_by = if refusal.is_some() { format!("{name}-hint {name}-error") } else { format!("{name}-hint") };
    let error = refusal.map(|refusal| view! { <p class="error" id=format!("{name}-error")>{messages::refusal(&words, refusal)}</p> });
    // Nothing but paint over the one input.
    let boxes = (kind.boxes > 0)
        .then(|| view! { <span class="boxes" aria-hidden="true">{(0..kind.boxes).map(|_| view! { <i></i> }).collect_view()}</span> });
    view! {
        <div class="field">
            <label for=name>{words.say(kind.label)}</label>
            {hint}
            {error}
            <div class=(kind.boxes > 0).then_some("boxed")>
                <input
                    id=name
                    name=name
                    type=kind.input_type
                    inputmode=kind.input_mode
                    autocomplete=kind.autocomplete
                    autocapitalize="none"
                    spellcheck="false"
                    dir="ltr"
                    required
                    autofocus=refusal.is_none()
                    value=typed
                    aria-describedby=described_by
                    aria-invalid=is_invalid
                />
                {boxes}
            </div>
        </div>
    }
}

/// Whether it is the field's content that was refused.
const fn is_of_field(refusal: Refusal) -> bool {
    matches!(refusal, Refusal::Address(_) | Refusal::Domain | Refusal::Code(_) | Refusal::WrongCode { .. } | Refusal::Expired)
}
