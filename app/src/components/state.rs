use crate::view::{Flow, Form, Number, SignUpView, Text};
use leptos::prelude::*;

/// The island's state, in signals: the server's view, and what is going on in the browser.
///
/// On the server, and until the island is live, time stands still at 0, when the view came: so both sides render the same.
#[derive(Clone, Copy)]
pub(crate) struct State {
    /// What the server has made of the visitor's session.
    pub(crate) view: RwSignal<SignUpView>,
    /// What the forms are for, which never changes.
    pub(crate) flow: Flow,
    /// Which form is shown: changed only if it is another.
    pub(crate) form: RwSignal<Form>,
    /// Why the last form was refused, by the server or before it was sent.
    pub(crate) error: RwSignal<Option<FormError>>,
    /// The request that is under way, if one is.
    pub(crate) busy: RwSignal<Option<Press>>,
    /// Whether script runs here, so that waits are counted and times are those of the place.
    pub(crate) is_live: RwSignal<bool>,
    /// Milliseconds that have passed since the page was opened, to the second.
    pub(crate) now: RwSignal<i64>,
    /// When another code may be asked for, by the same clock.
    pub(crate) resend_at: RwSignal<i64>,
    /// When the newest code stops working, by the same clock.
    pub(crate) expires_at: RwSignal<i64>,
    /// What is said of the wait for another code, to those who do not see it.
    pub(crate) news: RwSignal<String>,
    /// Whether a proof of work is being sought.
    pub(crate) is_proving: RwSignal<bool>,
    /// The address that was probably meant by the one in the field; empty if none.
    pub(crate) meant: RwSignal<String>,
    /// How many requests there were: an answer to one of before the newest is an old one.
    #[cfg(feature = "hydrate")]
    pub(crate) step: RwSignal<i64>,
    /// Whether it is being asked what became of the newest mail.
    #[cfg(feature = "hydrate")]
    pub(crate) is_asking: RwSignal<bool>,
    /// Whether another code was asked for, of which it is not known yet that it was sent.
    #[cfg(feature = "hydrate")]
    pub(crate) awaits_another: RwSignal<bool>,
}

/// What is wrong with the last form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FormError {
    /// What happened and what to do.
    pub(crate) text: String,
    /// Whether the content of the field was refused.
    pub(crate) is_field_invalid: bool,
    /// Whether the field is where to mend it.
    pub(crate) leads_to_field: bool,
}

/// What a visitor asks for by a press of a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Press {
    /// A code for the address in the field.
    Request,
    /// A code for the address whose tries are spent.
    Restart,
    /// To have the code in the field compared.
    Verify,
    /// Another code.
    Resend,
    /// To type another address.
    Change,
}

impl Press {
    /// Whether it is too early for it. It is only for what sends a mail to the same address again, before which there is a wait.
    pub(crate) fn is_early(self) -> fn(State) -> bool {
        match self {
            Self::Restart | Self::Resend => State::is_early,
            Self::Request | Self::Verify | Self::Change => |_| false,
        }
    }
}

impl State {
    pub(crate) fn new(view: SignUpView) -> Self {
        let (error, [resend_in, expires_in]) =
            (FormError::of(&view), [Number::ResendIn, Number::ExpiresIn].map(|number| view.number(number)));
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
            news: RwSignal::new(String::new()),
            is_proving: RwSignal::new(false),
            meant: RwSignal::new(String::new()),
            #[cfg(feature = "hydrate")]
            step: RwSignal::new(0),
            #[cfg(feature = "hydrate")]
            is_asking: RwSignal::new(false),
            #[cfg(feature = "hydrate")]
            awaits_another: RwSignal::new(false),
        }
    }

    /// What a view tracks. All functions of a kind are of one type, so that the code that shows what they give is there only once.
    pub(crate) fn derive<T>(self, of: fn(Self) -> T) -> impl Fn() -> T + Clone + Send {
        move || of(self)
    }

    /// A text that stays the same as long as the form does.
    pub(crate) fn text(self, text: Text) -> String {
        self.view.with_untracked(|view| view.text(text))
    }

    /// A text that may become another one while the form is shown; tracked.
    pub(crate) fn live_text(self, text: Text) -> String {
        self.view.with(|view| view.text(text))
    }

    /// The answer to one of the questions among the numbers; tracked.
    pub(crate) fn is(self, number: Number) -> bool {
        self.view.with(|view| view.is(number))
    }

    /// Whether the last form was refused; tracked.
    pub(crate) fn has_error(self) -> bool {
        self.error.with(Option::is_some)
    }

    /// Whether it was for the content of the field; tracked.
    pub(crate) fn is_field_invalid(self) -> bool {
        self.error.with(|error| error.as_ref().is_some_and(|error| error.is_field_invalid))
    }

    /// The text of the error, empty if there is none; tracked.
    pub(crate) fn error_text(self) -> String {
        self.error.with(|error| error.as_ref().map_or_else(String::new, |error| error.text.clone()))
    }

    /// Seconds until another code may be asked for; tracked.
    pub(crate) fn resend_in(self) -> i64 {
        seconds_until(self.resend_at.get(), self.now.get())
    }

    /// Whether it is to be waited for that, where waits are counted; tracked.
    pub(crate) fn is_early(self) -> bool {
        self.is_live.get() && self.resend_in() > 0
    }

    /// Whether the newest code works no more; tracked.
    pub(crate) fn is_expired(self) -> bool {
        seconds_until(self.expires_at.get(), self.now.get()) == 0
    }
}

impl FormError {
    /// The error that the view brings.
    pub(crate) fn of(view: &SignUpView) -> Option<Self> {
        let text = view.text(Text::Error);
        (!text.is_empty()).then(|| Self {
            text,
            is_field_invalid: view.is(Number::IsFieldInvalid),
            leads_to_field: view.is(Number::LeadsToField),
        })
    }

    /// One of the field's content, which was not sent.
    #[cfg(feature = "hydrate")]
    pub(crate) const fn of_field(text: String) -> Self {
        Self { text, is_field_invalid: true, leads_to_field: true }
    }
}

/// Whole seconds from `now` to `at`, both in milliseconds, rounded up; 0 if that is over.
fn seconds_until(at: i64, now: i64) -> i64 {
    // Rounds up what is above 0, and all else to 0 or below.
    ((at - now + 999) / 1000).max(0)
}
