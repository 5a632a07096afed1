use super::State;
use super::address_form::AddressForm;
use super::anew::{anew, part, part_of};
use super::code_form::CodeForm;
use super::spent_form::SpentForm;
use crate::view::{Flow, Form, SignUpView, Text, first_view, written};
use leptos::prelude::*;

/// The sign-up, and the change of an account's address: the form of the visitor's step. In a browser that runs it, each step is one
/// call of a server function, whose answer takes the place of the view.
///
/// Rendered by the server only, as the frame of its island.
#[component]
pub fn SignUp(
    /// What the visitor sees first.
    view: SignUpView,
) -> impl IntoView {
    provide_context(view);
    view! { <Forms/> }
}

/// The island, which shows the view of the page to begin with.
#[island]
pub fn Forms() -> impl IntoView {
    // Where it is missing, the starting script leaves the page as it is.
    let view = first_view().expect("the page has a view");
    let written = written(&view);
    let (flow, state) = (view.flow, State::new(view));
    #[cfg(feature = "hydrate")]
    crate::browser::start(state);
    view! {
        <main class="card" data-page=state.derive(|state| Some(page(state.flow, state.form.get()))) data-view=written>
            {anew(
                state,
                |state| state.live_text(Text::Done),
                |done| part_of(done, |done| view! { <p id="told" role="status" tabindex="-1">{done}</p> }),
            )}
            {anew(
                state,
                |state| state.form.get().name().to_owned(),
                move |_| match state.form.get_untracked() {
                    Form::Code => part(view! { <CodeForm state flow/> }),
                    Form::Spent => part(view! { <SpentForm state flow/> }),
                    Form::Address | Form::None | Form::Elsewhere => part(view! { <AddressForm state flow/> }),
                },
            )}
        </main>
    }
}

/// The name by which tests and styles know the page.
const fn page(flow: Flow, form: Form) -> &'static str {
    match (flow, form) {
        (Flow::EmailChange, _) => "new-address",
        (Flow::SignUp, Form::Code | Form::Spent) => "code",
        (Flow::SignUp, Form::Address | Form::None | Form::Elsewhere) => "sign-up",
    }
}
