use super::json::view_of;
use crate::server_fns::{
    ActionResponse, CancelEmailChange, ChangeAddress, Refused, RequestCode, RequestEmailChange, ResendCode, ResendEmailChange,
    VIEW_MEDIA_TYPE, VerifyCode, VerifyEmailChange,
};
use crate::view::SignUpView;
use leptos::prelude::window;
use leptos::server_fn::ServerFn;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, Headers, RequestInit, Response, UrlSearchParams};

/// Time limit for a response, in milliseconds: the server's own.
const DEADLINE: u32 = 20_000;

/// A call of a server function, ready to be sent. Leptos's own client would add 10 KB to the bundle: it includes streams, web sockets and a
/// second form encoder.
#[derive(Clone)]
pub(super) struct Call {
    path: &'static str,
    /// Fields of the form to post; `None` sends a GET request.
    form: Option<Vec<(&'static str, String)>>,
}

impl Call {
    /// A call that posts a form.
    pub(super) fn post<F: ServerFn<Output = ActionResponse, Error = Refused> + Fields>(function: F) -> Self {
        Self { path: F::PATH, form: Some(function.fields()) }
    }

    /// A call by GET, without arguments.
    pub(super) const fn get<F: ServerFn<Output = ActionResponse, Error = Refused>>() -> Self {
        Self { path: F::PATH, form: None }
    }

    /// Sends the call and returns its view; `None` if no response arrived, or it could not be read.
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

/// The arguments of a server function, as the fields of the form that calls it.
pub(super) trait Fields {
    /// Names and values; arguments that are `None` are left out.
    fn fields(self) -> Vec<(&'static str, String)>;
}

impl Fields for RequestCode {
    fn fields(self) -> Vec<(&'static str, String)> {
        let Self { email, altcha } = self;
        with_proof(email, altcha)
    }
}

impl Fields for RequestEmailChange {
    fn fields(self) -> Vec<(&'static str, String)> {
        let Self { email, altcha } = self;
        with_proof(email, altcha)
    }
}

impl Fields for VerifyCode {
    fn fields(self) -> Vec<(&'static str, String)> {
        let Self { code } = self;
        vec![("code", code)]
    }
}

impl Fields for VerifyEmailChange {
    fn fields(self) -> Vec<(&'static str, String)> {
        let Self { code } = self;
        vec![("code", code)]
    }
}

/// Implements `Fields` for server functions without arguments.
macro_rules! no_fields {
    ($($function:ident),*) => {
        $(impl Fields for $function {
            fn fields(self) -> Vec<(&'static str, String)> {
                let Self {} = self;
                Vec::new()
            }
        })*
    };
}

no_fields!(ResendCode, ResendEmailChange, ChangeAddress, CancelEmailChange);

fn with_proof(email: String, altcha: Option<String>) -> Vec<(&'static str, String)> {
    let mut fields = vec![("email", email)];
    fields.extend(altcha.map(|altcha| ("altcha", altcha)));
    fields
}
