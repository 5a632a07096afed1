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
    let response = fetch(event).await.map_err(|_| Refusal::NoAnswer)?;
    let json = response.body.as_string().unwrap_or_default();
    if response.is_ok {
        leptos::serde_json::from_str(&json).map_err(|_| Refusal::NoAnswer)
    } else {
        Err(leptos::serde_json::from_str(&json).unwrap_or(Refusal::NoAnswer))
    }
}

/// How long an answer may take, in milliseconds: twice what the server needs for the slowest relay.
#[cfg(feature = "hydrate")]
const DEADLINE: u32 = 20_000;

#[cfg(feature = "hydrate")]
struct Response {
    is_ok: bool,
    body: wasm_bindgen::JsValue,
}

#[cfg(feature = "hydrate")]
async fn fetch(event: &SubmitEvent) -> Result<Response, wasm_bindgen::JsValue> {
    use leptos::prelude::window;
    use wasm_bindgen::JsCast;
    use wasm_bindgen_futures::JsFuture;
    use web_sys::{AbortSignal, FormData, Headers, HtmlFormElement, RequestInit, UrlSearchParams};

    let form: HtmlFormElement = event.target().ok_or(wasm_bindgen::JsValue::NULL)?.unchecked_into();
    let fields = FormData::new_with_form(&form)?;
    let headers = Headers::new()?;
    headers.set("Accept", "application/json")?;
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_headers(&headers);
    init.set_signal(Some(&AbortSignal::timeout_with_u32(DEADLINE)));
    init.set_body(&UrlSearchParams::new_with_record_from_str_to_str(fields.unchecked_ref())?.into());
    let sent = JsFuture::from(window().fetch_with_str_and_init(&form.action(), &init)).await?;
    let response: web_sys::Response = sent.unchecked_into();
    Ok(Response { is_ok: response.ok(), body: JsFuture::from(response.text()?).await? })
}

/// There is no form to post where there is no browser.
#[cfg(not(feature = "hydrate"))]
pub(super) async fn post(_event: &SubmitEvent) -> Result<Step, Refusal> {
    std::future::ready(Err(Refusal::NoAnswer)).await
}
