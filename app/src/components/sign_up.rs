use leptos::prelude::*;

/// The sign-up's island: the forms that the server has rendered, brought to life in a browser that runs it.
#[island]
pub fn SignUp(
    /// The forms.
    children: Children,
) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    crate::enliven::start();
    children()
}
