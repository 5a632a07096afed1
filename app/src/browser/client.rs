use super::fields::Fields;
use super::json::view_of;
use crate::server_fns::{Answer, Refused, VIEW_MEDIA_TYPE};
use crate::view::SignUpView;
use leptos::prelude::window;
use leptos::server_fn::ServerFn;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, Headers, RequestInit, Response, UrlSearchParams};

/// How long an answer may take, in milliseconds: as long as the server gives itself.
const DEADLINE: u32 = 20_000;

/// The call of a server function, ready to be sent. Not by Leptos's own client, which weighs 10 KB: it brings streams, web sockets and
/// a second way to write forms.
#[derive(Clone)]
pub(super) struct Call {
    path: &'static str,
    /// The fields of the form to post; `None`: nothing is posted.
    form: Option<Vec<(&'static str, String)>>,
}

impl Call {
    /// One that does something.
    pub(super) fn post<F: ServerFn<Output = Answer, Error = Refused> + Fields>(function: F) -> Self {
        Self { path: F::PATH, form: Some(function.fields()) }
    }

    /// One that only looks, and has no arguments.
    pub(super) const fn get<F: ServerFn<Output = Answer, Error = Refused>>() -> Self {
        Self { path: F::PATH, form: None }
    }

    /// The view that comes as the answer; `None`: no answer came, or none that can be read.
    pub(super) async fn send(self) -> Option<SignUpView> {
        view_of(&self.exchange().await.ok()?)
    }

    async fn exchange(self) -> Result<JsValue, JsValue> {
        let headers = Headers::new()?;
        headers.set("accept", VIEW_MEDIA_TYPE)?;
        let request = RequestInit::new();
        if let Some(form) = self.form {
            headers.set("content-type", "application/x-www-form-urlencoded")?;
            request.set_method("POST");
            let body = UrlSearchParams::new()?;
            for (name, value) in form {
                body.append(name, &value);
            }
            request.set_body(&body);
        }
        request.set_headers(&headers);
        request.set_signal(Some(&AbortSignal::timeout_with_u32(DEADLINE)));
        let response: Response = JsFuture::from(window().fetch_with_str_and_init(self.path, &request)).await?.unchecked_into();
        JsFuture::from(response.json()?).await
    }
}
