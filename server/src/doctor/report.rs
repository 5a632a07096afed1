use super::{DoctorProblem, Finding, Stage};
use crate::mail::{Relay, RelayStage, TlsMode};

/// All findings, in order.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The findings, grouped by scope.
    pub sections: Vec<Section>,
}

/// Findings of one scope.
#[derive(Clone, Debug)]
pub struct Section {
    /// The scope.
    pub scope: Scope,
    /// The findings, in order.
    pub findings: Vec<Finding>,
}

/// What findings are about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// This installation.
    Installation,
    /// A relay, by name and port. If there are several, mail can be sent as long as one of them works.
    Relay(String),
    /// The sender's domain. Problems there make mail less likely to arrive, but keep none from being sent.
    SenderDomain(String),
}

impl Report {
    /// A report about an invalid setting; nothing else was checked.
    #[must_use]
    pub fn of_settings(said: &str) -> Self {
        let fix = "Change the setting as the message says; `mailcode --help` explains all settings.";
        let mut findings = vec![Finding::failed(Stage::Settings, DoctorProblem::Settings, said, fix)];
        let sending = RelayStage::in_order(TlsMode::StartTls).map(Stage::Sending);
        let rest =
            [Stage::Database, Stage::SecretKey, Stage::Relay].into_iter().chain(sending).chain([Stage::Spf, Stage::Dkim, Stage::Dmarc]);
        findings.extend(rest.map(|stage| Finding::skipped(stage, "not tried")));
        Self { sections: vec![Section { scope: Scope::Installation, findings }] }
    }

    /// Whether the settings are invalid, so that nothing else was checked.
    #[must_use]
    pub fn is_of_settings(&self) -> bool {
        let mut findings = self.sections.iter().flat_map(|section| &section.findings);
        findings.any(|finding| finding.problem() == Some(DoctorProblem::Settings))
    }

    /// Whether mail can be sent: there is no problem with the installation, and none with at least one relay.
    #[must_use]
    pub fn can_send(&self) -> bool {
        let is_right = |section: &&Section| section.findings.iter().all(|finding| finding.problem().is_none());
        let mut relays = self.sections.iter().filter(|section| matches!(section.scope, Scope::Relay(_)));
        let mut others = self.sections.iter().filter(|section| section.scope == Scope::Installation);
        others.all(|section| is_right(&section)) && relays.any(|section| is_right(&section))
    }
}

impl Scope {
    /// The scope of findings about this relay.
    #[must_use]
    pub fn of(relay: &Relay) -> Self {
        Self::Relay(relay.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::{Report, Scope, Section};
    use crate::doctor::{DoctorProblem, Finding, Stage};

    #[test]
    fn one_working_relay_is_enough_to_send_mail() {
        let relay = || Scope::Relay("relay.example:587".to_owned());
        let domain = || Scope::SenderDomain("example.org".to_owned());
        let can_send = |sections: Vec<(Scope, bool)>| {
            let section = |(scope, is_right)| {
                let finding =
                    if is_right { Finding::ok(Stage::Spf, "") } else { Finding::failed(Stage::Spf, DoctorProblem::SpfMissing, "", "") };
                Section { scope, findings: vec![finding, Finding::skipped(Stage::Dkim, "")] }
            };
            Report { sections: sections.into_iter().map(section).collect() }.can_send()
        };
        assert!(can_send(vec![(Scope::Installation, true), (relay(), true), (domain(), false)]));
        assert!(can_send(vec![(Scope::Installation, true), (relay(), false), (relay(), true)]));
        assert!(!can_send(vec![(Scope::Installation, true), (relay(), false)]));
        assert!(!can_send(vec![(Scope::Installation, false), (relay(), true)]));
        assert!(!can_send(vec![(Scope::Installation, true), (domain(), true)]));
        assert!(!Report::of_settings("MAILCODE_LISTEN is wrong").can_send());
    }
}
