//! The rules of sign-up over a real SQLite store, with a fake clock, seeded randomness and a recording mailer.

#![expect(clippy::unchecked_time_subtraction, reason = "constants, and a panic would fail the test")]

mod accounts;
mod clean_up;
mod codes;
mod delivery;
mod domain_rules;
mod email_change;
mod expiry;
mod failures_per_address;
mod instances;
mod live_codes;
mod mail_limits;
mod migration;
mod not_me;
mod not_me_races;
mod on_postgres;
mod opening;
mod privacy;
mod proof_of_work;
mod proof_of_work_refused;
mod queue;
mod races;
mod repeated_code;
mod restart;
mod start_over;
mod steps;
mod stored_state;
mod tries;
mod trusted_device;
mod waiting;
mod world;
