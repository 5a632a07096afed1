use crate::world::World;
use server::sign_up::ports::Randomness;
use server::sign_up::{Caps, Limits, VisitorState};
use server::system::SystemRandomness;
use std::collections::HashSet;
use std::time::Duration;

/// Requests this many codes without limits and returns them.
async fn codes(count: usize) -> Vec<String> {
    let none = || Caps(Vec::new());
    let limits = Limits {
        resend_after: Duration::ZERO,
        mails_per_address: none(),
        mails_per_domain: none(),
        mails_per_client: none(),
        mails_total: none(),
        proof_of_work_above: none(),
        ..Limits::default()
    };
    let world = World::with(limits).await;
    let mut visitor = VisitorState::default();
    for _ in 0..count {
        world.request(&mut visitor, "me@example.org").await.expect("a mail");
    }
    world.mail.codes()
}

/// Another test, beside the generator, checks that codes are uniformly distributed.
#[tokio::test]
async fn codes_have_six_digits_with_leading_zeros_and_differ() {
    let codes = codes(1000).await;
    assert!(codes.iter().all(|code| code.len() == 6 && code.bytes().all(|digit| digit.is_ascii_digit())), "{codes:?}");
    assert!(codes.iter().any(|code| code.starts_with('0')), "leading zeros are kept");
    let different: HashSet<_> = codes.iter().collect();
    assert!(different.len() > 990, "{} of 1000 differ", different.len());
}

#[test]
fn the_system_gives_other_bytes_at_every_draw() {
    let draw = || {
        let mut bytes = [0; 32];
        SystemRandomness.generator().fill_bytes(&mut bytes);
        bytes
    };
    assert_ne!(draw(), draw());
    assert_ne!(draw(), [0; 32]);
}
