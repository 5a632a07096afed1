use super::ports::{Bucket, CodeId, CodeMail, CodePurpose, Exhausted, NewCode, SignUpId};
use super::{
    CanonicalAddress, ClientPrefix, MailedCode, NotMeToken, Pending, RateLimitKeys, SignUp, SignUpError, Solution, TrustedDevice,
    UnsentMail, VisitorState,
};
use crate::i18n::Language;
use domain::OneTimeCode;
use rand::CryptoRng;
use rand::distr::{Distribution, Uniform};
use std::time::Duration;

/// How long the store keeps a sign-up after its newest code has expired, to distinguish a used code from an expired one.
const SIGN_UP_KEPT_FOR: Duration = Duration::from_secs(24 * 60 * 60);

/// The requester of a mail, as far as the limits and the mail need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requester {
    /// The network that the request came from.
    pub client: ClientPrefix,
    /// The trusted device of the browser's device cookie; without vouchers if it sent none.
    pub device: TrustedDevice,
    /// The proof of work that came with the request, right or wrong.
    pub solution: Option<Solution>,
    /// The language of the mail.
    pub language: Language,
}

impl From<ClientPrefix> for Requester {
    /// Creates a requester without a trusted device or a proof of work, in the default language English.
    fn from(client: ClientPrefix) -> Self {
        Self { client, device: TrustedDevice::default(), solution: None, language: Language::default() }
    }
}

/// What a mail counts against besides the limits that all requests share.
pub(super) struct CountedAgainst {
    /// The keys of the device or of the address.
    pub(super) keys: RateLimitKeys,
    /// The bucket of the proof of work or of the wait in its place, if one was needed.
    pub(super) proof: Option<Bucket>,
}

impl SignUp {
    /// Counts a mail against every limit, then makes a code of this purpose: for the `existing` sign-up or change, or for a new
    /// one.
    pub(super) async fn issue(
        &self,
        visitor: &mut VisitorState,
        purpose: CodePurpose,
        existing: Option<Pending>,
        address: CanonicalAddress,
        requester: &Requester,
        CountedAgainst { keys, proof }: CountedAgainst,
    ) -> Result<UnsentMail, SignUpError> {
        let (ports, now) = (&self.ports, self.now());
        // No code is mailed that the failure limit would not let the visitor try.
        for failures in self.failure_buckets(&keys) {
            if let Some(until) = ports.store.free_at(&failures, now).await? {
                return Err(SignUpError::limited(Exhausted { limit: failures.limit, until }, now));
            }
        }
        let mut buckets = self.mail_buckets(&keys, &address, requester);
        buckets.extend(proof);
        // The slot is reserved before anything is counted.
        let slot = ports.mail.reserve()?;
        let taken = ports.store.take(&buckets, now).await?.map_err(|exhausted| SignUpError::limited(exhausted, now))?;

        let (new_sign_up, id, mut code, not_me) = {
            let mut generator = ports.randomness.generator();
            let generator = &mut *generator;
            (SignUpId::generate(generator), CodeId::generate(generator), draw(generator), NotMeToken::generate(generator))
        };
        let is_new = existing.is_none();
        let mut pending = existing.unwrap_or_else(|| Pending::new(purpose, new_sign_up, address.clone(), keys.clone()));
        // A repeated code costs no try. So a code that was tried in this sign-up must never be issued: it would be a free guess at every new
        // code.
        while !is_new && ports.store.was_tried(pending.sign_up, self.key.tried_code(pending.sign_up, &code)).await? {
            code = draw(&mut *ports.randomness.generator());
        }
        let expires_at = now + self.limits.code_lifetime;
        let new = NewCode {
            id,
            sign_up: pending.sign_up,
            mailbox_hash: self.mailbox_hash(&address),
            ends_at: expires_at + SIGN_UP_KEPT_FOR,
            token: self.key.not_me_mac(&not_me),
            token_ends_at: now + self.token_lifetime(),
        };
        // The mailbox may have been muted since `check_mute`.
        if let Err(exhausted) = ports.store.begin(&new, self.mute_bucket(&keys, &address).as_ref(), now).await? {
            ports.store.give_back(&taken).await?;
            return Err(SignUpError::limited(exhausted, now));
        }

        pending.address = address.clone();
        pending.keys = keys;
        let mac = self.key.code_mac(purpose, pending.sign_up, &address, &code);
        pending.add(MailedCode { id, mac, issued_at: now, expires_at });
        visitor.set_pending(pending);
        let mail = CodeMail {
            to: address,
            code,
            lifetime: self.limits.code_lifetime,
            issued_at: now,
            language: requester.language,
            not_me,
            purpose,
        };
        Ok(UnsentMail { mail, code: id, taken, slot })
    }
}

/// Draws a code uniformly: `Uniform` rejects values (Lemire's method) that would make some codes likelier than others.
fn draw(generator: &mut dyn CryptoRng) -> OneTimeCode {
    let numbers = Uniform::new(0, OneTimeCode::COUNT).expect("there are codes");
    OneTimeCode::from_number(numbers.sample(generator)).expect("the number is below COUNT")
}

#[cfg(test)]
#[path = "issue_tests.rs"]
mod tests;
