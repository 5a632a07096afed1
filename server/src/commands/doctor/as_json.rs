use crate::doctor::{Finding, Outcome, Problem, Report, Stage, Subject};
use serde::Serialize;

/// A report as one JSON object on one line. Its keys, and the names of stages, outcomes and problems, are stable; new ones may be added.
///
/// # Errors
/// Never: all fields are text.
pub(super) fn as_json(report: &Report) -> serde_json::Result<String> {
    let stages = report.sections.iter().flat_map(|section| {
        let relay = match &section.subject {
            Subject::Relay(relay) => Some(relay.as_str()),
            Subject::Installation | Subject::SenderDomain(_) => None,
        };
        section.findings.iter().map(move |finding| Fields::new(finding, relay))
    });
    serde_json::to_string(&Whole { can_send: report.can_send(), stages: stages.collect() })
}

#[derive(Serialize)]
struct Whole<'a> {
    can_send: bool,
    stages: Vec<Fields<'a>>,
}

#[derive(Serialize)]
struct Fields<'a> {
    name: Stage,
    relay: Option<&'a str>,
    outcome: &'static str,
    said: &'a str,
    problem: Option<Problem>,
    fix: Option<&'a str>,
}

impl<'a> Fields<'a> {
    fn new(finding: &'a Finding, relay: Option<&'a str>) -> Self {
        let (outcome, problem, fix) = match &finding.outcome {
            Outcome::Ok => ("ok", None, None),
            Outcome::Skipped => ("skipped", None, None),
            Outcome::Failed { problem, fix } => ("failed", Some(*problem), Some(fix.as_str())),
        };
        Self { name: finding.stage, relay, outcome, said: finding.said.as_str(), problem, fix }
    }
}

#[cfg(test)]
mod tests {
    use super::as_json;
    use crate::doctor::{Finding, Outcome, Problem, Report, Section, Stage, Subject};
    use crate::mail::{Printable, RelayProblem, RelayStage};

    #[test]
    fn has_the_keys_that_programs_know() {
        let said = Printable::new("535 5.7.8 \"no\"");
        let failed = Outcome::Failed { problem: Problem::Relay(RelayProblem::GmailAppPassword), fix: "Do this:\n1. And that.".to_owned() };
        let findings = vec![
            Finding { stage: Stage::Way(RelayStage::Auth), outcome: failed, said },
            Finding { stage: Stage::Way(RelayStage::TestMail), outcome: Outcome::Skipped, said: Printable::new("not tried") },
        ];
        let key = Finding { stage: Stage::SecretKey, outcome: Outcome::Ok, said: Printable::new("") };
        let report = Report {
            sections: vec![
                Section { subject: Subject::Installation, findings: vec![key] },
                Section { subject: Subject::Relay("relay.example:587".to_owned()), findings },
            ],
        };
        assert_eq!(
            as_json(&report).expect("JSON"),
            "{\"can_send\":false,\"stages\":[\
             {\"name\":\"secret_key\",\"relay\":null,\"outcome\":\"ok\",\"said\":\"\",\"problem\":null,\"fix\":null},\
             {\"name\":\"auth\",\"relay\":\"relay.example:587\",\"outcome\":\"failed\",\"said\":\"535 5.7.8 \\\"no\\\"\",\
             \"problem\":\"gmail_app_password\",\"fix\":\"Do this:\\n1. And that.\"},\
             {\"name\":\"test_mail\",\"relay\":\"relay.example:587\",\"outcome\":\"skipped\",\"said\":\"not tried\",\"problem\":null,\
             \"fix\":null}]}"
        );
    }
}
