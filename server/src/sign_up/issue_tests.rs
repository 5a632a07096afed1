use super::draw;
use crate::sign_up::ports::Randomness;
use crate::system::SystemRandomness;
use domain::OneTimeCode;
use rand::rand_core::{TryCryptoRng, TryRng};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use std::convert::Infallible;

/// The number of draws of a test: enough to detect a value that is one per cent likelier than the others.
const DRAWS: u32 = 1_000_000;

/// The largest distance of a uniform sample, in standard deviations. p = 1e-9 for each of the eight counts, so that one in a hundred
/// million runs fails by chance.
const FARTHEST: f64 = 6.0;

/// The distance of a sample from uniform, in standard deviations of the normal distribution: Pearson's chi-square, made normal by Wilson
/// and Hilferty's cube root (1931).
fn distance(counts: &[u32]) -> f64 {
    let buckets = f64::from(u32::try_from(counts.len()).expect("a few buckets"));
    let expected = f64::from(counts.iter().sum::<u32>()) / buckets;
    let chi_square: f64 = counts.iter().map(|count| (f64::from(*count) - expected).powi(2) / expected).sum();
    let freedom = buckets - 1.0;
    let spread = 2.0 / (9.0 * freedom);
    ((chi_square / freedom).cbrt() - (1.0 - spread)) / spread.sqrt()
}

/// The largest distance of these codes in any of several counts: by the digit at each of the six positions, by the first three digits and
/// by the last three.
fn worst_distance(mut next: impl FnMut() -> OneTimeCode) -> f64 {
    let mut places = [[0; 10]; OneTimeCode::LENGTH];
    let (mut first, mut last) = (vec![0; 1000], vec![0; 1000]);
    for _ in 0..DRAWS {
        let digits = next().digits().map(|digit| usize::from(digit - b'0'));
        for (place, digit) in places.iter_mut().zip(digits) {
            place[digit] += 1;
        }
        let number = |digits: &[usize]| digits.iter().fold(0, |number, digit| 10 * number + digit);
        first[number(&digits[..3])] += 1;
        last[number(&digits[3..])] += 1;
    }
    let of_places = places.iter().map(|counts| distance(counts));
    of_places.chain([distance(&first), distance(&last)]).fold(f64::MIN, f64::max)
}

fn code(number: u32) -> OneTimeCode {
    OneTimeCode::from_number(number).expect("below a million")
}

/// Draws as the server does: with a new system generator for each code.
#[test]
fn a_million_codes_are_uniform() {
    let worst = worst_distance(|| draw(&mut *SystemRandomness.generator()));
    assert!(worst < FARTHEST, "{worst} standard deviations");
}

/// Shows that the test above would detect codes that are not uniform.
#[test]
fn a_million_codes_that_are_not_uniform_are_detected() {
    let mut generator = StdRng::seed_from_u64(1);
    let wrapped = worst_distance(|| code(generator.random_range(0..1 << 24) % OneTimeCode::COUNT));
    assert!(wrapped > 2.0 * FARTHEST, "24 bits modulo a million: {wrapped}");
    let without_leading_zeros = worst_distance(|| code(generator.random_range(100_000..OneTimeCode::COUNT)));
    assert!(without_leading_zeros > 2.0 * FARTHEST, "no leading zero: {without_leading_zeros}");
}

/// 32 random bits modulo a million would make some codes likelier by a 4294th, which a million draws do not reveal. So this test checks
/// that the surplus values are rejected.
#[test]
fn surplus_random_values_are_drawn_again() {
    let mut bits = Rigged(vec![0x8000_1000, 0]);
    assert_eq!(draw(&mut bits).digits(), b"500000", "0 is the first of the surplus");
    assert!(bits.0.is_empty());
}

/// A generator that returns these words, the last one first.
struct Rigged(Vec<u32>);

impl TryRng for Rigged {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(self.0.pop().expect("a word is left"))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        unreachable!("a code takes 32 bits")
    }

    fn try_fill_bytes(&mut self, _: &mut [u8]) -> Result<(), Infallible> {
        unreachable!("a code takes 32 bits")
    }
}

impl TryCryptoRng for Rigged {}
