//! Invalid solutions of the proof of work.

use crate::proof_of_work::{ASKED, SENT, limits, prove, rushed, solved};
use crate::world::{MILLISECOND, MINUTE, World};
use serde_json::{Value, json};
use server::sign_up::{Limits, MacKey};
use test_support::proof_of_work::hash;

/// The right solution with these fields changed.
fn but(solution: &Value, fields: Value) -> Value {
    let mut changed = solution.clone();
    let (Value::Object(changed_fields), Value::Object(fields)) = (&mut changed, fields) else { panic!("no objects") };
    changed_fields.extend(fields);
    changed
}

fn text<'a>(solution: &'a Value, name: &str) -> &'a str {
    solution[name].as_str().expect("a text")
}

async fn proves_nothing(world: &World, solution: &Value) {
    assert_eq!(prove(world, "me@example.org", solution).await, ASKED, "{solution}");
}

#[tokio::test]
async fn a_solution_with_another_number_is_refused() {
    let world = rushed(limits()).await;
    let right = solved(&world);
    let number = right["number"].as_u64().expect("a number");
    proves_nothing(&world, &but(&right, json!({ "number": number + 1 }))).await;
    // The challenge then matches the number, but not the signature.
    let challenge = hash(text(&right, "salt"), number + 1);
    proves_nothing(&world, &but(&right, json!({ "number": number + 1, "challenge": challenge }))).await;
    assert_eq!(prove(&world, "me@example.org", &right).await, SENT);
}

#[tokio::test]
async fn a_solution_with_another_salt_is_refused() {
    let world = rushed(limits()).await;
    let (right, other) = (solved(&world), solved(&world));
    let later = text(&right, "salt").replace("expires=1", "expires=2");
    let number = right["number"].as_u64().expect("a number");
    for salt in [text(&other, "salt"), &later, "", "&"] {
        proves_nothing(&world, &but(&right, json!({ "salt": salt }))).await;
        proves_nothing(&world, &but(&right, json!({ "salt": salt, "challenge": hash(salt, number) }))).await;
    }
}

/// CVE-2025-68113: if the number's first digits are moved into the salt, the hash stays the same and the expiry becomes later.
#[tokio::test]
async fn a_salt_extended_by_digits_of_the_number_is_refused() {
    let world = rushed(limits()).await;
    let (right, first, rest) = loop {
        let right = solved(&world);
        let number = right["number"].to_string();
        let (first, rest) = number.split_at(1);
        if !rest.is_empty() && !rest.starts_with('0') {
            break (right.clone(), first.to_owned(), rest.parse::<u64>().expect("digits"));
        }
    };
    let salt = format!("{}{first}", text(&right, "salt"));
    assert_eq!(hash(&salt, rest), text(&right, "challenge"), "it has the hash that was signed");
    let spliced = but(&right, json!({ "salt": salt, "number": rest }));
    proves_nothing(&world, &spliced).await;
    world.clock.advance(10 * MINUTE);
    proves_nothing(&world, &spliced).await;
}

#[tokio::test]
async fn a_solution_with_another_signature_is_refused() {
    let world = rushed(limits()).await;
    let (right, other) = (solved(&world), solved(&world));
    let signature = text(&right, "signature");
    for signature in [text(&other, "signature"), "", &signature[1..], &signature.to_uppercase(), &"0".repeat(64)] {
        proves_nothing(&world, &but(&right, json!({ "signature": signature }))).await;
    }
    let stranger = World::with_key(limits(), MacKey::new([8; 32])).await;
    proves_nothing(&world, &solved(&stranger)).await;
}

#[tokio::test]
async fn a_solution_with_another_algorithm_is_refused() {
    let world = rushed(limits()).await;
    let right = solved(&world);
    for algorithm in ["SHA-1", "SHA-512", "sha-256", ""] {
        proves_nothing(&world, &but(&right, json!({ "algorithm": algorithm }))).await;
    }
}

#[tokio::test]
async fn another_spelling_of_the_challenge_is_refused() {
    let world = rushed(limits()).await;
    let right = solved(&world);
    for challenge in [text(&right, "challenge").to_uppercase(), String::new()] {
        proves_nothing(&world, &but(&right, json!({ "challenge": challenge }))).await;
    }
}

#[tokio::test]
async fn an_expired_solution_is_refused() {
    let world = rushed(limits()).await;
    let (in_time, too_late) = (solved(&world), solved(&world));
    world.clock.advance(10 * MINUTE - MILLISECOND);
    assert_eq!(prove(&world, "me@example.org", &in_time).await, SENT);
    world.clock.advance(MILLISECOND);
    proves_nothing(&world, &too_late).await;
}

/// The operator has lowered the cost since the challenge was made.
#[tokio::test]
async fn a_number_above_the_largest_is_refused() {
    let dear = World::with(limits()).await;
    let solution = loop {
        let solution = solved(&dear);
        if solution["number"].as_u64() > Some(500) {
            break solution;
        }
    };
    let cheap = rushed(Limits { proof_of_work_cost: 500, ..limits() }).await;
    proves_nothing(&cheap, &solution).await;
}
