use super as fns;
use crate::port::Action;

/// Converts the arguments of a server function to an action. Plain forms are parsed as such arguments, too.
macro_rules! from_functions {
    ($($function:ident { $($field:ident),* } => $action:ident,)*) => {
        $(impl From<fns::$function> for Action {
            fn from(fns::$function { $($field),* }: fns::$function) -> Self {
                Self::$action { $($field),* }
            }
        })*
    };
}

from_functions! {
    RequestCode { email, altcha } => RequestCode,
    VerifyCode { code } => VerifyCode,
    ResendCode {} => ResendCode,
    ChangeAddress {} => ChangeAddress,
    SignOut {} => SignOut,
    SignOutBrowser { browser } => SignOutBrowser,
    SignOutOthers {} => SignOutOthers,
    SignOutEverywhere {} => SignOutEverywhere,
    DeleteAccount {} => DeleteAccount,
    RequestEmailChange { email, altcha } => RequestEmailChange,
    VerifyEmailChange { code } => VerifyEmailChange,
    ResendEmailChange {} => ResendEmailChange,
    CancelEmailChange {} => CancelEmailChange,
    NotMe { token } => NotMe,
}
