use super::address_form::AddressForm;
use super::code_form::CodeForm;
use super::first_view::{first_view, serialized};
use super::recovery::Recovery;
use super::remount::{part, part_of, remount};
use crate::state::State;
use crate::view::{Flow, Form, SignUpView, Text};
use leptos::prelude::*;

/// The sign-up, or the change of an account's address: the form of the visitor's step. In a live island, each submit calls a server
/// function, and the view that it returns replaces the current one.
///
/// Rendered by the server only, as the frame of the island.
#[component]
pub fn SignUp(
    /// The first view.
    view: SignUpView,
) -> impl IntoView {
    provide_context(view);
    view! { <Forms/> }
}

/// The island, which starts with the view of the page.
#[island]
pub fn Forms() -> impl IntoView {
    // Without a view, hydration fails, and the starting script restores the plain page.
    let view = first_view().expect("the page has a view");
    let serialized = serialized(&view);
    let (flow, state) = (view.flow, State::new(view));
    #[cfg(feature = "hydrate")]
    crate::browser::start(state);
    view! {
        <main class="card" data-page=state.derive(|state| Some(page(state.flow, state.form.get()))) data-view=serialized>
            {remount(
                state,
                |state| state.live_text(Text::Done),
                |done| part_of(done, |done| view! { <p class="done" id="told" role="status" tabindex="-1">{done}</p> }),
            )}
            {remount(
                state,
                |state| state.form.get().name().to_owned(),
                move |_| match state.form.get_untracked() {
                    Form::Code => part(view! { <CodeForm state flow/> }),
                    form @ (Form::Failed | Form::Expired | Form::Spent) => part(view! { <Recovery state flow form/> }),
                    Form::Address | Form::None | Form::Elsewhere => part(view! { <AddressForm state flow/> }),
                },
            )}
        </main>
    }
}

/// Value of `data-page`, by which tests recognize the page.
const fn page(flow: Flow, form: Form) -> &'static str {
    match (flow, form) {
        (Flow::EmailChange, _) => "new-address",
        (Flow::SignUp, Form::Code | Form::Failed | Form::Expired | Form::Spent) => "code",
        (Flow::SignUp, Form::Address | Form::None | Form::Elsewhere) => "sign-up",
    }
}
