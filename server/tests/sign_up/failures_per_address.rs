use crate::world::{MILLISECOND, MINUTE, World};
use domain::{Limit, Refusal};
use server::sign_up::{Limits, VisitorState};
use std::time::Duration;

const LIMIT: Limit = Limit::FailuresPerAddress;

/// Three wrong codes an hour for an address, and no other limit.
async fn world() -> World {
    let caps = |text: &str| text.parse().expect("caps");
    let limits =
        Limits { failures_per_address: caps("3/1h"), resend_after: Duration::ZERO, mails_per_address: caps("0"), ..Limits::default() };
    World::with(limits).await
}

async fn fail(world: &World, visitor: &mut VisitorState) -> Refusal {
    world.verify(visitor, &world.mail.wrong_code()).await.expect_err("a wrong code")
}

#[tokio::test]
async fn failures_count_over_all_sign_ups_of_an_address() {
    let world = world().await;
    let mut spare = world.pending("me@example.org").await;
    let right = world.mail.last_code();
    for typed in ["me@example.org", "ME@example.org", "Me@Example.org"] {
        let mut visitor = world.pending(typed).await;
        assert_eq!(fail(&world, &mut visitor).await, Refusal::WrongCode { tries_left: 4 });
        world.clock.advance(MINUTE);
    }
    let limited = |retry_after| Refusal::Limited { limit: LIMIT, retry_after };
    assert_eq!(world.verify(&mut spare, &right).await, Err(limited(57 * 60)), "even the right code");
    assert_eq!(world.resend(&mut spare).await, Err(limited(57 * 60)), "a mail would be of no use");
    assert_eq!(world.request_from("me@example.org", "192.0.2.1").await, Err(limited(57 * 60)));
    assert_eq!(world.mail.sent().len(), 4, "none was sent");
    world.pending("you@example.org").await;

    world.clock.advance(57 * MINUTE - MILLISECOND);
    assert_eq!(world.resend(&mut spare).await, Err(limited(1)));
    world.clock.advance(MILLISECOND);
    world.resend(&mut spare).await.expect("a mail");
    assert_eq!(fail(&world, &mut spare).await, Refusal::WrongCode { tries_left: 4 }, "the refused one cost no try");
}

#[tokio::test]
async fn a_right_code_is_no_failure() {
    let world = world().await;
    for _ in 0..10 {
        world.signed_up("me@example.org").await;
    }
    let mut visitor = world.pending("me@example.org").await;
    for tries_left in [4, 3, 2] {
        assert_eq!(fail(&world, &mut visitor).await, Refusal::WrongCode { tries_left });
    }
    assert_eq!(fail(&world, &mut visitor).await, Refusal::Limited { limit: LIMIT, retry_after: 3600 });
}

#[tokio::test]
async fn a_failure_beyond_the_tries_is_not_counted() {
    let world = World::with(Limits { tries: 1, failures_per_address: "2/1h".parse().expect("caps"), ..Limits::default() }).await;
    let mut visitor = world.pending("me@example.org").await;
    for _ in 0..5 {
        assert_eq!(fail(&world, &mut visitor).await, Refusal::TriesSpent);
    }
    world.clock.advance(MINUTE);
    let mut visitor = world.pending("me@example.org").await;
    assert_eq!(fail(&world, &mut visitor).await, Refusal::TriesSpent, "the second failure, not the sixth");
}
