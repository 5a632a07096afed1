use crate::world::World;
use server::sign_up::ports::Randomness;
use server::sign_up::{Caps, Limits, Visit};
use server::system::SystemRandomness;
use std::collections::HashSet;
use std::time::Duration;

/// Asks for so many codes without limits and returns them.
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
    let mut visit = Visit::default();
    for _ in 0..count {
        world.request(&mut visit, "me@example.org").await.expect("a mail");
    }
    world.mail.codes()
}

/// Every digit is as likely in every place. 6 places of 9 degrees of freedom each: the chi-square sum is below 98.3
/// with probability 0.9998 (54 degrees), and the seeds are fixed.
#[tokio::test]
async fn every_digit_is_as_likely_in_every_place() {
    const COUNT: u32 = 1000;
    let codes = codes(COUNT as usize).await;
    let mut seen = [[0_u32; 10]; 6];
    for code in &codes {
        assert_eq!(code.len(), 6);
        for (place, digit) in code.bytes().enumerate() {
            seen[place][usize::from(digit - b'0')] += 1;
        }
    }
    let expected = f64::from(COUNT) / 10.0;
    let chi_square: f64 = seen.iter().flatten().map(|count| (f64::from(*count) - expected).powi(2) / expected).sum();
    assert!(chi_square < 98.3, "{chi_square}: {seen:?}");
    assert!(seen[0][0] > 0, "leading zeros occur");
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
