use mail_parser::MessageParser;

/// A received mail.
#[derive(Clone, Debug)]
pub struct Mail {
    /// The header lines.
    pub headers: String,
    /// The text part, decoded.
    pub text: String,
    /// The HTML part, decoded but not rendered.
    pub html: String,
}

impl Mail {
    /// Parses a message as a mail server delivers it.
    ///
    /// # Panics
    /// When it is no message, or lacks a text part or an HTML part.
    #[must_use]
    pub fn parse(message: &[u8]) -> Self {
        let parsed = MessageParser::default().parse(message).expect("a message");
        let whole = String::from_utf8_lossy(message).replace("\r\n", "\n");
        Self {
            headers: whole.split_once("\n\n").map_or("", |(headers, _)| headers).to_owned(),
            text: parsed.body_text(0).expect("a text part").into_owned(),
            html: parsed.body_html(0).expect("an HTML part").into_owned(),
        }
    }

    /// The code in the text part.
    ///
    /// # Panics
    /// When there is not exactly one.
    #[must_use]
    pub fn code(&self) -> String {
        code_in(&self.text)
    }

    /// The token in the text part, by which the recipient reports that they did not ask for the mail.
    ///
    /// # Panics
    /// When there is not exactly one.
    #[must_use]
    pub fn token(&self) -> String {
        token_in(&self.text)
    }

    /// The unfolded value of a header that occurs at most once.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<String> {
        let unfolded = self.headers.replace("\n ", " ").replace("\n\t", " ");
        let mut values = unfolded.lines().filter_map(|line| {
            let (found, value) = line.split_once(':')?;
            found.eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
        });
        let value = values.next();
        assert!(values.next().is_none(), "{name} is there twice:\n{}", self.headers);
        value
    }
}

/// The code in the text of a mail: the line that has six digits and nothing else.
///
/// # Panics
/// When there is not exactly one such line.
#[must_use]
pub fn code_in(text: &str) -> String {
    let is_code = |line: &&str| line.len() == 6 && line.bytes().all(|byte| byte.is_ascii_digit());
    let codes: Vec<&str> = text.lines().map(str::trim).filter(is_code).collect();
    let [code] = codes[..] else { panic!("{} lines hold a code alone:\n{text}", codes.len()) };
    code.to_owned()
}

/// The token in the text of a mail: the only word of its shape.
///
/// # Panics
/// When there is not exactly one.
#[must_use]
pub fn token_in(text: &str) -> String {
    let tokens: Vec<&str> = tokens(text).collect();
    let [token] = tokens[..] else { panic!("{} words are a token:\n{text}", tokens.len()) };
    token.to_owned()
}

/// The words of a mail's source or text that have the shape of a token: three groups of four letters or digits.
pub fn tokens(text: &str) -> impl Iterator<Item = &str> {
    let is_group = |group: &str| group.len() == 4 && group.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
    text.split_whitespace().filter(move |word| word.len() == 14 && word.split('-').all(is_group))
}
