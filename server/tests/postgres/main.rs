//! The store in PostgreSQL: every step, races between instances, migrations and outages, on a server that the tests start.
#![cfg(unix)]

mod audit;
mod conflicts;
mod issued_codes;
mod look_ups;
mod opening;
mod outages;
mod races;
mod right_codes;
mod session_data;
mod sessions;
mod world;
mod wrong_codes;
