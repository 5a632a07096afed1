use super::overrides::{check, parse_messages};
use super::{Key, Language, OverrideError};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::fmt;
use std::sync::Arc;

/// Stands for a variable that an element replaces: the object replacement character, which no message contains.
const PLACEHOLDER: &str = "\u{FFFC}";

/// The texts in every language.
#[derive(Clone, Debug)]
pub struct Catalogue(Arc<[Translations]>);

/// The texts in one language.
#[derive(Clone)]
pub struct Translations(Arc<Bundle>);

struct Bundle {
    language: Language,
    messages: FluentBundle<Arc<FluentResource>>,
}

/// The value of a variable in a message.
#[derive(Clone, Copy, Debug)]
pub enum Value<'a> {
    /// A text, inserted as it is.
    Text(&'a str),
    /// A number, which selects the plural form.
    Number(u32),
}

impl Catalogue {
    /// The built-in texts, replaced by those in `overrides`, each the content of a file in a language.
    ///
    /// # Errors
    /// [`OverrideError`] of the first file that is wrong.
    pub fn new(overrides: &[(Language, String)]) -> Result<Self, OverrideError> {
        let reference = parse_messages(Language::English.source()).map_err(|_| OverrideError::Reference)?;
        let translations = Language::ALL.into_iter().map(|language| {
            let mut bundle = FluentBundle::new_concurrent(vec![language.tag().parse().unwrap_or_default()]);
            // Isolation characters would also appear in mail subjects; pages use elements for text of the other direction.
            bundle.set_use_isolating(false);
            let own = FluentResource::try_new(language.source().to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(Arc::new(own));
            for (_, text) in overrides.iter().filter(|(of, _)| *of == language) {
                check(text, &reference)?;
                let others = FluentResource::try_new(text.clone()).map_err(|_| OverrideError::Reference)?;
                bundle.add_resource_overriding(Arc::new(others));
            }
            Ok(Translations(Arc::new(Bundle { language, messages: bundle })))
        });
        Ok(Self(translations.collect::<Result<Vec<_>, _>>()?.into()))
    }

    /// The texts in this language.
    ///
    /// # Panics
    /// Never: there is an entry for each language.
    #[must_use]
    pub fn translations(&self, language: Language) -> &Translations {
        self.0.iter().find(|translations| translations.0.language == language).expect("an entry for each language")
    }
}

impl Default for Catalogue {
    /// The built-in texts alone.
    fn default() -> Self {
        Self::new(&[]).expect("the built-in texts are valid, as their tests show")
    }
}

impl Translations {
    /// The language of these texts.
    #[must_use]
    pub fn language(&self) -> Language {
        self.0.language
    }

    /// A message without variables.
    #[must_use]
    pub fn text(&self, key: Key) -> String {
        self.text_with(key, &[])
    }

    /// A message with these variables. A variable that the message lacks, or that has no value, is found by the tests of the catalogue and
    /// by the check of an operator's file; otherwise its name would be shown.
    #[must_use]
    pub fn text_with(&self, key: Key, values: &[(&str, Value<'_>)]) -> String {
        let mut arguments = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            match *value {
                Value::Text(text) => arguments.set(*name, text),
                Value::Number(number) => arguments.set(*name, number),
            }
        }
        let Some(pattern) = self.0.messages.get_message(key.id()).and_then(|message| message.value()) else {
            return key.id().to_owned();
        };
        self.0.messages.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
    }

    /// A message in two parts: before and after the variable that an element replaces.
    #[must_use]
    pub fn text_around(&self, key: Key, variable: &str, values: &[(&str, Value<'_>)]) -> (String, String) {
        let values: Vec<_> = [&[(variable, Value::Text(PLACEHOLDER))], values].concat();
        let text = self.text_with(key, &values);
        text.split_once(PLACEHOLDER).map_or_else(|| (text.clone(), String::new()), |(before, after)| (before.to_owned(), after.to_owned()))
    }
}

impl fmt::Debug for Translations {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Translations").field(&self.0.language).finish()
    }
}

impl Language {
    /// Content of the language's file.
    const fn source(self) -> &'static str {
        match self {
            Self::English => include_str!("../../words/en.ftl"),
            Self::German => include_str!("../../words/de.ftl"),
            Self::French => include_str!("../../words/fr.ftl"),
            Self::Spanish => include_str!("../../words/es.ftl"),
            Self::Portuguese => include_str!("../../words/pt.ftl"),
            Self::Italian => include_str!("../../words/it.ftl"),
            Self::Dutch => include_str!("../../words/nl.ftl"),
            Self::Polish => include_str!("../../words/pl.ftl"),
            Self::Turkish => include_str!("../../words/tr.ftl"),
            Self::Ukrainian => include_str!("../../words/uk.ftl"),
            Self::Arabic => include_str!("../../words/ar.ftl"),
            Self::Hebrew => include_str!("../../words/he.ftl"),
            Self::Hindi => include_str!("../../words/hi.ftl"),
            Self::Japanese => include_str!("../../words/ja.ftl"),
            Self::Chinese => include_str!("../../words/zh-Hans.ftl"),
            Self::Korean => include_str!("../../words/ko.ftl"),
        }
    }
}

#[cfg(test)]
#[path = "catalogue_tests.rs"]
mod tests;
