//! `mailcode audit`: reads the audit trail, while a server runs or not.

mod arguments;
mod line;
mod print;

pub(super) use arguments::AuditArguments;
pub(super) use print::print;
