//! The operator's own design of the pages: the accent and the logo.

mod accent;
mod colour;
mod files;
mod logo;

pub use accent::{Accent, AccentError};
pub use files::{Brand, BrandFile};
pub use logo::{Logo, LogoError};
