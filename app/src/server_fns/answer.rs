use crate::view::SignUpView;
use domain::{Refusal, Step};
use leptos::server_fn::codec::JsonEncoding;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};

/// What an island accepts, which tells it from a program: a [`SignUpView`] in JSON.
pub const VIEW_MEDIA_TYPE: &str = "application/vnd.mailcode.view+json";

/// What a server function answers.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Answer {
    /// For an island.
    View(Box<SignUpView>),
    /// For a program.
    Step(Step),
}

/// Why a server function did nothing: the [`Refusal`], in the form that Leptos asks of an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Refused(pub Refusal);

impl FromServerFnError for Refused {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        Self(match error {
            // A body that is too long or no UTF-8 is `Deserialization`.
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) | ServerFnErrorErr::Deserialization(_) => Refusal::Malformed,
            ServerFnErrorErr::Request(_) | ServerFnErrorErr::Response(_) => Refusal::NoAnswer,
            _ => Refusal::Internal,
        })
    }
}
