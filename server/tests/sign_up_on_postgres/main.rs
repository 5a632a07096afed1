//! The rules of sign-up over a real PostgreSQL store: the tests of `sign_up`, but for those of SQLite's files.

#![cfg(unix)]
#![allow(dead_code, reason = "some of the world is for the tests of SQLite's files")]
#![expect(clippy::unchecked_time_subtraction, reason = "constants, and a panic would fail the test")]

#[path = "../sign_up/accounts.rs"]
mod accounts;
#[path = "../sign_up/clean_up.rs"]
mod clean_up;
#[path = "../sign_up/codes.rs"]
mod codes;
#[path = "../sign_up/delivery.rs"]
mod delivery;
#[path = "../sign_up/domain_rules.rs"]
mod domain_rules;
#[path = "../sign_up/email_change.rs"]
mod email_change;
#[path = "../sign_up/expiry.rs"]
mod expiry;
#[path = "../sign_up/failures_per_address.rs"]
mod failures_per_address;
#[path = "../sign_up/instances.rs"]
mod instances;
#[path = "../sign_up/live_codes.rs"]
mod live_codes;
#[path = "../sign_up/mail_limits.rs"]
mod mail_limits;
#[path = "../sign_up/not_me.rs"]
mod not_me;
#[path = "../sign_up/not_me_races.rs"]
mod not_me_races;
#[path = "../sign_up/proof_of_work.rs"]
mod proof_of_work;
#[path = "../sign_up/proof_of_work_refused.rs"]
mod proof_of_work_refused;
#[path = "../sign_up/queue.rs"]
mod queue;
#[path = "../sign_up/races.rs"]
mod races;
#[path = "../sign_up/repeated_code.rs"]
mod repeated_code;
#[path = "../sign_up/restart.rs"]
mod restart;
#[path = "../sign_up/start_over.rs"]
mod start_over;
#[path = "../sign_up/steps.rs"]
mod steps;
#[path = "../sign_up/stored_state.rs"]
mod stored_state;
#[path = "../support/test_database.rs"]
mod test_database;
#[path = "../sign_up/tries.rs"]
mod tries;
#[path = "../sign_up/trusted_device.rs"]
mod trusted_device;
#[path = "../sign_up/waiting.rs"]
mod waiting;
#[path = "../sign_up/world.rs"]
mod world;

use test_database::Engine;

const ENGINE: Engine = Engine::Postgres;
