use super::transcript::Transcript;
use crate::mail::{PrintableText, Relay, RelayProblem, Reply, SendError, TlsMode};
use serde::Serialize;
use zeroize::Zeroizing;

/// A stage of sending a mail to the relay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RelayStage {
    /// The relay's name has addresses.
    Dns,
    /// One of the addresses accepts a TCP connection.
    Connect,
    /// The relay greets.
    Greeting,
    /// The relay answers `EHLO`.
    Ehlo,
    /// The relay offers `STARTTLS` and accepts it.
    Starttls,
    /// The relay's certificate can be trusted.
    Certificate,
    /// The relay offers a mechanism for the login.
    AuthMechanisms,
    /// The relay accepts our credentials.
    Auth,
    /// The relay accepts a mail.
    TestMail,
}

impl RelayStage {
    /// All stages, in the order in which they are run.
    #[must_use]
    pub const fn in_order(tls: TlsMode) -> [Self; 9] {
        use RelayStage::{Auth, AuthMechanisms, Certificate, Connect, Dns, Ehlo, Greeting, Starttls, TestMail};
        match tls {
            TlsMode::StartTls => [Dns, Connect, Greeting, Ehlo, Starttls, Certificate, AuthMechanisms, Auth, TestMail],
            TlsMode::Implicit => [Dns, Connect, Starttls, Certificate, Greeting, Ehlo, AuthMechanisms, Auth, TestMail],
        }
    }
}

/// The result of one stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageResult {
    /// The stage.
    pub stage: RelayStage,
    /// The outcome of the stage.
    pub outcome: StageOutcome,
    /// The relay's reply, or what was observed; for a skipped stage, the reason. It contains no secret.
    pub said: PrintableText,
}

/// The outcome of a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StageOutcome {
    /// The stage passed.
    Ok,
    /// The stage failed, for this reason.
    Failed(RelayProblem),
    /// The stage was not tried.
    Skipped,
}

/// A stage has failed, and the findings contain it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stopped;

/// What must be hidden in a relay's replies: our secret, in every form in which it was sent.
#[derive(Default)]
pub(super) struct Secrets(pub(super) Vec<Zeroizing<String>>);

impl Secrets {
    /// Replaces every form of the secret in a text by `***`.
    pub(super) fn hide(&self, text: &str) -> String {
        let forms = self.0.iter().filter(|form| !form.is_empty());
        forms.fold(text.to_owned(), |text, form| text.replace(form.as_str(), "***"))
    }
}

/// The results of the stages so far.
pub(super) struct Findings<'a> {
    relay: &'a Relay,
    secrets: Secrets,
    results: Vec<StageResult>,
}

impl<'a> Findings<'a> {
    pub(super) const fn new(relay: &'a Relay, secrets: Secrets) -> Self {
        Self { relay, secrets, results: Vec::new() }
    }

    pub(super) fn passed(&mut self, stage: RelayStage, said: &str) {
        self.record(stage, StageOutcome::Ok, said);
    }

    pub(super) fn skipped(&mut self, stage: RelayStage, why: &str) {
        self.record(stage, StageOutcome::Skipped, why);
    }

    pub(super) fn failed(&mut self, stage: RelayStage, problem: RelayProblem, said: &str) -> Stopped {
        self.record(stage, StageOutcome::Failed(problem), said);
        Stopped
    }

    /// Records a stage that failed with this error. The relay's reply is preferred, which is more specific.
    pub(super) fn failed_by(&mut self, stage: RelayStage, error: &SendError, transcript: &Transcript) -> Stopped {
        let newest = self.secrets.hide(&transcript.newest());
        let (reply, said) = match error {
            // The newest reply need not be the refusal: commands may have been pipelined, and lettre may have sent `QUIT` since.
            SendError::Refused { code, .. } => {
                let replies = Reply::read(&self.secrets.hide(&transcript.whole()));
                let refusal = replies.into_iter().find(|reply| reply.code == *code);
                let said = refusal.as_ref().map(ToString::to_string);
                (refusal, said)
            }
            SendError::NoStartTls => (None, newest_reply(&newest).map(|reply| reply.offer())),
            // A malformed reply is shown as it arrived.
            SendError::BadReply(_) => (None, Some(newest).filter(|newest| !newest.trim().is_empty())),
            _ => (None, None),
        };
        let problem = RelayProblem::of_error(self.relay, error, reply.as_ref());
        let said = said.unwrap_or_else(|| error.to_string());
        // An offer alone does not show what it lacks.
        let said = if matches!(error, SendError::NoStartTls) { format!("{problem}: {said}") } else { said };
        self.failed(stage, problem, &said)
    }

    /// Records a stage that passed, with the newest reply.
    pub(super) fn passed_with_reply(&mut self, stage: RelayStage, transcript: &Transcript) {
        let said = self.newest(transcript).map(|reply| reply.to_string());
        self.passed(stage, &said.unwrap_or_default());
    }

    /// Records that `EHLO` passed, with the relay's name and offer.
    pub(super) fn passed_with_offer(&mut self, stage: RelayStage, transcript: &Transcript) {
        let said = self.newest(transcript).map(|reply| reply.offer());
        self.passed(stage, &said.unwrap_or_default());
    }

    /// The newest reply in the transcript, without our secrets.
    pub(super) fn newest(&self, transcript: &Transcript) -> Option<Reply> {
        newest_reply(&self.secrets.hide(&transcript.newest()))
    }

    /// Returns all stages. Those without a result are added as not tried, since an earlier one failed.
    pub(super) fn complete(mut self) -> Vec<StageResult> {
        for stage in RelayStage::in_order(self.relay.tls) {
            if self.results.iter().all(|result| result.stage != stage) {
                self.skipped(stage, "not tried");
            }
        }
        self.results
    }

    fn record(&mut self, stage: RelayStage, outcome: StageOutcome, said: &str) {
        self.results.push(StageResult { stage, outcome, said: PrintableText::new(said) });
    }
}

fn newest_reply(text: &str) -> Option<Reply> {
    Reply::read(text).pop()
}

#[cfg(test)]
mod tests {
    use super::Secrets;
    use zeroize::Zeroizing;

    #[test]
    fn a_secret_is_hidden_everywhere_in_a_finding() {
        let secrets = Secrets(["aGlk", "", "hid"].map(|form| Zeroizing::new(form.to_owned())).to_vec());
        assert_eq!(secrets.hide("535 PLAIN aGlk: hid is hid"), "535 PLAIN ***: *** is ***");
        assert_eq!(Secrets::default().hide("hid"), "hid");
    }
}
