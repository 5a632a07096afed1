use super::display_address::display_address;
use super::view_builder::ViewBuilder;
use crate::i18n::{Key, Value};
use crate::messages;
use crate::sign_up::CanonicalAddress;
use app::view::{Flow, Form, Number, SignUpView, Text};
use domain::{CodeStep, Delivery, DeliveryFailure, Limit, Page, Refusal, suggest_domain};

/// The view of the code page.
impl ViewBuilder<'_> {
    /// The code form or, while no code can be entered, the reason and the actions that lead on (`Recovery`).
    pub(super) fn code_view(&self, code: &CodeStep, address: &CanonicalAddress, refusal: Option<Refusal>) -> SignUpView {
        let page = if self.flow == Flow::EmailChange { Page::EmailChange } else { Page::Code };
        let form = form_of(code);
        let mut view = self.new_view(form, page, Key::CodeHeading);
        let shown = display_address(address.typed());
        view.texts.set(Text::ResendSent, self.translations.text_with(Key::ResendSent, &[("address", Value::Text(&shown))]));
        view.texts.set(Text::LeadAddress, shown);
        // If a mail was refused just now, wait as long as the refusal asks for.
        let refused_for = refusal.and_then(until_another_mail);
        let resend_in = refused_for.unwrap_or_default().max(code.resend_in);
        view.numbers.set(Number::ResendIn, resend_in.into());
        self.set_texts(
            &mut view,
            &[(Text::ResendBusy, Key::SendingButton), (Text::WaitOver, Key::ResendNow), (Text::Proving, Key::Proving)],
        );
        if form == Form::Code {
            self.add_code_field(&mut view, code, address);
            self.add_delivery(&mut view, code);
            self.add_resend_offer(&mut view, resend_in);
            self.add_refusal(&mut view, refusal, None);
            if refused_for.is_some() {
                self.add_code_still_works(&mut view);
            }
        } else {
            self.add_recovery(&mut view, code, resend_in, refusal);
        }
        view
    }

    /// Adds the texts of the `Recovery` component, which replaces the form for the code.
    fn add_recovery(&self, view: &mut SignUpView, code: &CodeStep, resend_in: u32, refusal: Option<Refusal>) {
        let (heading, text, button) = match view.form {
            Form::Failed => (Key::FailedHeading, code.status.clone(), Key::RetryButton),
            Form::Expired => (Key::ExpiredHeading, self.translations.text(Key::Expired), Key::NewCodeButton),
            _ => (Key::SpentHeading, self.translations.text(Key::ErrorTriesSpent), Key::NewCodeButton),
        };
        self.set_texts(view, &[(Text::Resend, button), (Text::Change, Key::OtherAddressButton)]);
        self.set_text_around(view, Key::NewCodeWait, "wait", (Text::WaitBefore, Text::WaitAfter));
        self.set_wait(view, Key::NewCodeWait, resend_in);
        view.texts.set(Text::Prefill, code.email.clone());
        view.numbers.set(Number::IsFinal, 1);
        let is_address = matches!(code.delivery, Delivery::Failed(DeliveryFailure::Recipient | DeliveryFailure::Unsupported));
        view.numbers.set(Number::LeadsToChange, (view.form == Form::Failed && is_address).into());
        // A refusal that the heading does not explain, such as a resend that came too early, replaces the text.
        let is_explained = matches!(refusal, None | Some(Refusal::Expired | Refusal::TriesSpent | Refusal::NothingPending));
        self.add_refusal(view, refusal.filter(|_| !is_explained), Some(heading));
        if is_explained {
            view.texts.set(Text::Error, text);
        }
    }

    fn add_code_field(&self, view: &mut SignUpView, code: &CodeStep, address: &CanonicalAddress) {
        let lead = code_lead(code.delivery);
        self.set_texts(
            view,
            &[
                (Text::LeadBefore, lead),
                (Text::Label, Key::CodeLabel),
                (Text::Submit, Key::CodeButton),
                (Text::SubmitBusy, Key::CodeButtonBusy),
                (Text::ExpiryOver, Key::CodeHintOver),
                (Text::CodeEmpty, Key::CodeEmpty),
                (Text::CodeNotDigits, Key::CodeNotDigits),
                (Text::CodeTooShort, Key::CodeTooShort),
                (Text::CodeTooLong, Key::CodeTooLong),
                (Text::Change, Key::ChangeButton),
            ],
        );
        if lead == Key::CodeLeadSending {
            self.set_texts(view, &[(Text::LeadNext, Key::CodeLeadSent)]);
        }
        let lifetime = messages::lifetime(self.translations, code.expires_in);
        view.texts.set(Text::ExpiryFor, self.translations.text_with(Key::CodeHintFor, &[("lifetime", Value::Text(&lifetime))]));
        self.set_text_around(view, Key::CodeHintUntil, "time", (Text::ExpiryBefore, Text::ExpiryAfter));
        view.texts.set(Text::ExpiryTime, messages::time_of_day(code.expires_at));
        view.texts.set(Text::ExpiryMoment, messages::rfc_3339(code.expires_at));
        view.numbers.set(Number::ExpiresIn, code.expires_in.into());
        view.numbers.set(Number::ExpiresAt, code.expires_at);
        if let Some(meant) = suggest_domain(address.typed().domain()) {
            view.texts.set(Text::Meant, [address.typed().local(), meant].join("@"));
            self.set_text_around(view, Key::AddressMeant, "address", (Text::MeantBefore, Text::MeantAfter));
        }
    }

    /// Adds the delivery status of the newest mail.
    fn add_delivery(&self, view: &mut SignUpView, code: &CodeStep) {
        view.texts.set(Text::Status, code.status.clone());
        if code.delivery == Delivery::Accepted {
            self.set_text_around(view, Key::DeliveryAccepted, "time", (Text::StatusBefore, Text::StatusAfter));
            view.texts.set(Text::StatusTime, messages::time_of_day(code.known_since));
            view.texts.set(Text::StatusMoment, messages::rfc_3339(code.known_since));
            view.numbers.set(Number::KnownSince, code.known_since);
        }
        if !code.is_final {
            self.set_texts(view, &[(Text::StatusReload, Key::DeliveryReload)]);
        }
        let mut webmail = code.webmail.clone();
        if code.delivery == Delivery::Sending {
            let (next, expected) = messages::expected_status(self.translations, code, &self.site.sent_from);
            view.texts.set(Text::StatusNext, next);
            webmail = expected;
        }
        if !webmail.is_empty() {
            view.texts.set(Text::Webmail, self.translations.text_with(Key::Webmail, &[("name", Value::Text(&webmail))]));
        }
        view.texts.set(Text::WebmailLink, code.link.clone());
        view.numbers.set(Number::IsFinal, code.is_final.into());
        view.numbers.set(Number::IsSent, (code.delivery == Delivery::Accepted).into());
        view.numbers.set(Number::IsRetrying, matches!(code.delivery, Delivery::Retrying(_)).into());
        view.numbers.set(Number::IsTrouble, code.earlier_code_works.into());
    }

    /// Adds the offer of another code, and the text while it is too early for one.
    fn add_resend_offer(&self, view: &mut SignUpView, resend_in: u32) {
        self.set_texts(view, &[(Text::Resend, Key::ResendButton)]);
        self.set_text_around(view, Key::ResendOffer, "button", (Text::ResendBefore, Text::ResendAfter));
        self.set_text_around(view, Key::ResendLater, "wait", (Text::WaitBefore, Text::WaitAfter));
        self.set_wait(view, Key::ResendWait, resend_in);
    }

    /// Adds to the refusal of another code that the current code still works.
    fn add_code_still_works(&self, view: &mut SignUpView) {
        let error = [view.text(Text::Error), self.translations.text(Key::LimitCodeWorks)].join(" ");
        view.texts.set(Text::Error, error);
    }

    fn set_wait(&self, view: &mut SignUpView, key: Key, seconds: u32) {
        let wait = messages::duration(self.translations, seconds);
        view.texts.set(Text::Wait, self.translations.text_with(key, &[("wait", Value::Text(&wait))]));
    }
}

/// Seconds until another mail may be requested, if that was refused.
const fn until_another_mail(refusal: Refusal) -> Option<u32> {
    match refusal {
        Refusal::Limited { limit, retry_after } => match limit {
            Limit::ResendAfter
            | Limit::MailsPerAddress
            | Limit::MailsPerDomain
            | Limit::MailsPerClient
            | Limit::MailsTotal
            | Limit::MailQueue => Some(retry_after),
            Limit::ProofOfWork | Limit::FailuresPerAddress | Limit::Muted => None,
        },
        _ => None,
    }
}

/// The form of the code page. It has a field only while a code that works may have arrived.
const fn form_of(code: &CodeStep) -> Form {
    match code {
        CodeStep { is_spent: true, .. } => Form::Spent,
        CodeStep { delivery: Delivery::Failed(_), earlier_code_works: false, .. } => Form::Failed,
        CodeStep { expires_in: 0, .. } => Form::Expired,
        _ => Form::Code,
    }
}

const fn code_lead(delivery: Delivery) -> Key {
    match delivery {
        Delivery::Sending | Delivery::Retrying(_) => Key::CodeLeadSending,
        // If the newest mail failed, an earlier one was sent.
        Delivery::Accepted | Delivery::Failed(_) => Key::CodeLeadSent,
        Delivery::Unknown => Key::CodeLeadTried,
    }
}
