use super::fetch::post;
use super::prove::prove;
use crate::domain::{CodeStep, Limit, Refusal, Step};
use crate::{SignUpView, messages};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Which of the island's two forms is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    Address,
    Code,
}

impl Shown {
    const fn name(self) -> &'static str {
        match self {
            Self::Address => "Sign up",
            Self::Code => "Type the code",
        }
    }
}

/// Whether it is the field's content that was refused.
pub(super) const fn is_of_field(refusal: Refusal) -> bool {
    matches!(refusal, Refusal::Address(_) | Refusal::Domain | Refusal::Code(_) | Refusal::WrongCode { .. } | Refusal::Expired)
}

/// The state of the sign-up island. All forms share it.
#[derive(Clone, Copy)]
pub(super) struct Flow {
    pub(super) shown: RwSignal<Shown>,
    pub(super) code: RwSignal<CodeStep>,
    /// Seconds until the newest code stops working.
    pub(super) expires_in: RwSignal<u32>,
    pub(super) refusal: RwSignal<Option<Refusal>>,
    pub(super) busy: RwSignal<bool>,
    /// Whether it is the browser that works, and not the server.
    pub(super) proving: RwSignal<bool>,
    /// What the field of the form starts with.
    pub(super) typed: RwSignal<String>,
}

impl Flow {
    pub(super) fn new(view: SignUpView) -> Self {
        let (shown, code) = match view.step {
            Step::Code(code) => (Shown::Code, code),
            Step::Address | Step::Account => (Shown::Address, CodeStep::default()),
        };
        Self {
            shown: RwSignal::new(shown),
            expires_in: RwSignal::new(code.expires_in),
            code: RwSignal::new(code),
            refusal: RwSignal::new(view.refusal),
            busy: RwSignal::new(false),
            proving: RwSignal::new(false),
            typed: RwSignal::new(view.typed),
        }
    }

    /// The words for the last refusal; empty if there is none.
    pub(super) fn error(self) -> String {
        self.refusal.get().map(messages::refusal).unwrap_or_default()
    }

    /// Posts a form, unless one is under way, and goes where its answer leads. A proof of work that is asked for is
    /// brought once.
    pub(super) fn submit(self, event: SubmitEvent) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        spawn_local(async move {
            let mut answer = post(&event).await;
            if matches!(answer, Err(Refusal::Limited { limit: Limit::ProofOfWork, .. })) {
                self.proving.set(true);
                if prove(&event).await {
                    answer = post(&event).await;
                }
                self.proving.set(false);
            }
            match answer {
                // Stays busy until the account's page has replaced this one.
                Ok(Step::Account) => browser::load(Step::Account.path()),
                Ok(step) => self.enter(step),
                Err(refusal) => self.refuse(refusal),
            }
        });
    }

    /// Shows a refusal at the form it belongs to.
    pub(super) fn refuse(self, refusal: Refusal) {
        self.busy.set(false);
        self.refusal.set(Some(refusal));
        match refusal {
            // Another tab was quicker; the server knows where to go.
            Refusal::AlreadyUsed | Refusal::Overtaken => browser::load(Step::Account.path()),
            Refusal::NothingPending | Refusal::Voided => {
                if self.shown.get_untracked() == Shown::Code {
                    self.typed.set(self.code.with_untracked(|code| code.email.clone()));
                }
                self.show(Shown::Address, "/");
            }
            _ => {
                self.name_page();
                browser::focus_field(is_of_field(refusal));
            }
        }
    }

    fn enter(self, step: Step) {
        self.busy.set(false);
        self.refusal.set(None);
        if let Step::Code(code) = step {
            self.code.set(code);
            self.typed.set(String::new());
            self.show(Shown::Code, "/code");
        } else {
            self.typed.set(self.code.with_untracked(|code| code.email.clone()));
            self.show(Shown::Address, "/");
        }
    }

    fn show(self, shown: Shown, path: &str) {
        if self.shown.get_untracked() != shown {
            self.shown.set(shown);
        }
        browser::replace_path(path);
        self.name_page();
        browser::focus_field(true);
    }

    /// The window's title, as the server would have written it.
    fn name_page(self) {
        let error = if self.refusal.with_untracked(Option::is_some) { "Error: " } else { "" };
        browser::name(&[error, self.shown.get_untracked().name()].concat());
    }
}

/// What the island asks of the browser besides its own elements.
mod browser {
    #[cfg(feature = "hydrate")]
    use leptos::prelude::{document, request_animation_frame, window};

    /// Puts the caret into the field of the form that is shown, once it is there; `select`: over what stands in it.
    #[cfg(feature = "hydrate")]
    pub(super) fn focus_field(select: bool) {
        use wasm_bindgen::JsCast;
        request_animation_frame(move || {
            if let Ok(Some(field)) = document().query_selector("leptos-island input:not([type=hidden])") {
                let field: web_sys::HtmlInputElement = field.unchecked_into();
                let _ = field.focus();
                if select {
                    field.select();
                }
            }
        });
    }

    /// Puts the page's name into the title, before the service's.
    #[cfg(feature = "hydrate")]
    pub(super) fn name(page: &str) {
        let document = document();
        let title = document.title();
        // By a character and not by a text, whose search would weigh two kilobytes; no page's name has a dash.
        if let Some((_, service)) = title.split_once('–') {
            document.set_title(&[page, " –", service].concat());
        }
    }

    /// Shows the step's path without loading it: going back then leaves the sign-up, as a person expects.
    #[cfg(feature = "hydrate")]
    pub(super) fn replace_path(path: &str) {
        if let Ok(history) = window().history() {
            let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(path));
        }
    }

    /// Loads a page in place of this one.
    #[cfg(feature = "hydrate")]
    pub(super) fn load(path: &str) {
        let _ = window().location().replace(path);
    }

    #[cfg(not(feature = "hydrate"))]
    pub(super) fn name(_page: &str) {}
    #[cfg(not(feature = "hydrate"))]
    pub(super) fn focus_field(_select: bool) {}
    #[cfg(not(feature = "hydrate"))]
    pub(super) fn replace_path(_path: &str) {}
    #[cfg(not(feature = "hydrate"))]
    pub(super) fn load(_path: &str) {}
}
