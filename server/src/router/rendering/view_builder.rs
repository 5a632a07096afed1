use super::html::error_title;
use crate::i18n::{Key, Translations};
use crate::messages;
use crate::router::Site;
use app::view::{Flow, Form, Number, SignUpView, Text};
use domain::{Limit, Page, Refusal};

/// Builds the view of a form, in the visitor's language.
pub(super) struct ViewBuilder<'a> {
    pub(super) site: &'a Site,
    pub(super) translations: &'a Translations,
    pub(super) flow: Flow,
}

impl ViewBuilder<'_> {
    /// The address form. `account` is the current address of the account, if that is to be changed.
    pub(super) fn address_view(&self, account: Option<String>, refusal: Option<Refusal>, prefill: String) -> SignUpView {
        let is_change = self.flow == Flow::EmailChange;
        let (heading, label) =
            if is_change { (Key::NewAddressHeading, Key::NewAddressLabel) } else { (Key::AddressHeading, Key::AddressLabel) };
        let mut view = self.new_view(Form::Address, if is_change { Page::EmailChange } else { Page::SignUp }, heading);
        if is_change {
            self.set_text_around(&mut view, Key::NewAddressLead, "address", (Text::LeadBefore, Text::LeadAfter));
        } else {
            self.set_texts(&mut view, &[(Text::LeadBefore, Key::AddressLead)]);
        }
        self.set_texts(
            &mut view,
            &[
                (Text::Label, label),
                (Text::Submit, Key::AddressButton),
                (Text::SubmitBusy, Key::SendingButton),
                (Text::Proving, Key::Proving),
                (Text::AddressEmpty, Key::AddressEmpty),
                (Text::AddressNoAt, Key::AddressNoAt),
            ],
        );
        self.set_text_around(&mut view, Key::AddressMeant, "address", (Text::MeantBefore, Text::MeantAfter));
        view.texts.set(Text::LeadAddress, account.unwrap_or_default());
        view.texts.set(Text::Prefill, prefill);
        self.add_refusal(&mut view, refusal, refusal.and_then(problem_heading));
        view
    }

    /// A view with the texts that all forms have.
    pub(super) fn new_view(&self, form: Form, page: Page, heading: Key) -> SignUpView {
        let mut view = SignUpView { flow: self.flow, form, path: page.path().to_owned(), ..SignUpView::default() };
        let heading = self.translations.text(heading);
        view.texts.set(Text::Title, app::title(&heading, &self.site.service_name));
        view.texts.set(Text::TitleError, self.full_error_title(&heading));
        view.texts.set(Text::Heading, heading);
        view.texts.set(Text::NoAnswer, messages::refusal(self.translations, Refusal::NoAnswer));
        self.set_texts(&mut view, &[(Text::ErrorHeading, Key::ErrorHeading)]);
        if self.flow == Flow::EmailChange {
            self.set_texts(&mut view, &[(Text::Keep, Key::NewAddressKeep)]);
        }
        view
    }

    /// Adds the error of a refused form, and its problem heading, if there is one.
    pub(super) fn add_refusal(&self, view: &mut SignUpView, refusal: Option<Refusal>, heading: Option<Key>) {
        if let Some(refusal) = refusal {
            view.texts.set(Text::Error, messages::refusal(self.translations, refusal));
            self.set_texts(view, &[(Text::ErrorHeading, error_heading(refusal))]);
            view.numbers.set(Number::IsFieldInvalid, is_of_field(refusal).into());
            view.numbers.set(Number::WantsProof, matches!(refusal, Refusal::Limited { limit: Limit::ProofOfWork, .. }).into());
        }
        if let Some(heading) = heading {
            let heading = self.translations.text(heading);
            view.texts.set(Text::TitleProblem, self.full_error_title(&heading));
            view.texts.set(Text::ProblemHeading, heading);
        }
    }

    fn full_error_title(&self, heading: &str) -> String {
        app::title(&error_title(self.translations, heading), &self.site.service_name)
    }

    pub(super) fn set_texts(&self, view: &mut SignUpView, texts: &[(Text, Key)]) {
        for (text, key) in texts {
            view.texts.set(*text, self.translations.text(*key));
        }
    }

    /// Adds a message in two parts: before and after the variable that an element replaces.
    pub(super) fn set_text_around(&self, view: &mut SignUpView, key: Key, variable: &str, (before, after): (Text, Text)) {
        let (first, second) = self.translations.text_around(key, variable, &[]);
        view.texts.set(before, first);
        view.texts.set(after, second);
    }
}

/// The heading that a refusal gives the address form in place of its own; `None` if the form keeps its heading and shows an error above its
/// field.
const fn problem_heading(refusal: Refusal) -> Option<Key> {
    let heading = match refusal {
        Refusal::Voided => Key::VoidedHeading,
        Refusal::NoCookie => Key::CookiesHeading,
        Refusal::Limited { limit, .. } => match limit {
            Limit::Muted => Key::MutedHeading,
            Limit::ProofOfWork => Key::ProofHeading,
            Limit::FailuresPerAddress => Key::SpentHeading,
            Limit::ResendAfter
            | Limit::MailsPerAddress
            | Limit::MailsPerDomain
            | Limit::MailsPerClient
            | Limit::MailsTotal
            | Limit::MailQueue => Key::LimitHeading,
        },
        _ => return None,
    };
    Some(heading)
}

/// The heading above an error that has no problem heading.
const fn error_heading(refusal: Refusal) -> Key {
    match refusal {
        Refusal::Limited { .. } => Key::LimitHeading,
        _ => Key::ErrorHeading,
    }
}

/// Whether the refusal is about the content of the field.
const fn is_of_field(refusal: Refusal) -> bool {
    matches!(refusal, Refusal::Address(_) | Refusal::Domain | Refusal::Code(_) | Refusal::WrongCode { .. } | Refusal::Expired)
}
