use crate::world::{MILLISECOND, MINUTE, NoRecords, SECOND, World, address, client};
use domain::{CodeStep, Delivery, DeliveryFailure, Limit, Refusal, Step};
use server::sign_up::{Limits, SignUp, VisitorState};
use std::sync::mpsc;
use std::time::Duration;

const FAILED: Delivery = Delivery::Failed(DeliveryFailure::Unreachable);

async fn code_step(world: &World, visitor: &VisitorState) -> CodeStep {
    match world.rules.step(visitor).await.expect("a step") {
        Step::Code(step) => step,
        step => panic!("{step:?}"),
    }
}

#[tokio::test]
async fn the_page_tells_what_became_of_the_newest_mail() {
    let world = World::new().await;
    let mut visitor = world.pending("me@example.org").await;
    assert_eq!(code_step(&world, &visitor).await.delivery, Delivery::Accepted);
    world.clock.advance(MINUTE);
    for told in [FAILED, Delivery::Failed(DeliveryFailure::Recipient), Delivery::Unknown] {
        world.mail.answers(told);
        assert_eq!(world.resend(&mut visitor).await, Ok(told));
        assert_eq!(code_step(&world, &visitor).await.delivery, told);
    }
}

/// The visitor can then enter the earlier code, whose times apply.
#[tokio::test]
async fn an_earlier_code_that_was_sent_still_works_when_the_newest_mail_fails() {
    let world = World::new().await;
    let mut visitor = VisitorState::default();
    world.mail.answers(FAILED);
    assert_eq!(world.request(&mut visitor, "me@example.org").await, Ok(FAILED));
    assert!(!code_step(&world, &visitor).await.earlier_code_works, "none was sent");
    for sent in [Delivery::Accepted, Delivery::Unknown] {
        let mut visitor = VisitorState::default();
        world.mail.answers(sent);
        world.request(&mut visitor, "me@example.org").await.expect("a mail");
        let first = code_step(&world, &visitor).await;
        assert!(!first.earlier_code_works);
        world.clock.advance(MINUTE);
        world.mail.answers(FAILED);
        for _ in 0..2 {
            world.resend(&mut visitor).await.expect("a mail");
            let step = code_step(&world, &visitor).await;
            assert_eq!((step.delivery, step.earlier_code_works), (FAILED, true), "after {sent:?}");
            assert_eq!((step.expires_at, step.expires_in), (first.expires_at, first.expires_in - 60));
        }
        // The code of the second mail, which never arrived, would be valid for longer.
        world.clock.advance(Limits::default().code_lifetime - MINUTE);
        let step = code_step(&world, &visitor).await;
        assert!(!step.earlier_code_works && step.expires_in == 60, "{step:?}");
        world.clock.advance(MINUTE);
    }
}

#[tokio::test]
async fn a_failed_mail_costs_no_waiting_time_and_none_of_the_address() {
    let world = World::with(Limits { mails_per_address: "2/1h".parse().expect("caps"), ..Limits::default() }).await;
    let mut visitor = VisitorState::default();
    world.mail.answers(FAILED);
    for _ in 0..5 {
        assert_eq!(world.request(&mut visitor, "me@example.org").await, Ok(FAILED));
        assert_eq!(code_step(&world, &visitor).await.resend_in, 0);
    }
    world.mail.answers(Delivery::Accepted);
    assert_eq!(world.resend(&mut visitor).await, Ok(Delivery::Accepted));
    assert_eq!(code_step(&world, &visitor).await.resend_in, 60);
    let wait = Refusal::Limited { limit: Limit::ResendAfter, retry_after: 60 };
    assert_eq!(world.resend(&mut visitor).await, Err(wait));
}

#[tokio::test]
async fn a_failed_mail_counts_for_client_and_installation() {
    let limits = Limits { mails_total: "2/1h".parse().expect("caps"), ..Limits::default() };
    let world = World::with(limits).await;
    world.mail.answers(FAILED);
    assert_eq!(world.request_from("me@example.org", "192.0.2.1").await, Ok(FAILED));
    assert_eq!(world.request_from("me@example.org", "192.0.2.1").await, Ok(FAILED));
    let limited = Refusal::Limited { limit: Limit::MailsTotal, retry_after: 3600 };
    assert_eq!(world.request_from("me@example.org", "192.0.2.1").await, Err(limited));
}

#[tokio::test]
async fn a_mail_that_may_have_been_sent_counts() {
    let world = World::new().await;
    world.mail.answers(Delivery::Unknown);
    let mut visitor = world.pending("me@example.org").await;
    let wait = Refusal::Limited { limit: Limit::ResendAfter, retry_after: 60 };
    assert_eq!(world.resend(&mut visitor).await, Err(wait));
}

/// The response comes at once, or after the time that a plain form waits; the mail is still being sent, and its state is known later.
#[tokio::test]
async fn the_response_need_not_wait_for_the_mail() {
    let world = World::new().await;
    let mut visitor = VisitorState::default();
    world.mail.close_gate();
    let unsent = world.rules.request_code(&mut visitor, address("me@example.org"), &client("192.0.2.1"), &NoRecords).await.expect("a mail");
    assert_eq!(world.rules.send(unsent, Some(Duration::ZERO)).await, Delivery::Sending);
    let step = code_step(&world, &visitor).await;
    assert_eq!((step.delivery, step.resend_in), (Delivery::Sending, 60), "that it is not waited for gives no wait back");
    world.mail.open_gate();
    world.settled().await;
    assert_eq!(code_step(&world, &visitor).await.delivery, Delivery::Accepted);
}

#[tokio::test]
async fn a_slow_mail_is_answered_in_time_and_settled_later() {
    assert_eq!(SignUp::MAX_DELIVERY_WAIT, 8 * SECOND);
    let world = World::new().await;
    let mut visitor = VisitorState::default();
    world.mail.close_gate();
    world.mail.answers(FAILED);
    let unsent = world.rules.request_code(&mut visitor, address("me@example.org"), &client("192.0.2.1"), &NoRecords).await.expect("a mail");
    assert_eq!(code_step(&world, &visitor).await.resend_in, 60);

    tokio::time::pause();
    // A blocking task prevents the paused clock from advancing by itself while SQLite works in its threads.
    let (keep_still, still) = mpsc::channel::<()>();
    tokio::task::spawn_blocking(move || still.recv());
    let send = world.rules.send(unsent, None);
    tokio::pin!(send);
    tokio::select! {
        _ = &mut send => panic!("nobody answered"),
        () = world.mail.has_sent(1) => {}
    }
    tokio::select! {
        biased;
        () = tokio::time::advance(SignUp::MAX_DELIVERY_WAIT - 2 * MILLISECOND) => {}
        _ = &mut send => panic!("it waits for the relay"),
    }
    tokio::time::advance(3 * MILLISECOND).await;
    assert_eq!(send.await, Delivery::Sending);
    assert_eq!(code_step(&world, &visitor).await.delivery, Delivery::Sending);
    assert_eq!(code_step(&world, &visitor).await.resend_in, 0, "asking again costs no waiting time");

    world.mail.open_gate();
    world.settled().await;
    assert_eq!(code_step(&world, &visitor).await.delivery, FAILED);
    assert_eq!(code_step(&world, &visitor).await.resend_in, 0);
    drop(keep_still);
}

#[tokio::test]
async fn a_visitor_who_leaves_breaks_no_mail() {
    let world = World::new().await;
    let mut visitor = VisitorState::default();
    world.mail.close_gate();
    let unsent = world.rules.request_code(&mut visitor, address("me@example.org"), &client("192.0.2.1"), &NoRecords).await.expect("a mail");
    tokio::select! {
        biased;
        _ = world.rules.send(unsent, None) => panic!("the gate is closed"),
        () = world.mail.has_sent(1) => {}
    }
    world.mail.open_gate();
    world.settled().await;
    assert_eq!(code_step(&world, &visitor).await.delivery, Delivery::Accepted);
}

#[tokio::test]
async fn a_mail_lost_with_its_process_is_not_being_sent_for_ever() {
    let world = World::new().await;
    let mut visitor = VisitorState::default();
    let unsent = world.rules.request_code(&mut visitor, address("me@example.org"), &client("192.0.2.1"), &NoRecords).await.expect("a mail");
    drop(unsent);
    assert_eq!(code_step(&world, &visitor).await.delivery, Delivery::Sending);
    world.clock.advance(2 * MINUTE - SECOND);
    assert_eq!(code_step(&world, &visitor).await.delivery, Delivery::Sending);
    world.clock.advance(SECOND);
    assert_eq!(code_step(&world, &visitor).await.delivery, Delivery::Unknown);
}

/// The visitor still learns the outcome at once.
#[tokio::test]
async fn an_outcome_that_could_not_be_noted_is_noted_later() {
    let world = World::new().await;
    let mut visitor = VisitorState::default();
    world.mail.close_gate();
    let unsent = world.rules.request_code(&mut visitor, address("me@example.org"), &client("192.0.2.1"), &NoRecords).await.expect("a mail");
    let lock = world.database.lock().await;
    world.mail.open_gate();
    assert_eq!(world.rules.send(unsent, None).await, Delivery::Accepted);
    assert_eq!(code_step(&world, &visitor).await.delivery, Delivery::Sending);
    drop(lock);
    world.settled().await;
    assert_eq!(code_step(&world, &visitor).await.delivery, Delivery::Accepted);
}
