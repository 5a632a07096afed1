use super::form_target::FormTarget;
use super::present::{finish, to_action_response, to_form, to_island, to_program};
use super::{ActionResult, CallerKind, SignUpService};
use crate::audit::Event;
use crate::router::Site;
use crate::router::middleware::request_size::MAX_BODY_SIZE;
use crate::router::respond::unavailable_if;
use app::port::{Action, ActionFuture, SharedSignUp, SignUpPort};
use app::server_fns::ActionResponse;
use app::view::Flow;
use axum::Json;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, TRANSFER_ENCODING};
use axum::http::{HeaderMap, Method};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};
use domain::Refusal;
use leptos::prelude::provide_context;
use leptos::server_fn::ServerFn;
use serde::de::DeserializeOwned;
use std::sync::{Arc, OnceLock};

/// A server function and the plain form at the same path.
#[derive(Clone)]
struct Endpoint {
    /// Last segment of the path.
    name: &'static str,
    target: FormTarget,
    /// Parses the fields of the plain form.
    parse: fn(&[u8]) -> Option<Action>,
}

/// Routes POST requests at the path of `F` to the service; the fields of the plain form are parsed as `F`, too.
pub(in crate::router) fn action<F>(target: FormTarget) -> MethodRouter<Arc<Site>>
where
    F: ServerFn + DeserializeOwned + Into<Action> + 'static,
{
    let parse = |body: &[u8]| serde_urlencoded::from_bytes::<F>(body).ok().map(Into::into);
    let endpoint = Endpoint { name: endpoint_name::<F>(), target, parse };
    post(move |service: SignUpService, request: Request| call(endpoint, service, request))
}

/// Last segment of the path of `F`; the metrics count its calls by this name.
pub(super) fn endpoint_name<F: ServerFn>() -> &'static str {
    F::PATH.rsplit('/').next().unwrap_or(F::PATH)
}

/// Routes GET requests at the path of a server function without arguments, which returns what the visitor's page would show now.
pub(in crate::router) fn query(target: FormTarget, action: Action) -> MethodRouter<Arc<Site>> {
    get(move |service: SignUpService, request: Request| async move {
        if service.caller != CallerKind::Form {
            let store_unavailable = service.store_unavailable.clone();
            let (response, _) = by_server_function(service, target, request).await;
            return unavailable_if(store_unavailable.is_noted(), response);
        }
        // There is no page at this path. Leptos would redirect a browser, so respond with JSON.
        let response = match to_action_response(&service, queried_flow(&action), &service.perform(action).await).await {
            Ok(response) => finish(Json(response).into_response(), None, false),
            Err(refused) => to_program(Err(refused.0)),
        };
        unavailable_if(service.store_unavailable.is_noted(), response)
    })
}

/// The flow whose state this action only looks up; `None` if the action changes something.
const fn queried_flow(action: &Action) -> Option<Flow> {
    match action {
        Action::Delivery => Some(Flow::SignUp),
        Action::EmailChangeDelivery => Some(Flow::EmailChange),
        _ => None,
    }
}

/// Whether this action sends a mail, whose delivery the response may wait for.
const fn sends_mail(action: &Action) -> bool {
    matches!(action, Action::RequestCode { .. } | Action::ResendCode | Action::RequestEmailChange { .. } | Action::ResendEmailChange)
}

async fn call(endpoint: Endpoint, service: SignUpService, request: Request) -> Response {
    let is_form = is_form(request.headers());
    let (response, result) = match service.caller {
        CallerKind::Form => {
            let body = to_bytes(request.into_body(), MAX_BODY_SIZE).await.unwrap_or_default();
            let action_result = match (endpoint.parse)(&body).filter(|_| is_form) {
                Some(action) => service.perform(action).await,
                None => record_malformed(&service).await,
            };
            (to_form(&service, endpoint.target, &action_result).await, action_result.visitor.map(drop))
        }
        CallerKind::Island | CallerKind::Program { .. } if is_form => by_server_function(service.clone(), endpoint.target, request).await,
        CallerKind::Island | CallerKind::Program { .. } => malformed(&service, endpoint.target).await,
    };
    service.site.metrics.count_request(endpoint.name, result.err());
    unavailable_if(service.store_unavailable.is_noted(), response)
}

/// Lets Leptos parse the arguments, run the server function and write the response. The status is set here, since Leptos responds 500 to
/// every refusal.
async fn by_server_function(service: SignUpService, target: FormTarget, mut request: Request<Body>) -> (Response, Result<(), Refusal>) {
    if request.method() == Method::HEAD {
        // HEAD is handled as GET; the server removes the body.
        *request.method_mut() = Method::GET;
    }
    let result = Arc::new(OnceLock::new());
    let port: SharedSignUp = Arc::new(ServicePort { service: service.clone(), target, result: Arc::clone(&result) });
    let context = move || provide_context(Arc::clone(&port));
    let response = leptos_axum::handle_server_fns_with_context(context, request).await.into_response();
    let Some((result, sends_mail)) = result.get().copied() else { return malformed(&service, target).await };
    let response = match service.caller {
        CallerKind::Program { respond_async } => finish(response, result.err(), respond_async && sends_mail),
        CallerKind::Island | CallerKind::Form => finish(response, None, false),
    };
    (response, result)
}

/// Response to a request that could not be parsed.
async fn malformed(service: &SignUpService, target: FormTarget) -> (Response, Result<(), Refusal>) {
    let action_result = record_malformed(service).await;
    let response = match service.caller {
        CallerKind::Island => finish(Json(to_island(service, target, &action_result, false).await).into_response(), None, false),
        CallerKind::Form | CallerKind::Program { .. } => to_program(Err(Refusal::Malformed)),
    };
    (response, Err(Refusal::Malformed))
}

/// Result for a form that could not be parsed. The service never gets it, so its audit event is recorded here.
async fn record_malformed(service: &SignUpService) -> ActionResult {
    service.audit.record(Event::Refused(Refusal::Malformed)).await;
    ActionResult::refused(Refusal::Malformed)
}

/// The port through which the server functions call the service.
struct ServicePort {
    service: SignUpService,
    target: FormTarget,
    /// The result, and whether the action sends a mail; set by `perform`.
    result: Arc<OnceLock<(Result<(), Refusal>, bool)>>,
}

impl SignUpPort for ServicePort {
    fn perform(&self, action: Action) -> ActionFuture<'_> {
        Box::pin(async move {
            let (flow, sends_mail) = (queried_flow(&action), sends_mail(&action));
            let action_result = self.service.perform(action).await;
            let response = match self.service.caller {
                CallerKind::Island => {
                    Ok(ActionResponse::View(Box::new(to_island(&self.service, self.target, &action_result, flow.is_some()).await)))
                }
                CallerKind::Form | CallerKind::Program { .. } => to_action_response(&self.service, flow, &action_result).await,
            };
            let result = action_result.visitor.and(response.as_ref().map(drop).map_err(|refused| refused.0));
            let _ = self.result.set((result, sends_mail));
            response
        })
    }
}

/// Whether the body is a URL-encoded form or empty. Leptos would parse any body as a form.
fn is_form(headers: &HeaderMap) -> bool {
    let Some(content_type) = headers.get(CONTENT_TYPE) else {
        return headers.get(CONTENT_LENGTH).is_none_or(|length| length == "0") && !headers.contains_key(TRANSFER_ENCODING);
    };
    let media_type = content_type.to_str().unwrap_or_default().split(';').next().unwrap_or_default();
    media_type.trim().eq_ignore_ascii_case("application/x-www-form-urlencoded")
}
