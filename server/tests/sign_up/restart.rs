use crate::world::{NoRecords, World, client, open, refusal};
use domain::{Refusal, Step};
use server::sign_up::ports::Ports;
use server::sign_up::{Limits, MacKey, SignUp, VisitorState};
use server::system::SystemRandomness;
use std::sync::Arc;

/// New rules on the same database, as after a restart, and the visitor's state as it is read from its session.
async fn restarted(world: &World, key: [u8; 32], visitor: &VisitorState) -> (SignUp, VisitorState) {
    let session = serde_json::to_string(visitor).expect("serializable");
    let ports = Ports {
        clock: world.clock.clone(),
        randomness: Arc::new(SystemRandomness),
        store: open(world.database.url()).await.store(),
        mail: world.mail.clone(),
        mail_recording: Arc::new(NoRecords),
    };
    let rules = SignUp::new(ports, MacKey::new(key), Limits::default(), world.tasks.clone());
    (rules, serde_json::from_str(&session).expect("a visit"))
}

#[tokio::test]
async fn codes_tries_and_limits_outlive_a_restart() {
    let world = World::new().await;
    let mut visitor = world.pending("me@example.org").await;
    world.verify(&mut visitor, &world.mail.wrong_code()).await.expect_err("a wrong code");
    let (rules, mut visitor) = restarted(&world, [7; 32], &visitor).await;
    let problem = rules.resend_code(&mut visitor, &client("192.0.2.1"), &NoRecords).await.expect_err("it waits");
    assert!(matches!(refusal(problem), Refusal::Limited { retry_after: 60, .. }));
    let problem = rules.verify_code(&mut visitor, &world.mail.wrong_code(), &NoRecords).await.expect_err("a wrong code");
    assert_eq!(refusal(problem), Refusal::WrongCode { tries_left: 3 });
    rules.verify_code(&mut visitor, &world.mail.last_code(), &NoRecords).await.expect("the right code");
    assert_eq!(rules.step(&visitor).await.expect("a step"), Step::Account);
}

#[tokio::test]
async fn a_code_is_worth_nothing_under_another_key() {
    let world = World::new().await;
    let visitor = world.pending("me@example.org").await;
    let (rules, mut visitor) = restarted(&world, [8; 32], &visitor).await;
    let problem = rules.verify_code(&mut visitor, &world.mail.last_code(), &NoRecords).await.expect_err("another key");
    assert_eq!(refusal(problem), Refusal::WrongCode { tries_left: 4 });
}
