use crate::server_fns::{
    CancelEmailChange, ChangeAddress, RequestCode, RequestEmailChange, ResendCode, ResendEmailChange, VerifyCode, VerifyEmailChange,
};
use crate::view::Flow;
use leptos::server_fn::ServerFn;

/// Paths of the server functions to which the forms of a flow are submitted, with script and without.
impl Flow {
    pub(super) const fn request(self) -> &'static str {
        match self {
            Self::SignUp => RequestCode::PATH,
            Self::EmailChange => RequestEmailChange::PATH,
        }
    }

    pub(super) const fn verify(self) -> &'static str {
        match self {
            Self::SignUp => VerifyCode::PATH,
            Self::EmailChange => VerifyEmailChange::PATH,
        }
    }

    pub(super) const fn resend(self) -> &'static str {
        match self {
            Self::SignUp => ResendCode::PATH,
            Self::EmailChange => ResendEmailChange::PATH,
        }
    }

    pub(super) const fn change(self) -> &'static str {
        match self {
            Self::SignUp => ChangeAddress::PATH,
            Self::EmailChange => CancelEmailChange::PATH,
        }
    }
}
