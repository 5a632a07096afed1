use crate::world::{MINUTE, World};
use domain::{CodeError, Refusal};
use server::sign_up::{Limits, VisitorState};

/// Enters wrong codes; `left` lists the tries left after each.
async fn spend(world: &World, visitor: &mut VisitorState, left: impl IntoIterator<Item = u32>) {
    for tries_left in left {
        let wrong = world.mail.wrong_code();
        assert_eq!(world.verify(visitor, &wrong).await, Err(Refusal::WrongCode { tries_left }));
    }
}

#[tokio::test]
async fn the_fifth_try_may_be_the_right_one() {
    let world = World::new().await;
    let mut visitor = world.pending("me@example.org").await;
    spend(&world, &mut visitor, [4, 3, 2, 1]).await;
    world.verify(&mut visitor, &world.mail.last_code()).await.expect("the right code");
}

#[tokio::test]
async fn after_five_wrong_codes_the_right_one_is_refused() {
    let world = World::new().await;
    let mut visitor = world.pending("me@example.org").await;
    spend(&world, &mut visitor, [4, 3, 2, 1]).await;
    assert_eq!(world.verify(&mut visitor, &world.mail.wrong_code()).await, Err(Refusal::TriesSpent));
    assert_eq!(world.verify(&mut visitor, &world.mail.last_code()).await, Err(Refusal::TriesSpent));
    assert!(visitor.account.is_none());
}

#[tokio::test]
async fn the_number_of_tries_is_the_setting() {
    let world = World::with(Limits { tries: 2, ..Limits::default() }).await;
    let mut visitor = world.pending("me@example.org").await;
    spend(&world, &mut visitor, [1]).await;
    assert_eq!(world.verify(&mut visitor, &world.mail.wrong_code()).await, Err(Refusal::TriesSpent));
}

#[tokio::test]
async fn asking_again_gives_no_try_back() {
    let world = World::new().await;
    let mut visitor = world.pending("me@example.org").await;
    spend(&world, &mut visitor, [4, 3]).await;
    world.clock.advance(MINUTE);
    world.resend(&mut visitor).await.expect("a mail");
    spend(&world, &mut visitor, [2]).await;
    world.clock.advance(MINUTE);
    world.request(&mut visitor, "Me@example.org").await.expect("a mail");
    spend(&world, &mut visitor, [1]).await;
    assert_eq!(world.verify(&mut visitor, &world.mail.wrong_code()).await, Err(Refusal::TriesSpent));
}

#[tokio::test]
async fn a_spent_sign_up_gets_no_further_code_but_a_new_one_begins() {
    let world = World::new().await;
    let mut visitor = world.pending("me@example.org").await;
    spend(&world, &mut visitor, [4, 3, 2, 1]).await;
    assert_eq!(world.verify(&mut visitor, &world.mail.wrong_code()).await, Err(Refusal::TriesSpent));
    world.clock.advance(MINUTE);
    assert_eq!(world.resend(&mut visitor).await, Err(Refusal::TriesSpent));
    world.request(&mut visitor, "me@example.org").await.expect("a mail");
    let codes = world.mail.codes();
    assert_eq!(world.verify(&mut visitor, &codes[0]).await, Err(Refusal::WrongCode { tries_left: 4 }), "of the old sign-up");
    world.verify(&mut visitor, &codes[1]).await.expect("the right code");
}

#[tokio::test]
async fn a_text_that_is_no_code_costs_no_try() {
    let world = World::new().await;
    let mut visitor = world.pending("me@example.org").await;
    for (typed, error) in
        [("", CodeError::Empty), ("12345", CodeError::TooShort), ("1234567", CodeError::TooLong), ("abcdef", CodeError::NotDigits)]
    {
        for _ in 0..3 {
            assert_eq!(world.verify(&mut visitor, typed).await, Err(Refusal::Code(error)));
        }
    }
    spend(&world, &mut visitor, [4]).await;
}

#[tokio::test]
async fn an_old_copy_of_the_session_gives_no_try_back() {
    let world = World::new().await;
    let visitor = world.pending("me@example.org").await;
    for tries_left in [4, 3, 2, 1] {
        spend(&world, &mut visitor.clone(), [tries_left]).await;
    }
    assert_eq!(world.verify(&mut visitor.clone(), &world.mail.wrong_code()).await, Err(Refusal::TriesSpent));
    assert_eq!(world.verify(&mut visitor.clone(), &world.mail.last_code()).await, Err(Refusal::TriesSpent));
}

#[tokio::test]
async fn nothing_can_be_verified_without_a_pending_sign_up() {
    let world = World::new().await;
    let mut visitor = VisitorState::default();
    assert_eq!(world.verify(&mut visitor, "123456").await, Err(Refusal::NothingPending));
    assert_eq!(world.resend(&mut visitor).await, Err(Refusal::NothingPending));
}

#[tokio::test]
async fn the_code_is_taken_as_people_type_it() {
    let world = World::new().await;
    let mut visitor = world.pending("me@example.org").await;
    let code = world.mail.last_code();
    let typed = format!(" {}\u{a0}-{} ", &code[..3], &code[3..]);
    world.verify(&mut visitor, &typed).await.expect("the right code");
}
