use super::ports::{Bucket, CodeId, CodeMail, CodePurpose, ExistingSignUp, IssueCode, IssueOutcome, NewCode, Records, SignUpId};
use super::{
    CanonicalAddress, ClientPrefix, MailedCode, NotMeToken, Pending, RateLimitKeys, Recording, SessionId, SignUp, SignUpError, Solution,
    StepEvent, TrustedDevice, UnsentMail, VisitorState,
};
use crate::i18n::Language;
use domain::OneTimeCode;
use rand::CryptoRng;
use rand::distr::{Distribution, Uniform};
use std::time::Duration;

/// How long the store keeps a sign-up after its newest code has expired, to distinguish a used code from an expired one.
const SIGN_UP_KEPT_FOR: Duration = Duration::from_secs(24 * 60 * 60);

/// How often a step is tried again when another request was quicker. Each time that request has got its result, so that this many in a row
/// mean a fault.
pub(super) const MAX_ATTEMPTS: u32 = 16;

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

/// A request of a code that has passed the checks that read.
pub(super) struct CodeRequest<'a> {
    pub(super) purpose: CodePurpose,
    /// The sign-up or change that the code is added to; `None` for a new one.
    pub(super) existing: Option<Pending>,
    pub(super) address: &'a CanonicalAddress,
    pub(super) requester: &'a Requester,
    /// The keys of the device or of the address.
    pub(super) keys: RateLimitKeys,
    /// The bucket of the proof of work or of the wait in its place, if one was needed.
    pub(super) proof: Option<Bucket>,
}

impl SignUp {
    /// Counts a mail against every limit and makes its code, in one step of the store. Returns `None` if the sign-up is not what the
    /// request has read any more, or if the code that was drawn was tried in it: the caller reads again.
    pub(super) async fn issue(
        &self,
        visitor: &mut VisitorState,
        request: CodeRequest<'_>,
        recording: &dyn Recording,
    ) -> Result<Option<UnsentMail>, SignUpError> {
        let CodeRequest { purpose, existing, address, requester, keys, proof } = request;
        let (ports, now) = (&self.ports, self.now());
        // The slot is reserved before anything is counted.
        let slot = ports.mail.reserve()?;
        let (new_sign_up, id, code, not_me) = {
            let mut generator = ports.randomness.generator();
            let generator = &mut *generator;
            (SignUpId::generate(generator), CodeId::generate(generator), draw(generator), NotMeToken::generate(generator))
        };
        let is_new = existing.is_none();
        let mut pending = existing.unwrap_or_else(|| Pending::new(purpose, new_sign_up, address.clone(), keys.clone()));
        let expires_at = now + self.limits.code_lifetime;
        let step = IssueCode {
            code: NewCode {
                id,
                sign_up: pending.sign_up,
                mailbox_hash: self.mailbox_hash(address),
                ends_at: expires_at + SIGN_UP_KEPT_FOR,
                token: self.key.not_me_mac(&not_me),
                token_ends_at: now + self.token_lifetime(),
            },
            existing: (!is_new).then(|| ExistingSignUp { tries: self.limits.tries, code: self.key.tried_code(pending.sign_up, &code) }),
            // No code is mailed that the failure limit would not let the visitor try.
            must_be_free: self.mute_bucket(&keys, address).into_iter().chain(self.failure_buckets(&keys)).collect(),
            counted_in: self.mail_buckets(&keys, address, requester).into_iter().chain(proof).collect(),
        };

        pending.address = address.clone();
        pending.keys = keys;
        let mac = self.key.code_mac(purpose, pending.sign_up, address, &code);
        pending.add(MailedCode { id, mac, issued_at: now, expires_at });
        let replaces_another = is_new && purpose == CodePurpose::SignUp && visitor.pending.is_some();
        let mut after = visitor.clone();
        after.set_pending(pending);
        after.waiting = None;
        let session = recording.session(&after, if replaces_another { SessionId::Renewed } else { SessionId::Kept }).await?;
        let records = Records { session, audit: recording.audit(StepEvent::CodeIssued, &[address]) };
        let taken = match ports.store.issue_code(&step, &records, now).await? {
            IssueOutcome::Issued(taken) => taken,
            IssueOutcome::Limited(exhausted) => return Err(SignUpError::limited(exhausted, now)),
            IssueOutcome::Outdated => return Ok(None),
            IssueOutcome::SessionConflict => return Err(SignUpError::Conflict),
        };
        recording.committed(Some(StepEvent::CodeIssued));
        *visitor = after;
        let mail = CodeMail {
            to: address.clone(),
            code,
            lifetime: self.limits.code_lifetime,
            issued_at: now,
            language: requester.language,
            not_me,
            purpose,
        };
        Ok(Some(UnsentMail { mail, code: id, taken, slot }))
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
