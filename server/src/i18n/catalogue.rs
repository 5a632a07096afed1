use super::check::{check, messages};
use super::{Key, Language, OverrideError};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::fmt;
use std::sync::Arc;

/// Stands for a variable whose place is taken by an element. The object replacement character; no text of people has it.
const PLACE: &str = "\u{FFFC}";

/// The words in every language.
#[derive(Clone, Debug)]
pub struct Catalogue(Arc<[Words]>);

/// The words in one language.
#[derive(Clone)]
pub struct Words(Arc<Bundle>);

struct Bundle {
    language: Language,
    messages: FluentBundle<Arc<FluentResource>>,
}

/// What stands for a variable of a message.
#[derive(Clone, Copy, Debug)]
pub enum Value<'a> {
    /// A text, as it is.
    Text(&'a str),
    /// A number, by which plurals are chosen.
    Number(u32),
}

impl Catalogue {
    /// Our own words, where none of these, each the content of a file in a language, stand for them.
    ///
    /// # Errors
    /// [`OverrideError`] of the first that is wrong.
    pub fn new(overrides: &[(Language, String)]) -> Result<Self, OverrideError> {
        let reference = messages(Language::English.source()).map_err(|_| OverrideError::Reference)?;
        let words = Language::ALL.into_iter().map(|language| {
            let mut bundle = FluentBundle::new_concurrent(vec![language.tag().parse().unwrap_or_default()]);
            // The isolates would stand in subjects too; the pages have elements for what runs in another direction.
            bundle.set_use_isolating(false);
            let own = FluentResource::try_new(language.source().to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(Arc::new(own));
            for (_, text) in overrides.iter().filter(|(of, _)| *of == language) {
                check(text, &reference)?;
                let others = FluentResource::try_new(text.clone()).map_err(|_| OverrideError::Reference)?;
                bundle.add_resource_overriding(Arc::new(others));
            }
            Ok(Words(Arc::new(Bundle { language, messages: bundle })))
        });
        Ok(Self(words.collect::<Result<Vec<_>, _>>()?.into()))
    }

    /// The words in this language.
    ///
    /// # Panics
    /// Never: there is an entry for each language.
    #[must_use]
    pub fn words(&self, language: Language) -> &Words {
        self.0.iter().find(|words| words.0.language == language).expect("an entry for each language")
    }
}

impl Default for Catalogue {
    /// Our own words alone.
    fn default() -> Self {
        Self::new(&[]).expect("our own words can be read, as their tests show")
    }
}

impl Words {
    /// Which language it is.
    #[must_use]
    pub fn language(&self) -> Language {
        self.0.language
    }

    /// A message without variables.
    #[must_use]
    pub fn say(&self, key: Key) -> String {
        self.say_with(key, &[])
    }

    /// A message with these variables. One that a message lacks, or has without a value, is seen by the tests of the catalogue and by
    /// the check of an operator's file; were it not, its name would be shown.
    #[must_use]
    pub fn say_with(&self, key: Key, values: &[(&str, Value<'_>)]) -> String {
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

    /// A message in two parts: before the variable whose place an element takes, and behind it.
    #[must_use]
    pub fn around(&self, key: Key, variable: &str, values: &[(&str, Value<'_>)]) -> (String, String) {
        let values: Vec<_> = [&[(variable, Value::Text(PLACE))], values].concat();
        let text = self.say_with(key, &values);
        text.split_once(PLACE).map_or_else(|| (text.clone(), String::new()), |(before, after)| (before.to_owned(), after.to_owned()))
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Words").field(&self.0.language).finish()
    }
}

impl Language {
    /// The file of the language.
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
