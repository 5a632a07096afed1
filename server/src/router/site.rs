use super::health::ReadinessCheck;
use super::{ClientAddresses, DetachedTasks, Readiness};
use crate::audit::Recorder;
use crate::brand::Brand;
use crate::config::Origin;
use crate::i18n::{Catalogue, Translations};
use crate::log_throttle::LogThrottle;
use crate::mail::Mailer;
use crate::messages;
use crate::sign_up::ports::StoreError;
use crate::sign_up::{SignUp, VisitorState};
use crate::store::Database;
use crate::telemetry::Metrics;
use app::{Assets, Style};
use axum::extract::FromRef;
use domain::{CodeStep, Page, Step};
use frontend::{BUNDLE, REFUSAL_STYLE};
use std::sync::Arc;

/// State that the handlers need, created once at start. They share it in an [`Arc`].
#[derive(Clone)]
pub struct Site {
    /// The rules of the sign-up.
    pub sign_up: Arc<SignUp>,
    /// The public origin.
    pub origin: Origin,
    /// The sender address of mails.
    pub sent_from: Arc<str>,
    /// The texts of pages, in every language.
    pub catalogue: Catalogue,
    /// The operator's own files.
    pub brand: Brand,
    /// The service name on pages.
    pub service_name: Arc<str>,
    /// Determines client addresses, also behind proxies.
    pub clients: ClientAddresses,
    /// Limits how often it is logged that the site was opened under another name.
    pub other_name_throttle: LogThrottle,
    /// Counters and gauges.
    pub metrics: Metrics,
    /// Records audit events.
    pub audit: Recorder,
    /// Whether mails go to the development mailbox.
    pub has_dev_mailbox: bool,
    /// Whether the files of pages are served; not to clients whose every connection is refused.
    pub serves_files: bool,
    /// The database, for the readiness check.
    pub database: Database,
    /// The mailer, for the readiness check.
    pub mailer: Arc<Mailer>,
    /// Tasks that continue after the client disconnects.
    pub detached_tasks: DetachedTasks,
    /// Cached readiness result.
    pub readiness: Readiness,
}

impl Site {
    /// The page of the visitor's step.
    pub(super) async fn page(&self, visitor: &VisitorState) -> Result<Page, StoreError> {
        self.sign_up.page(visitor).await
    }

    /// The visitor's step, with its texts.
    pub(super) async fn step(&self, translations: &Translations, visitor: &VisitorState) -> Result<Step, StoreError> {
        let mut step = self.sign_up.step(visitor).await?;
        if let Step::Code(code) = &mut step {
            self.add_delivery_texts(translations, code);
        }
        Ok(step)
    }

    /// The step of the pending change of the account's address, if there is one, with its texts.
    pub(super) async fn email_change_step(
        &self,
        translations: &Translations,
        visitor: &VisitorState,
    ) -> Result<Option<CodeStep>, StoreError> {
        let Some(account) = self.sign_up.account(visitor).await? else { return Ok(None) };
        let mut code = self.sign_up.email_change_step(visitor, &account).await?;
        if let Some(code) = &mut code {
            self.add_delivery_texts(translations, code);
        }
        Ok(code)
    }

    fn add_delivery_texts(&self, translations: &Translations, code: &mut CodeStep) {
        messages::add_delivery_texts(translations, code, &self.sent_from, self.sign_up.now().millis().div_euclid(1000));
    }

    /// Paths of the files that pages use.
    pub(super) fn assets(&self) -> Assets {
        Assets {
            style: if self.serves_files { Style::File(self.brand.stylesheet()) } else { Style::Inline(REFUSAL_STYLE) },
            logo: self.brand.logo().filter(|_| self.serves_files),
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

impl FromRef<Arc<Site>> for ReadinessCheck {
    fn from_ref(site: &Arc<Site>) -> Self {
        Self { database: site.database.clone(), mailer: Arc::clone(&site.mailer), last: site.readiness.clone() }
    }
}
