use super::RelayStage;
use super::secrets::Secrets;
use crate::mail::reply::Reply;
use crate::mail::tape::Tape;
use crate::mail::{Printable, Relay, RelayProblem, SendError};

/// What came of one stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Examined {
    /// The stage.
    pub stage: RelayStage,
    /// How it went.
    pub verdict: Verdict,
    /// What the relay said, or what was seen; why a stage was left out. Nothing secret is in it.
    pub said: Printable,
}

/// How a stage went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// As it should.
    Ok,
    /// It did not, for this reason.
    Failed(RelayProblem),
    /// It was not tried.
    Skipped,
}

/// A stage has failed, and that has been written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stopped;

/// The stages so far.
pub(super) struct Findings<'a> {
    relay: &'a Relay,
    secrets: Secrets,
    examined: Vec<Examined>,
}

impl<'a> Findings<'a> {
    pub(super) const fn new(relay: &'a Relay, secrets: Secrets) -> Self {
        Self { relay, secrets, examined: Vec::new() }
    }

    pub(super) fn passed(&mut self, stage: RelayStage, said: &str) {
        self.note(stage, Verdict::Ok, said);
    }

    pub(super) fn skipped(&mut self, stage: RelayStage, why: &str) {
        self.note(stage, Verdict::Skipped, why);
    }

    pub(super) fn failed(&mut self, stage: RelayStage, problem: RelayProblem, said: &str) -> Stopped {
        self.note(stage, Verdict::Failed(problem), said);
        Stopped
    }

    /// A stage has failed by an error: what the relay said to it tells more.
    pub(super) fn failed_by(&mut self, stage: RelayStage, error: &SendError, tape: &Tape) -> Stopped {
        let newest = self.secrets.hide(&tape.newest());
        let (reply, said) = match error {
            // Commands that were sent together were answered together; lettre may have said `QUIT` since.
            SendError::Refused { code, .. } => {
                let replies = Reply::read(&self.secrets.hide(&tape.whole()));
                let refusal = replies.into_iter().find(|reply| reply.code == *code);
                let said = refusal.as_ref().map(ToString::to_string);
                (refusal, said)
            }
            SendError::NoStartTls => (None, newest_reply(&newest).map(|reply| reply.offer())),
            // What is no reply is shown as it came.
            SendError::BadReply(_) => (None, Some(newest).filter(|newest| !newest.trim().is_empty())),
            _ => (None, None),
        };
        let problem = RelayProblem::of_error(self.relay, error, reply.as_ref());
        let said = said.unwrap_or_else(|| error.to_string());
        // An offer does not say by itself what is missing in it.
        let said = if matches!(error, SendError::NoStartTls) { format!("{problem}: {said}") } else { said };
        self.failed(stage, problem, &said)
    }

    /// A stage has passed, and this is what the relay said to it.
    pub(super) fn passed_with_reply(&mut self, stage: RelayStage, tape: &Tape) {
        let said = self.newest(tape).map(|reply| reply.to_string());
        self.passed(stage, &said.unwrap_or_default());
    }

    /// `EHLO` was answered: who the relay is and what it offers.
    pub(super) fn passed_with_offer(&mut self, stage: RelayStage, tape: &Tape) {
        let said = self.newest(tape).map(|reply| reply.offer());
        self.passed(stage, &said.unwrap_or_default());
    }

    /// The newest reply on the tape, without our secrets.
    pub(super) fn newest(&self, tape: &Tape) -> Option<Reply> {
        newest_reply(&self.secrets.hide(&tape.newest()))
    }

    /// All stages: those that nothing is known of were not tried, since one before them failed.
    pub(super) fn complete(mut self) -> Vec<Examined> {
        for stage in RelayStage::in_order(self.relay.tls) {
            if self.examined.iter().all(|examined| examined.stage != stage) {
                self.skipped(stage, "not tried");
            }
        }
        self.examined
    }

    fn note(&mut self, stage: RelayStage, verdict: Verdict, said: &str) {
        self.examined.push(Examined { stage, verdict, said: Printable::new(said) });
    }
}

fn newest_reply(text: &str) -> Option<Reply> {
    Reply::read(text).pop()
}
