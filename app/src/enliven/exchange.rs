use super::dom;
use js_sys::Promise;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, FormData, HtmlFormElement, UrlSearchParams, XmlHttpRequest, XmlHttpRequestResponseType};

/// How long an answer may take, in milliseconds: twice what the server needs for the slowest relay.
const DEADLINE: u32 = 20_000;

/// A page that came as an answer, after its redirects.
pub(super) struct Answer {
    pub(super) document: Document,
    /// Where it was found.
    pub(super) url: String,
    /// Whether it is what was asked for, and no page about an error.
    pub(super) is_ok: bool,
}

impl Answer {
    /// The first element of the page that matches.
    pub(super) fn find(&self, css: &str) -> Option<Element> {
        dom::find_in(&self.document, css)
    }
}

/// Posts a form, as the browser would. `None`: no answer came, or none that is a page.
pub(super) async fn post(form: &HtmlFormElement) -> Option<Answer> {
    let fields = FormData::new_with_form(form).ok()?;
    let fields = UrlSearchParams::new_with_record_from_str_to_str(fields.unchecked_ref()).ok()?;
    exchange("POST", &form.action(), Some(&fields)).await.ok().flatten()
}

/// Asks for a page.
pub(super) async fn get(path: &str) -> Option<Answer> {
    exchange("GET", path, None).await.ok().flatten()
}

/// By `XMLHttpRequest`, since it hands over a page as a document. What `fetch` brings as text would have to be parsed.
async fn exchange(method: &str, url: &str, body: Option<&UrlSearchParams>) -> Result<Option<Answer>, JsValue> {
    let request = XmlHttpRequest::new()?;
    request.open(method, url)?;
    request.set_response_type(XmlHttpRequestResponseType::Document);
    request.set_request_header("Accept", "text/html")?;
    request.set_timeout(DEADLINE);
    let ended = Promise::new(&mut |resolve, _| request.set_onloadend(Some(&resolve)));
    request.send_with_opt_url_search_params(body)?;
    JsFuture::from(ended).await?;
    let Ok(document) = request.response()?.dyn_into::<Document>() else { return Ok(None) };
    Ok(Some(Answer { document, url: request.response_url(), is_ok: request.status()? < 400 }))
}

/// Loads a page in place of this one.
pub(super) fn load(url: &str) {
    if let Some(location) = document().location() {
        let _ = location.replace(url);
    }
}
