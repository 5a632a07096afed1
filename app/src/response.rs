use crate::view::SignUpView;
use domain::{Refusal, Step};
use leptos::server_fn::codec::JsonEncoding;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};

/// Media type that an island accepts, which distinguishes it from a program: a [`SignUpView`] in JSON.
pub const VIEW_MEDIA_TYPE: &str = "application/vnd.mailcode.view+json";

/// The response of a server function that succeeded.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ActionResponse {
    /// The view, for an island.
    View(Box<SignUpView>),
    /// The step, for a program.
    Step(Step),
}

/// The error of a server function: the [`Refusal`], in the form that Leptos requires.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Refused(pub Refusal);

impl FromServerFnError for Refused {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        Self(match error {
            // `Deserialization` includes a body that is too long or not UTF-8.
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) | ServerFnErrorErr::Deserialization(_) => Refusal::Malformed,
            ServerFnErrorErr::Request(_) | ServerFnErrorErr::Response(_) => Refusal::NoAnswer,
            _ => Refusal::Internal,
        })
    }
}
