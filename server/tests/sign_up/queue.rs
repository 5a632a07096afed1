use crate::world::{NoRecords, SECOND, World, address, client, refusal};
use domain::{Delivery, DeliveryFailure, Limit, Refusal, Step};
use server::sign_up::{Limits, VisitorState};
use std::sync::mpsc;

const FULL: Refusal = Refusal::Limited { limit: Limit::MailQueue, retry_after: 5 };
const RETRYING: Delivery = Delivery::Retrying(DeliveryFailure::Later);

#[tokio::test]
async fn a_full_queue_is_reported_and_nothing_is_counted() {
    let limits = Limits { mails_total: "2/1h".parse().expect("caps"), ..Limits::default() };
    let world = World::with(limits).await;
    world.mail.leave_slots(1);
    let mut visitor = VisitorState::default();
    let unsent = world.rules.request_code(&mut visitor, address("me@example.org"), &client("192.0.2.1"), &NoRecords).await.expect("a mail");
    let mut second = VisitorState::default();
    let refused =
        world.rules.request_code(&mut second, address("else@example.org"), &client("192.0.2.2"), &NoRecords).await.map_err(refusal);
    assert_eq!(refused.err(), Some(FULL));
    assert_eq!((second, FULL.status()), (VisitorState::default(), 503));

    world.rules.send(unsent, None).await;
    world.settled().await;
    assert_eq!(world.mail.free_slots(), 1, "a mail that was sent gives its slot back");
    assert_eq!(world.request_from("else@example.org", "192.0.2.2").await, Ok(Delivery::Accepted), "the refused one was not counted");
}

#[tokio::test]
async fn a_mail_has_its_place_until_it_is_settled() {
    let world = World::new().await;
    world.mail.leave_slots(1);
    world.mail.close_gate();
    let unsent = world
        .rules
        .request_code(&mut VisitorState::default(), address("me@example.org"), &client("192.0.2.1"), &NoRecords)
        .await
        .expect("a mail");
    tokio::select! {
        biased;
        _ = world.rules.send(unsent, None) => panic!("the gate is closed"),
        () = world.mail.has_sent(1) => {}
    }
    assert_eq!(world.request_from("else@example.org", "192.0.2.2").await, Err(FULL));
    world.mail.open_gate();
    world.settled().await;
    assert_eq!(world.mail.free_slots(), 1);
}

#[tokio::test]
async fn a_retried_mail_is_soon_shown_as_such_and_costs_no_waiting_time() {
    let world = World::new().await;
    world.mail.close_gate();
    world.mail.says_before(RETRYING);
    let mut visitor = VisitorState::default();
    let unsent = world.rules.request_code(&mut visitor, address("me@example.org"), &client("192.0.2.1"), &NoRecords).await.expect("a mail");
    tokio::time::pause();
    // A blocking task prevents the paused clock from advancing by itself while SQLite works in its threads.
    let (keep_still, still) = mpsc::channel::<()>();
    tokio::task::spawn_blocking(move || still.recv());
    let send = world.rules.send(unsent, None);
    tokio::pin!(send);
    let step = async || match world.rules.step(&visitor).await.expect("a step") {
        Step::Code(step) => step,
        step => panic!("{step:?}"),
    };
    let noted = async {
        while step().await.delivery != RETRYING {
            tokio::task::yield_now().await;
        }
    };
    tokio::select! {
        _ = &mut send => panic!("it does not wait for the first retry"),
        () = noted => {}
    }
    assert_eq!(step().await.resend_in, 0, "whoever is told so can ask again");
    // This is less than the eight seconds for a relay that does not reply.
    tokio::time::advance(4 * SECOND).await;
    assert_eq!(send.await, RETRYING);

    world.clock.advance(359 * SECOND);
    assert_eq!(step().await.delivery, RETRYING);
    world.clock.advance(SECOND);
    assert_eq!(step().await.delivery, Delivery::Unknown, "it was lost with its process");
    world.mail.open_gate();
    world.settled().await;
    assert_eq!(step().await.delivery, Delivery::Accepted);
    drop(keep_still);
}
