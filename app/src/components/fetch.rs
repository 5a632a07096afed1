use crate::domain::{Refusal, Step};
use leptos::ev::SubmitEvent;

/// Posts a form as the browser would, but asks for the answer of a program: [`Step`] or [`Refusal`] as JSON.
///
/// This is the client of the server functions. The one they come with weighs 10 KB of brotli more, since it
/// brings a second HTTP client, a second form encoder and streams.
///
/// # Errors
/// What the server refused, or [`Refusal::NoAnswer`] if nothing understandable came back.
#[cfg(feature = "hydrate")]
pub(super) async fn post(event: &SubmitEvent) -> Result<Step, Refusal> {
    let form = event.target().map(wasm_bindgen::JsCast::unchecked_into);
    browser::fetch(form.as_ref()).await.unwrap_or(Err(Refusal::NoAnswer))
}

/// Asks what became of the newest mail.
///
/// # Errors
/// As [`post`].
#[cfg(feature = "hydrate")]
pub(super) async fn delivery() -> Result<Step, Refusal> {
    browser::fetch(None).await.unwrap_or(Err(Refusal::NoAnswer))
}

#[cfg(feature = "hydrate")]
mod browser {
    use crate::domain::{Refusal, Step};
    use leptos::prelude::window;
    use leptos::serde_json;
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::JsFuture;
    use web_sys::{AbortSignal, FormData, Headers, HtmlFormElement, RequestInit, Response, UrlSearchParams};

    /// How long an answer may take, in milliseconds: twice what the server needs for the slowest relay.
    const DEADLINE: u32 = 20_000;

    /// Posts this form, or, without one, asks for the delivery of the newest mail.
    pub(super) async fn fetch(form: Option<&HtmlFormElement>) -> Result<Result<Step, Refusal>, JsValue> {
        let headers = Headers::new()?;
        headers.set("Accept", "application/json")?;
        let init = RequestInit::new();
        init.set_headers(&headers);
        init.set_signal(Some(&AbortSignal::timeout_with_u32(DEADLINE)));
        let mut url = String::from("/api/delivery");
        if let Some(form) = form {
            url = form.action();
            init.set_method("POST");
            let fields = FormData::new_with_form(form)?;
            init.set_body(&UrlSearchParams::new_with_record_from_str_to_str(fields.unchecked_ref())?.into());
        }
        let sent = JsFuture::from(window().fetch_with_str_and_init(&url, &init)).await?;
        let response: Response = sent.unchecked_into();
        let json = JsFuture::from(response.text()?).await?.as_string().unwrap_or_default();
        Ok(if response.ok() {
            serde_json::from_str(&json).map_err(|_| Refusal::NoAnswer)
        } else {
            Err(serde_json::from_str(&json).unwrap_or(Refusal::NoAnswer))
        })
    }
}

/// There is no form to post where there is no browser.
#[cfg(not(feature = "hydrate"))]
pub(super) async fn post(_event: &SubmitEvent) -> Result<Step, Refusal> {
    std::future::ready(Err(Refusal::NoAnswer)).await
}
