use super::flow::{Flow, is_of_field};
use leptos::html::Input;
use leptos::prelude::*;

/// What is particular to one form's only field.
#[derive(Clone, Copy)]
pub(super) struct FieldKind {
    /// Both the id and the name the server reads.
    pub(super) name: &'static str,
    pub(super) label: &'static str,
    pub(super) input_type: &'static str,
    pub(super) input_mode: &'static str,
    pub(super) autocomplete: &'static str,
}

/// A label, a hint, the error and the input, in the order they are read out.
#[component]
pub(super) fn Field(kind: FieldKind, flow: Flow, input: NodeRef<Input>, #[prop(into)] hint: Signal<String>) -> impl IntoView {
    let name = kind.name;
    let typed = flow.typed.get_untracked();
    view! {
        <div class="field">
            <label for=name>{kind.label}</label>
            <p class="hint" id=format!("{name}-hint")>{hint}</p>
            <p class="error" id=format!("{name}-error") role="alert" hidden=move || flow.refusal.get().is_none()>{move || flow.error()}</p>
            <input
                node_ref=input
                id=name
                name=name
                type=kind.input_type
                inputmode=kind.input_mode
                autocomplete=kind.autocomplete
                autocapitalize="none"
                spellcheck="false"
                required
                autofocus
                value=typed
                aria-describedby=format!("{name}-hint {name}-error")
                aria-invalid=move || flow.refusal.get().is_some_and(is_of_field).then_some("true")
            />
        </div>
    }
}
