//! The whole site in one process, as its two kinds of client see it: browsers that post plain forms, and programs
//! (the island among them) that ask for JSON. Mails go through the development mailbox and are read on its pages.

mod account;
mod answer;
mod assets;
mod client_limits;
mod cookies;
mod cross_site;
mod dev_mailbox;
mod device_cookie;
mod domains;
mod errors;
mod first_look;
mod health;
mod html;
mod limits;
mod malformed;
mod metrics;
mod page_safety;
mod plain_form;
mod plain_form_refusals;
mod privacy;
mod program;
mod proof_of_work;
mod request;
mod security_headers;
mod site;
#[path = "../sign_up/solve.rs"]
mod solve;
mod steps;
mod visitor;
