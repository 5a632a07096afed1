use crate::server_fns::{
    CancelEmailChange, ChangeAddress, RequestCode, RequestEmailChange, ResendCode, ResendEmailChange, VerifyCode, VerifyEmailChange,
};

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
