//! What a visitor sees at a step, as the server makes it and both sides render it.

mod first;
mod table;
mod text;

pub(crate) use first::{first_view, written};
pub use table::{Keys, Table};
pub use text::{Number, Text};

use domain::Page;
use serde::{Deserialize, Serialize};

/// What the island shows: which form, its texts in the visitor's language, its times and what went wrong.
///
/// The server makes it from the visitor's session, for the first page and as the answer to each form. It is the whole state of the
/// island but for what is being typed, so that a page that is loaded again shows the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignUpView {
    /// What the forms are for.
    pub flow: Flow,
    /// Which form is shown.
    pub form: Form,
    /// The path of the page on which it is; of the page to load, if the form is [`Form::Elsewhere`].
    pub path: String,
    /// What is read.
    pub texts: Table<Text, String>,
    /// What is counted.
    pub numbers: Table<Number, i64>,
}

/// What a visitor is about to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Flow {
    /// To sign up, or in.
    #[default]
    SignUp,
    /// To give the account another address.
    EmailChange,
}

/// The forms of a flow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// None: the answer says only why the request failed, and the form stays as it is.
    #[default]
    None,
    /// Asks for the address.
    Address,
    /// Asks for the code.
    Code,
    /// Offers to begin anew once too many wrong codes were typed.
    Spent,
    /// None of the island's: the page at the view's path is to be loaded.
    Elsewhere,
}

impl Form {
    /// All of them.
    #[cfg(feature = "hydrate")]
    pub(crate) const ALL: [Self; 5] = [Self::None, Self::Address, Self::Code, Self::Spent, Self::Elsewhere];

    /// Its name in the serialized form.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::None => "None",
            Self::Address => "Address",
            Self::Code => "Code",
            Self::Spent => "Spent",
            Self::Elsewhere => "Elsewhere",
        }
    }
}

impl SignUpView {
    /// What is answered where there is no form to show: the island shows the text above its own, which stays as it is.
    #[must_use]
    pub fn failure(text: String) -> Self {
        let mut view = Self::default();
        view.texts.set(Text::Error, text);
        view
    }

    /// What leads to another page, which is to be loaded.
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

    /// The answer to one of the questions among the numbers.
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
    fn what_is_empty_is_not_sent() {
        assert_eq!(serde_json::to_value(SignUpView::default()).expect("JSON")["texts"], serde_json::json!({}));
    }

    #[test]
    fn another_version_is_understood_as_far_as_it_can_be() {
        let mut json = serde_json::to_value(view()).expect("JSON");
        json["texts"]["OfTheNextVersion"] = "new".into();
        json["texts"].as_object_mut().expect("a map").remove("Keep");
        json["ofTheNextVersion"] = 1.into();
        let read: SignUpView = serde_json::from_value(json).expect("a view");
        assert_eq!((read.text(Text::Heading), read.text(Text::Keep)), (view().text(Text::Heading), String::new()));
    }
}
