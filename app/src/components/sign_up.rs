use super::address_form::AddressForm;
use super::code_form::CodeForm;
use super::flow::{Flow, Shown};
use crate::SignUpView;
use leptos::either::Either;
use leptos::prelude::*;

/// The sign-up: one island that shows the form of the present step and goes to the next without a reload.
#[island]
pub fn SignUp(
    /// What to start from.
    view: SignUpView,
) -> impl IntoView {
    let flow = Flow::new(view);
    move || match flow.shown.get() {
        Shown::Address => Either::Left(view! { <AddressForm flow/> }),
        Shown::Code => Either::Right(view! { <CodeForm flow/> }),
    }
}
