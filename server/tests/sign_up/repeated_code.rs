//! A refused code is sent again: it was pasted, and the visitor pressed the button out of habit.

use crate::world::{MINUTE, NoRecords, World, client, refusal};
use domain::Refusal;
use server::i18n::Language;
use server::sign_up::Limits;

const ADDRESS: &str = "me@example.org";

#[tokio::test]
async fn a_repeated_code_costs_no_second_try_and_gets_the_same_answer() {
    let world = World::new().await;
    let mut visitor = world.pending(ADDRESS).await;
    let (first, second) = (world.mail.wrong_code(), world.mail.wrong_code());
    let pasted = format!("\u{200e}{} {}", &first[..3], &first[3..]);
    for (code, tries_left) in [(&first, 4), (&first, 4), (&pasted, 4), (&second, 3), (&first, 3), (&second, 3)] {
        assert_eq!(world.verify(&mut visitor, code).await, Err(Refusal::WrongCode { tries_left }));
    }
    let failures = "SELECT count(*) FROM bucket_use WHERE limited_by = 'failures_per_address'";
    assert_eq!(world.number(failures).await, 2, "nor one of the address's failures");
    world.verify(&mut visitor, &world.mail.last_code()).await.expect("the right code");
}

#[tokio::test]
async fn a_repeated_last_code_is_refused_as_before() {
    let world = World::with(Limits { tries: 1, ..Limits::default() }).await;
    let mut visitor = world.pending(ADDRESS).await;
    let wrong = world.mail.wrong_code();
    for _ in 0..2 {
        assert_eq!(world.verify(&mut visitor, &wrong).await, Err(Refusal::TriesSpent));
    }
    assert_eq!(world.verify(&mut visitor, &world.mail.last_code()).await, Err(Refusal::TriesSpent));
}

#[tokio::test]
async fn a_repeated_code_is_recognized_after_another_and_in_an_old_session() {
    let world = World::new().await;
    let mut visitor = world.pending(ADDRESS).await;
    let (before, wrong) = (visitor.clone(), world.mail.wrong_code());
    world.verify(&mut visitor, &wrong).await.expect_err("a wrong code");
    world.clock.advance(MINUTE);
    world.resend(&mut visitor).await.expect("a mail");
    for mut visitor in [visitor, before] {
        assert_eq!(world.verify(&mut visitor, &wrong).await, Err(Refusal::WrongCode { tries_left: 4 }));
    }
}

/// Otherwise an attacker would have a free guess at each further code.
#[tokio::test]
async fn a_code_that_was_refused_is_never_mailed() {
    // The same seeds produce the same codes.
    let (foreseen, world) = (World::new().await, World::new().await);
    let mut visitor = foreseen.pending(ADDRESS).await;
    foreseen.clock.advance(MINUTE);
    foreseen.resend(&mut visitor).await.expect("a mail");
    let next = foreseen.mail.last_code();

    let mut visitor = world.pending(ADDRESS).await;
    assert_eq!(world.mail.last_code(), foreseen.mail.codes()[0]);
    assert_eq!(world.verify(&mut visitor, &next).await, Err(Refusal::WrongCode { tries_left: 4 }));
    world.clock.advance(MINUTE);
    world.resend(&mut visitor).await.expect("a mail");
    assert_ne!(world.mail.last_code(), next);
    assert_eq!(world.verify(&mut visitor, &next).await, Err(Refusal::WrongCode { tries_left: 4 }));
}

#[tokio::test]
async fn another_sign_up_does_not_recognize_the_repeated_code() {
    let world = World::new().await;
    let wrong = world.mail.wrong_code();
    for typed in [ADDRESS, "you@example.org"] {
        let mut visitor = world.pending(typed).await;
        assert_eq!(world.verify(&mut visitor, &wrong).await, Err(Refusal::WrongCode { tries_left: 4 }), "{typed}");
        assert_eq!(world.verify(&mut visitor, &wrong).await, Err(Refusal::WrongCode { tries_left: 4 }), "{typed}");
    }
    assert_eq!(world.number("SELECT count(*) FROM refused_code").await, 2);
    assert_eq!(world.number("SELECT count(DISTINCT code) FROM refused_code").await, 2, "one code, two hashes");
}

/// The store fails after the try was counted: the code stays valid.
#[tokio::test]
async fn a_right_code_that_came_to_nothing_is_right_again() {
    let world = World::with(Limits { tries: 1, ..Limits::default() }).await;
    let mut visitor = world.pending(ADDRESS).await;
    let code = world.mail.last_code();
    world.database.execute("ALTER TABLE account RENAME TO lost").await;
    assert!(world.rules.verify_code(&mut visitor, &code, &NoRecords).await.is_err());
    world.database.execute("ALTER TABLE lost RENAME TO account").await;
    world.verify(&mut visitor, &code).await.expect("the right code");
}

#[tokio::test]
async fn a_sign_up_that_is_over_says_so_whatever_was_tried() {
    let world = World::new().await;
    let mut visit = world.pending(ADDRESS).await;
    let wrong = world.mail.wrong_code();
    assert_eq!(world.verify(&mut visit, &wrong).await, Err(Refusal::WrongCode { tries_left: 4 }));
    world.not_me(&world.mail.last_token()).await.expect("a token");
    assert_eq!(world.verify(&mut visit, &wrong).await, Err(Refusal::Voided));
}

#[tokio::test]
async fn refused_codes_are_deleted_with_their_sign_up() {
    let world = World::new().await;
    let mut visitor = world.pending(ADDRESS).await;
    world.verify(&mut visitor, &world.mail.wrong_code()).await.expect_err("a wrong code");
    assert_eq!(world.number("SELECT count(*) FROM refused_code").await, 1);
    world.clock.advance(2 * 24 * 60 * MINUTE);
    world.rules.clean_up().await.expect("cleaned up");
    assert_eq!(world.number("SELECT count(*) FROM refused_code").await, 0);
}

#[tokio::test]
async fn a_repeated_code_costs_no_second_try_in_a_change_of_address_either() {
    let world = World::new().await;
    let (mut visitor, _) = world.signed_up(ADDRESS).await;
    let new = crate::world::address("new@example.org");
    let unsent = world.rules.request_email_change(&mut visitor, new, &client("192.0.2.1"), &NoRecords).await;
    world.send(unsent).await.expect("a mail");
    let wrong = world.mail.wrong_code();
    for _ in 0..2 {
        let refused = world.rules.verify_email_change(&mut visitor, &wrong, Language::English, &NoRecords).await.map_err(refusal);
        assert_eq!(refused.expect_err("a wrong code"), Refusal::WrongCode { tries_left: 4 });
    }
}
