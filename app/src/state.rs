use crate::view::{Flow, Form, Number, SignUpView, Text};
use leptos::prelude::*;

/// State of the island in signals: the server's view, and what happens in the browser.
///
/// On the server, and until the island is live, `now` is 0, the time at which the view was made. Both sides therefore render the same.
#[derive(Clone, Copy)]
pub(crate) struct State {
    /// The server's view of the visitor's step.
    pub(crate) view: RwSignal<SignUpView>,
    /// The flow that the forms belong to. It never changes.
    pub(crate) flow: Flow,
    /// The form that is shown. It is only set when it changes, so that the same form is not rendered again.
    pub(crate) form: RwSignal<Form>,
    /// Error of the last form, from the server or from the validation in the browser.
    pub(crate) error: RwSignal<Option<FormError>>,
    /// Button whose request is in progress.
    pub(crate) busy: RwSignal<Option<FormAction>>,
    /// Whether the island is live: waits count down and times are local.
    pub(crate) is_live: RwSignal<bool>,
    /// Milliseconds since the page was opened, updated every second.
    pub(crate) now: RwSignal<i64>,
    /// When another code may be requested, on the clock of `now`.
    pub(crate) resend_at: RwSignal<i64>,
    /// When the code expires, on the clock of `now`.
    pub(crate) expires_at: RwSignal<i64>,
    /// Announcement about the wait for another code, for screen readers.
    pub(crate) wait_announcement: RwSignal<String>,
    /// Index of the digit at the caret, from 0.
    pub(crate) caret: RwSignal<i64>,
    /// Whether a proof of work is being computed.
    pub(crate) is_proving: RwSignal<bool>,
    /// The suggested address; empty if the typed one looks right.
    pub(crate) suggestion: RwSignal<String>,
    /// Number of requests so far. A poll that started before the newest request is outdated.
    #[cfg(feature = "hydrate")]
    pub(crate) generation: RwSignal<i64>,
    /// Whether a poll of the delivery state is in progress.
    #[cfg(feature = "hydrate")]
    pub(crate) is_polling: RwSignal<bool>,
    /// Whether another code was requested and its mail is not known to be sent yet.
    #[cfg(feature = "hydrate")]
    pub(crate) awaits_another: RwSignal<bool>,
}

/// Why the last form was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FormError {
    /// What happened and what to do.
    pub(crate) text: String,
    /// Whether the content of the field was refused.
    pub(crate) is_field_invalid: bool,
    /// Whether the error provides the heading of the page.
    pub(crate) is_heading: bool,
    /// Whether the error was rendered with the page, where every error is above the form. It stays there, so that a visitor who is reading
    /// it does not lose it.
    pub(crate) is_server_rendered: bool,
}

/// The action of a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FormAction {
    /// Requests a code for the address in the field.
    Request,
    /// Requests a code for the address whose tries are used up.
    Restart,
    /// Verifies the code in the field.
    Verify,
    /// Requests another code.
    Resend,
    /// Requests a code for the suggested address.
    Suggested,
    /// Returns to the form for the address.
    Change,
}

impl FormAction {
    /// The check whether it is too early for the action. Only actions that mail the same address again have to wait.
    pub(crate) fn is_early(self) -> fn(State) -> bool {
        match self {
            Self::Restart | Self::Resend => State::is_early,
            Self::Request | Self::Verify | Self::Suggested | Self::Change => |_| false,
        }
    }
}

impl State {
    pub(crate) fn new(view: SignUpView) -> Self {
        let error = FormError::of(&view).map(|error| FormError { is_server_rendered: true, ..error });
        let [resend_in, expires_in] = [Number::ResendIn, Number::ExpiresIn].map(|number| view.number(number));
        Self {
            flow: view.flow,
            form: RwSignal::new(view.form),
            view: RwSignal::new(view),
            error: RwSignal::new(error),
            busy: RwSignal::new(None),
            is_live: RwSignal::new(false),
            now: RwSignal::new(0),
            resend_at: RwSignal::new(resend_in * 1000),
            expires_at: RwSignal::new(expires_in * 1000),
            wait_announcement: RwSignal::new(String::new()),
            caret: RwSignal::new(0),
            is_proving: RwSignal::new(false),
            suggestion: RwSignal::new(String::new()),
            #[cfg(feature = "hydrate")]
            generation: RwSignal::new(0),
            #[cfg(feature = "hydrate")]
            is_polling: RwSignal::new(false),
            #[cfg(feature = "hydrate")]
            awaits_another: RwSignal::new(false),
        }
    }

    /// A function for a view to track. All functions with one result have one type, so that the code that renders it is compiled only once.
    pub(crate) fn derive<T>(self, of: fn(Self) -> T) -> impl Fn() -> T + Clone + Send {
        move || of(self)
    }

    /// A text that does not change while the form is shown; not tracked.
    pub(crate) fn text(self, text: Text) -> String {
        self.view.with_untracked(|view| view.text(text))
    }

    /// A text that may change while the form is shown; tracked.
    pub(crate) fn live_text(self, text: Text) -> String {
        self.view.with(|view| view.text(text))
    }

    /// Whether this yes-or-no value is 1; tracked.
    pub(crate) fn is(self, number: Number) -> bool {
        self.view.with(|view| view.is(number))
    }

    /// Whether there is an error above the form; tracked.
    pub(crate) fn has_summary(self) -> bool {
        self.error.with(|error| error.as_ref().is_some_and(FormError::is_above_form))
    }

    /// Whether the content of the field was refused; tracked.
    pub(crate) fn is_field_invalid(self) -> bool {
        self.error.with(|error| error.as_ref().is_some_and(|error| error.is_field_invalid))
    }

    /// The text of the error if `is_meant` accepts it, otherwise empty; tracked.
    pub(crate) fn error_text(self, is_meant: fn(&FormError) -> bool) -> String {
        self.error.with(|error| error.as_ref().filter(|error| is_meant(error)).map_or_else(String::new, |error| error.text.clone()))
    }

    /// Whether the error provides the heading of the page; tracked.
    pub(crate) fn has_problem(self) -> bool {
        self.error.with(|error| error.as_ref().is_some_and(|error| error.is_heading))
    }

    /// Seconds until another code may be requested; tracked.
    pub(crate) fn resend_in(self) -> i64 {
        seconds_until(self.resend_at.get(), self.now.get())
    }

    /// Whether the visitor has to wait for another code, in a live island; tracked.
    pub(crate) fn is_early(self) -> bool {
        self.is_live.get() && self.resend_in() > 0
    }

    /// Whether the code has expired; tracked.
    pub(crate) fn is_expired(self) -> bool {
        seconds_until(self.expires_at.get(), self.now.get()) == 0
    }
}

impl FormError {
    /// The error of a view.
    pub(crate) fn of(view: &SignUpView) -> Option<Self> {
        let text = view.text(Text::Error);
        (!text.is_empty()).then(|| Self {
            text,
            is_field_invalid: view.is(Number::IsFieldInvalid),
            is_heading: !view.texts.get(Text::ProblemHeading).is_empty(),
            is_server_rendered: false,
        })
    }

    /// Whether the error is shown above the form. An error of the field that script shows is only at the field, which has the focus.
    pub(crate) const fn is_above_form(&self) -> bool {
        !self.is_field_invalid || self.is_server_rendered
    }

    /// An error of the field, found before the form was sent.
    #[cfg(feature = "hydrate")]
    pub(crate) const fn of_field(text: String) -> Self {
        Self { text, is_field_invalid: true, is_heading: false, is_server_rendered: false }
    }
}

/// Whole seconds from `now` to `at`, both in milliseconds, rounded up; 0 if `at` has passed.
fn seconds_until(at: i64, now: i64) -> i64 {
    // Division truncates toward zero, so the 999 rounds a positive difference up and leaves a negative one at or below 0.
    ((at - now + 999) / 1000).max(0)
}
