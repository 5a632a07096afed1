//! The sessions: what has ended stays ended, whatever is in flight, and the database holds no id that could be used.

mod lifetime;
mod requests_in_flight;
mod site;
mod store;
mod world;
