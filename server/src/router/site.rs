use super::{FairShare, Readiness, UnderWay};
use crate::audit::Recorder;
use crate::brand::Brand;
use crate::config::{Origin, TrustedProxies};
use crate::i18n::{Catalogue, Words};
use crate::mail::Mailer;
use crate::messages;
use crate::sign_up::ports::StoreError;
use crate::sign_up::{SignUp, Visit};
use crate::store::SqliteStore;
use crate::telemetry::Metrics;
use app::Assets;
use domain::{CodeStep, Page, Step};
use frontend::BUNDLE;
use std::sync::Arc;

/// All that a request may need; made once at start.
#[derive(Clone)]
pub struct Site {
    /// The rules.
    pub sign_up: Arc<SignUp>,
    /// The origin people see.
    pub origin: Origin,
    /// The address that mails come from.
    pub sent_from: Arc<str>,
    /// The words of pages, in every language.
    pub catalogue: Catalogue,
    /// The files that are the operator's.
    pub brand: Brand,
    /// The name in pages.
    pub service_name: Arc<str>,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: TrustedProxies,
    /// What is counted.
    pub metrics: Metrics,
    /// Where events are recorded.
    pub audit: Recorder,
    /// Whether mails go to the development mailbox.
    pub has_dev_mailbox: bool,
    /// For the check of readiness.
    pub store: SqliteStore,
    /// For the check of readiness.
    pub mailer: Arc<Mailer>,
    /// How many requests each client has under way.
    pub fair_share: FairShare,
    /// What goes on whoever waits for it.
    pub under_way: UnderWay,
    /// What was last said of it.
    pub readiness: Readiness,
}

impl Site {
    /// The page of the visitor's step.
    pub(super) async fn page(&self, visit: &Visit) -> Result<Page, StoreError> {
        self.sign_up.page(visit).await
    }

    /// Where the visitor stands, in words too.
    pub(super) async fn step(&self, words: &Words, visit: &Visit) -> Result<Step, StoreError> {
        let mut step = self.sign_up.step(visit).await?;
        if let Step::Code(code) = &mut step {
            self.tell(words, code);
        }
        Ok(step)
    }

    /// What is known of the code for the new address of the visitor's account, if one is waited for, in words too.
    pub(super) async fn email_change_step(&self, words: &Words, visit: &Visit) -> Result<Option<CodeStep>, StoreError> {
        let Some(account) = self.sign_up.account(visit).await? else { return Ok(None) };
        let mut code = self.sign_up.email_change_step(visit, &account).await?;
        if let Some(code) = &mut code {
            self.tell(words, code);
        }
        Ok(code)
    }

    fn tell(&self, words: &Words, code: &mut CodeStep) {
        messages::tell(words, code, &self.sent_from, self.sign_up.now().millis().div_euclid(1000));
    }

    /// Where the pages' files are.
    pub(super) fn assets(&self) -> Assets {
        Assets {
            stylesheet: self.brand.stylesheet(),
            logo: self.brand.logo(),
            start: BUNDLE.start.path,
            script: BUNDLE.script.path,
            wasm: BUNDLE.wasm.path,
            prove: BUNDLE.prove.path,
            worker: BUNDLE.worker.path,
            solver: BUNDLE.solver.path,
            solver_wasm: BUNDLE.solver_wasm.path,
            icon: BUNDLE.icon.path,
        }
    }
}
