//! The whole site in one process, as its two kinds of client see it: browsers that post plain forms, and programs
//! (the island among them) that ask for JSON. Mails go through the development mailbox and are read on its pages.

mod account;
mod answer;
mod assets;
mod audit;
mod client_limits;
mod cookies;
mod cross_site;
mod crowds;
mod delivery;
mod dev_mailbox;
mod device_cookie;
mod domains;
mod door;
mod errors;
mod failures;
mod first_look;
mod forged_headers;
mod hang_ups;
mod health;
mod hostile_cookies;
mod hostile_urls;
mod html;
mod large_heads;
mod limits;
mod malformed;
mod metrics;
mod no_oracle;
mod not_me;
mod overload;
mod page_safety;
mod panics;
mod plain_form;
mod plain_form_refusals;
mod privacy;
mod program;
mod proof_of_work;
mod request;
mod security_headers;
mod site;
mod slow_bodies;
mod slow_clients;
#[path = "../sign_up/solve.rs"]
mod solve;
mod steps;
mod visitor;
