//! The view of a step, which the server makes and both sides render.

mod table;
mod text;

pub use table::{Keys, Table};
pub use text::{Number, Text};

use domain::Page;
use serde::{Deserialize, Serialize};

/// Content of the island: the form, its texts in the visitor's language, its times and its error.
///
/// The server makes it from the visitor's session, for the first page and as the response to each form. It is the whole state of the island
/// except for what is being typed, so a reloaded page shows the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignUpView {
    /// The flow that the form belongs to.
    pub flow: Flow,
    /// The form to show.
    pub form: Form,
    /// Path of the page with this form, or of the page to load if the form is [`Form::Elsewhere`].
    pub path: String,
    /// Texts.
    pub texts: Table<Text, String>,
    /// Numbers and yes-or-no values.
    pub numbers: Table<Number, i64>,
}

/// The flows of the island.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Flow {
    /// Signing up or in.
    #[default]
    SignUp,
    /// Changing the account's address.
    EmailChange,
}

/// The forms of a flow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// No form: the view only has the error of a failed request, and the current form stays.
    #[default]
    None,
    /// The form for the address.
    Address,
    /// The form for the code.
    Code,
    /// The mail could not be sent; offers to retry or to change the address.
    Failed,
    /// The code has expired; offers a new one.
    Expired,
    /// Too many wrong codes were entered; offers to start over with a new one.
    Spent,
    /// No form of the island: the page at the path of the view is to be loaded.
    Elsewhere,
}

impl Form {
    /// All forms.
    #[cfg(feature = "hydrate")]
    pub(crate) const ALL: [Self; 7] = [Self::None, Self::Address, Self::Code, Self::Failed, Self::Expired, Self::Spent, Self::Elsewhere];

    /// Name of the variant in the serialized form.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::None => "None",
            Self::Address => "Address",
            Self::Code => "Code",
            Self::Failed => "Failed",
            Self::Expired => "Expired",
            Self::Spent => "Spent",
            Self::Elsewhere => "Elsewhere",
        }
    }
}

impl SignUpView {
    /// A view with only an error, if there is no form to show. The island shows the error above its current form.
    #[must_use]
    pub fn failure(text: String) -> Self {
        let mut view = Self::default();
        view.texts.set(Text::Error, text);
        view
    }

    /// A view that makes the island load another page.
    #[must_use]
    pub fn elsewhere(page: Page) -> Self {
        Self { form: Form::Elsewhere, path: page.path().to_owned(), ..Self::default() }
    }

    /// A text.
    #[must_use]
    pub fn text(&self, text: Text) -> String {
        self.texts.get(text).clone()
    }

    /// A number.
    #[must_use]
    pub fn number(&self, number: Number) -> i64 {
        *self.numbers.get(number)
    }

    /// Whether this yes-or-no value is 1.
    #[must_use]
    pub fn is(&self, number: Number) -> bool {
        self.number(number) != 0
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::{Flow, Form, Number, SignUpView, Text};

    fn view() -> SignUpView {
        let mut view = SignUpView { flow: Flow::EmailChange, form: Form::Code, path: "/account/email".to_owned(), ..Default::default() };
        view.texts.set(Text::Heading, "\"Überschrift\" \\ <b>".to_owned());
        view.texts.set(Text::Keep, "Keep".to_owned());
        view.numbers.set(Number::ExpiresAt, -1);
        view
    }

    #[test]
    fn a_view_comes_back_as_it_was_sent() {
        let json = serde_json::to_string(&view()).expect("JSON");
        assert_eq!(serde_json::from_str::<SignUpView>(&json).expect("a view"), view());
    }

    #[test]
    fn empty_texts_are_not_sent() {
        assert_eq!(serde_json::to_value(SignUpView::default()).expect("JSON")["texts"], serde_json::json!({}));
    }

    #[test]
    fn a_view_of_another_version_keeps_the_texts_that_both_know() {
        let mut json = serde_json::to_value(view()).expect("JSON");
        json["texts"]["OfTheNextVersion"] = "new".into();
        json["texts"].as_object_mut().expect("a map").remove("Keep");
        json["ofTheNextVersion"] = 1.into();
        let read: SignUpView = serde_json::from_value(json).expect("a view");
        assert_eq!((read.text(Text::Heading), read.text(Text::Keep)), (view().text(Text::Heading), String::new()));
    }
}
