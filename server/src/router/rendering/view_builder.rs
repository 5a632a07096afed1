use crate::i18n::{Key, Value, Words};
use crate::messages;
use crate::router::Site;
use crate::router::shown_address::shown;
use crate::sign_up::CanonicalAddress;
use app::view::{Flow, Form, Number, SignUpView, Text};
use domain::{CodeStep, Delivery, Limit, Page, Refusal, suggest_domain};

/// Makes the view of a form, in the visitor's language.
pub(super) struct ViewBuilder<'a> {
    pub(super) site: &'a Site,
    pub(super) words: &'a Words,
    pub(super) flow: Flow,
}

impl ViewBuilder<'_> {
    /// The form that asks for an address. `account` is the address that the account has, where it is to get another one.
    pub(super) fn address(&self, account: Option<String>, refusal: Option<Refusal>, prefill: String) -> SignUpView {
        let is_change = self.flow == Flow::EmailChange;
        let title = if is_change { Key::TitleNewAddress } else { Key::TitleAddress };
        let mut view = self.form(Form::Address, if is_change { Page::EmailChange } else { Page::SignUp }, title);
        if is_change {
            self.say(&mut view, &[(Text::Heading, Key::NewAddressHeading), (Text::Label, Key::NewAddressLabel)]);
            self.say_around(&mut view, Key::NewAddressLead, "address", (Text::LeadBefore, Text::LeadAfter));
        } else {
            self.say(
                &mut view,
                &[(Text::Heading, Key::AddressHeading), (Text::Label, Key::AddressLabel), (Text::LeadBefore, Key::AddressLead)],
            );
        }
        self.say(
            &mut view,
            &[
                (Text::Hint, Key::AddressHint),
                (Text::Submit, Key::AddressButton),
                (Text::SubmitBusy, Key::SendingButton),
                (Text::Proving, Key::Proving),
                (Text::AddressEmpty, Key::AddressEmpty),
                (Text::AddressNoAt, Key::AddressNoAt),
            ],
        );
        self.say_around(&mut view, Key::AddressMeant, "address", (Text::MeantBefore, Text::MeantAfter));
        view.texts.set(Text::LeadAddress, account.unwrap_or_default());
        view.texts.set(Text::Prefill, prefill);
        self.refuse(&mut view, refusal);
        view
    }

    /// The form that asks for the code, or offers to begin anew.
    pub(super) fn code(&self, code: &CodeStep, address: &CanonicalAddress, refusal: Option<Refusal>) -> SignUpView {
        let page = if self.flow == Flow::EmailChange { Page::EmailChange } else { Page::Code };
        let mut view = self.form(if code.is_spent { Form::Spent } else { Form::Code }, page, Key::TitleCode);
        self.say(
            &mut view,
            &[
                (Text::Heading, Key::CodeHeading),
                (Text::Resend, Key::ResendButton),
                (Text::ResendBusy, Key::SendingButton),
                (Text::WaitOver, Key::ResendNow),
                (Text::Change, Key::ChangeButton),
            ],
        );
        let shown = shown(address.typed());
        view.numbers.set(Number::ResendIn, code.resend_in.into());
        self.say_around(&mut view, Key::ResendWait, "wait", (Text::WaitBefore, Text::WaitAfter));
        let wait = messages::duration(self.words, code.resend_in);
        view.texts.set(Text::Wait, self.words.say_with(Key::ResendWait, &[("wait", Value::Text(&wait))]));
        if code.is_spent {
            self.say(&mut view, &[(Text::Proving, Key::Proving)]);
            view.texts.set(Text::Prefill, code.email.clone());
        } else {
            self.code_field(&mut view, code, address);
            self.delivery(&mut view, code);
            view.texts.set(Text::ResendSent, self.words.say_with(Key::ResendSent, &[("address", Value::Text(&shown))]));
        }
        view.texts.set(Text::LeadAddress, shown);
        self.refuse(&mut view, refusal);
        view
    }

    fn code_field(&self, view: &mut SignUpView, code: &CodeStep, address: &CanonicalAddress) {
        let lead = if self.flow == Flow::EmailChange { Key::NewCodeLead } else { Key::CodeLead };
        self.say_around(view, lead, "address", (Text::LeadBefore, Text::LeadAfter));
        self.say(
            view,
            &[
                (Text::Label, Key::CodeLabel),
                (Text::Submit, Key::CodeButton),
                (Text::SubmitBusy, Key::CodeButtonBusy),
                (Text::ExpiryOver, Key::CodeHintOver),
                (Text::CodeEmpty, Key::CodeEmpty),
                (Text::CodeNotDigits, Key::CodeNotDigits),
                (Text::CodeTooShort, Key::CodeTooShort),
                (Text::CodeTooLong, Key::CodeTooLong),
            ],
        );
        let lifetime = messages::lifetime(self.words, code.expires_in);
        view.texts.set(Text::ExpiryFor, self.words.say_with(Key::CodeHintFor, &[("lifetime", Value::Text(&lifetime))]));
        self.say_around(view, Key::CodeHintUntil, "time", (Text::ExpiryBefore, Text::ExpiryAfter));
        view.texts.set(Text::ExpiryTime, messages::time_of_day(code.expires_at));
        view.texts.set(Text::ExpiryMoment, messages::rfc_3339(code.expires_at));
        view.numbers.set(Number::ExpiresIn, code.expires_in.into());
        view.numbers.set(Number::ExpiresAt, code.expires_at);
        if let Some(meant) = suggest_domain(address.typed().domain()) {
            view.texts.set(Text::Slip, self.words.say_with(Key::CodeMeant, &[("domain", Value::Text(meant))]));
        }
    }

    /// What is known of the newest mail.
    fn delivery(&self, view: &mut SignUpView, code: &CodeStep) {
        view.texts.set(Text::Status, code.status.clone());
        if code.delivery == Delivery::Accepted {
            self.say_around(view, Key::DeliveryAccepted, "time", (Text::StatusBefore, Text::StatusAfter));
            view.texts.set(Text::StatusTime, messages::time_of_day(code.known_since));
            view.texts.set(Text::StatusMoment, messages::rfc_3339(code.known_since));
            view.numbers.set(Number::KnownSince, code.known_since);
        }
        if !code.is_final {
            self.say(view, &[(Text::StatusReload, Key::DeliveryReload)]);
        }
        let mut place = code.webmail.clone();
        if code.delivery == Delivery::Sending {
            let (next, expected) = messages::expected(self.words, code, &self.site.sent_from);
            view.texts.set(Text::StatusNext, next);
            place = expected;
        }
        if !place.is_empty() {
            view.texts.set(Text::Webmail, self.words.say_with(Key::Webmail, &[("name", Value::Text(&place))]));
        }
        view.texts.set(Text::WebmailLink, code.link.clone());
        if matches!(code.delivery, Delivery::Failed(_)) {
            self.say(view, &[(Text::ResendFailed, Key::ResendFailed)]);
        }
        view.numbers.set(Number::IsFinal, code.is_final.into());
        view.numbers.set(Number::IsSent, (code.delivery == Delivery::Accepted).into());
    }

    /// A form without anything that is particular to it.
    fn form(&self, form: Form, page: Page, title: Key) -> SignUpView {
        let mut view = SignUpView { flow: self.flow, form, path: page.path().to_owned(), ..SignUpView::default() };
        let title = self.words.say(title);
        view.texts.set(Text::TitleError, app::title(&error_title(self.words, &title), &self.site.service_name));
        view.texts.set(Text::Title, app::title(&title, &self.site.service_name));
        view.texts.set(Text::NoAnswer, messages::refusal(self.words, Refusal::NoAnswer));
        self.say(&mut view, &[(Text::ErrorHeading, Key::ErrorHeading)]);
        if self.flow == Flow::EmailChange {
            self.say(&mut view, &[(Text::Keep, Key::NewAddressKeep)]);
        }
        view
    }

    fn refuse(&self, view: &mut SignUpView, refusal: Option<Refusal>) {
        let Some(refusal) = refusal else { return };
        view.texts.set(Text::Error, messages::refusal(self.words, refusal));
        let is_of_field = is_of_field(refusal);
        view.numbers.set(Number::IsFieldInvalid, is_of_field.into());
        // Not where another button is the way out.
        view.numbers.set(Number::LeadsToField, (is_of_field && refusal != Refusal::Expired).into());
        view.numbers.set(Number::WantsProof, matches!(refusal, Refusal::Limited { limit: Limit::ProofOfWork, .. }).into());
    }

    fn say(&self, view: &mut SignUpView, texts: &[(Text, Key)]) {
        for (text, key) in texts {
            view.texts.set(*text, self.words.say(*key));
        }
    }

    /// A message in two parts: before the variable whose place an element takes, and behind it.
    fn say_around(&self, view: &mut SignUpView, key: Key, variable: &str, (before, after): (Text, Text)) {
        let (first, second) = self.words.around(key, variable, &[]);
        view.texts.set(before, first);
        view.texts.set(after, second);
    }
}

/// The title of a page that has an error to tell.
pub(in crate::router) fn error_title(words: &Words, title: &str) -> String {
    words.say_with(Key::TitleError, &[("title", Value::Text(title))])
}

/// Whether it is the field's content that was refused.
const fn is_of_field(refusal: Refusal) -> bool {
    matches!(refusal, Refusal::Address(_) | Refusal::Domain | Refusal::Code(_) | Refusal::WrongCode { .. } | Refusal::Expired)
}
