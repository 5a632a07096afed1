//! `mailcode doctor`: checks whether mail can be sent, and prints what to do if not.

mod arguments;
mod as_json;
mod diagnose;
mod for_people;

pub(super) use arguments::DoctorArguments;
pub(super) use diagnose::diagnose;
