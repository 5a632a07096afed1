use crate::doctor::{CheckOutcome, DoctorProblem, Finding, Report, Scope, Stage};
use serde::Serialize;
use std::fmt::Write;

/// Columns of a line, where it can be wrapped.
const WIDTH: usize = 100;

/// A report for people: a line for each stage and, below one that failed, what to do.
pub(super) fn for_people(report: &Report, has_colours: bool) -> String {
    let mut text = String::new();
    for section in &report.sections {
        let _ = match &section.scope {
            Scope::Installation => writeln!(text, "Installation"),
            Scope::Relay(relay) => writeln!(text, "Relay {relay}"),
            Scope::SenderDomain(domain) => writeln!(text, "Sender's domain {domain}"),
        };
        for finding in &section.findings {
            // With invalid settings all other stages are skipped, which one line says.
            if !(report.is_of_settings() && finding.outcome == CheckOutcome::Skipped) {
                write_finding(&mut text, finding, has_colours);
            }
        }
    }
    if report.is_of_settings() {
        text += "Nothing else was checked.\n";
    }
    text += if report.can_send() { "Mail can be sent.\n" } else { "Mail cannot be sent.\n" };
    text
}

fn write_finding(text: &mut String, finding: &Finding, has_colours: bool) {
    // Green, red and faint (ECMA-48 §8.3.117).
    let (mark, colour) = match finding.outcome {
        CheckOutcome::Ok => ('✓', "32"),
        CheckOutcome::Failed { .. } => ('✗', "31"),
        CheckOutcome::Skipped => ('–', "2"),
    };
    let mark = if has_colours { format!("\u{1b}[{colour}m{mark}\u{1b}[0m") } else { mark.to_string() };
    let _ = writeln!(text, "  {mark} {:<12}  {}", finding.stage.title(), finding.said);
    if let CheckOutcome::Failed { fix, .. } = &finding.outcome {
        for line in fix.lines().flat_map(|line| wrapped(line, WIDTH - 6)) {
            let _ = writeln!(text, "      {line}");
        }
    }
}

/// Wraps a line between words. A command stays whole, so that it can be copied.
fn wrapped(line: &str, width: usize) -> Vec<String> {
    let is_command = ["openssl ", "Set-CASMailbox ", "v=spf1 ", "v=DKIM1; "].iter().any(|start| line.starts_with(start));
    if is_command {
        return vec![line.to_owned()];
    }
    let mut lines: Vec<String> = Vec::new();
    for word in line.split(' ') {
        match lines.last_mut() {
            Some(last) if last.chars().count() + 1 + word.chars().count() <= width => *last = format!("{last} {word}"),
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A report as one JSON object on one line. Its keys, and the names of stages, outcomes and problems, are stable; new ones may be added.
///
/// # Errors
/// Never: all fields are text.
pub(super) fn as_json(report: &Report) -> serde_json::Result<String> {
    let stages = report.sections.iter().flat_map(|section| {
        let relay = match &section.scope {
            Scope::Relay(relay) => Some(relay.as_str()),
            Scope::Installation | Scope::SenderDomain(_) => None,
        };
        section.findings.iter().map(move |finding| JsonStage::new(finding, relay))
    });
    serde_json::to_string(&JsonReport { can_send: report.can_send(), stages: stages.collect() })
}

#[derive(Serialize)]
struct JsonReport<'a> {
    can_send: bool,
    stages: Vec<JsonStage<'a>>,
}

#[derive(Serialize)]
struct JsonStage<'a> {
    name: Stage,
    relay: Option<&'a str>,
    outcome: &'static str,
    said: &'a str,
    problem: Option<DoctorProblem>,
    fix: Option<&'a str>,
}

impl<'a> JsonStage<'a> {
    fn new(finding: &'a Finding, relay: Option<&'a str>) -> Self {
        let (outcome, problem, fix) = match &finding.outcome {
            CheckOutcome::Ok => ("ok", None, None),
            CheckOutcome::Skipped => ("skipped", None, None),
            CheckOutcome::Failed { problem, fix } => ("failed", Some(*problem), Some(fix.as_str())),
        };
        Self { name: finding.stage, relay, outcome, said: finding.said.as_str(), problem, fix }
    }
}

#[cfg(test)]
mod tests {
    use super::{WIDTH, as_json, for_people};
    use crate::doctor::{CheckOutcome, DoctorProblem, Finding, Report, Scope, Section, Stage};
    use crate::mail::{PrintableText, RelayProblem, RelayStage};

    fn report(fix: &str) -> Report {
        let finding = |stage, outcome, said| Finding { stage, outcome, said: PrintableText::new(said) };
        let failed = CheckOutcome::Failed { problem: DoctorProblem::Relay(RelayProblem::WrongPassword), fix: fix.to_owned() };
        let findings = vec![
            finding(Stage::Sending(RelayStage::AuthMechanisms), CheckOutcome::Ok, "PLAIN"),
            finding(Stage::Sending(RelayStage::Auth), failed, "535 no"),
            finding(Stage::Sending(RelayStage::TestMail), CheckOutcome::Skipped, "not tried"),
        ];
        Report { sections: vec![Section { scope: Scope::Relay("relay.example:587".to_owned()), findings }] }
    }

    #[test]
    fn the_text_shows_what_failed_and_how_to_fix_it() {
        assert_eq!(
            for_people(&report("Do this:\n1. And that."), false),
            "Relay relay.example:587\n  ✓ AUTH offered  PLAIN\n  ✗ AUTH          535 no\n      Do this:\n      1. And that.\n  \
             – test mail     not tried\nMail cannot be sent.\n"
        );
    }

    #[test]
    fn invalid_settings_take_one_line_and_every_stage_has_its_object() {
        let report = Report::of_settings("MAILCODE_LISTEN is wrong.");
        let text = for_people(&report, false);
        assert_eq!(
            text,
            "Installation\n  ✗ settings      MAILCODE_LISTEN is wrong.\n      Change the setting as the message says; `mailcode --help` explains all \
             settings.\nNothing else was checked.\nMail cannot be sent.\n"
        );
        assert_eq!(as_json(&report).expect("JSON").matches("\"skipped\"").count(), report.sections[0].findings.len() - 1);
    }

    #[test]
    fn colours_are_used_on_terminals_only() {
        let coloured = for_people(&report("Do."), true);
        assert!(coloured.contains("\u{1b}[31m✗\u{1b}[0m AUTH "), "{coloured:?}");
        assert!(!for_people(&report("Do."), false).contains('\u{1b}'));
    }

    #[test]
    fn long_sentences_are_wrapped_and_commands_are_not() {
        let sentence = "word ".repeat(60);
        let command = format!("openssl {}", "-option ".repeat(30));
        let record = format!("v=DKIM1; k=rsa; p={}", "A".repeat(2 * WIDTH));
        let text = for_people(&report(&format!("{}\n{}\n{record}", sentence.trim(), command.trim())), false);
        assert!(text.contains(&format!("\n      {record}\n")), "{text}");
        assert!(text.lines().filter(|line| line.contains("word")).all(|line| line.chars().count() <= WIDTH), "{text}");
        assert_eq!(text.matches("word").count(), 60);
        assert_eq!(text.lines().filter(|line| line.contains("-option")).count(), 1);
    }

    #[test]
    fn the_json_has_the_keys_that_programs_rely_on() {
        let said = PrintableText::new("535 5.7.8 \"no\"");
        let failed = CheckOutcome::Failed {
            problem: DoctorProblem::Relay(RelayProblem::GmailAppPassword),
            fix: "Do this:\n1. And that.".to_owned(),
        };
        let findings = vec![
            Finding { stage: Stage::Sending(RelayStage::Auth), outcome: failed, said },
            Finding { stage: Stage::Sending(RelayStage::TestMail), outcome: CheckOutcome::Skipped, said: PrintableText::new("not tried") },
        ];
        let key = Finding { stage: Stage::SecretKey, outcome: CheckOutcome::Ok, said: PrintableText::new("") };
        let report = Report {
            sections: vec![
                Section { scope: Scope::Installation, findings: vec![key] },
                Section { scope: Scope::Relay("relay.example:587".to_owned()), findings },
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
