//! Solves a challenge of the proof of work with the browser's solver.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// The solution as a JSON object in ALTCHA's format.
#[must_use]
pub fn solve(challenge: &Value) -> Value {
    let text = |name: &str| challenge[name].as_str().unwrap_or_else(|| panic!("no {name} in {challenge}"));
    let largest = challenge["maxnumber"].as_u64().and_then(|largest| u32::try_from(largest).ok()).expect("a largest number");
    let number = solver::solve(text("salt"), text("challenge"), largest).expect("the challenge can be solved");
    assert_eq!(hash(text("salt"), number.into()), text("challenge"));
    json!({
        "algorithm": text("algorithm"),
        "challenge": text("challenge"),
        "number": number,
        "salt": text("salt"),
        "signature": text("signature"),
        "took": 1,
    })
}

/// The hash that a challenge with this salt and number contains.
#[must_use]
pub fn hash(salt: &str, number: u64) -> String {
    hex::encode(Sha256::digest(format!("{salt}{number}")))
}

/// The solution as a form sends it.
#[must_use]
pub fn payload(solution: &Value) -> String {
    BASE64_STANDARD.encode(solution.to_string())
}
