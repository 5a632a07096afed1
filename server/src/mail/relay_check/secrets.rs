use zeroize::Zeroizing;

/// What must be hidden in a relay's replies: our secret, in every form in which it was sent.
#[derive(Default)]
pub(super) struct Secrets(pub(super) Vec<Zeroizing<String>>);

impl Secrets {
    /// Replaces every form of the secret in a text by `***`.
    pub(super) fn hide(&self, text: &str) -> String {
        let forms = self.0.iter().filter(|form| !form.is_empty());
        forms.fold(text.to_owned(), |text, form| text.replace(form.as_str(), "***"))
    }
}

#[cfg(test)]
mod tests {
    use super::Secrets;
    use zeroize::Zeroizing;

    #[test]
    fn a_secret_is_hidden_wherever_it_stands() {
        let secrets = Secrets(["aGlk", "", "hid"].map(|form| Zeroizing::new(form.to_owned())).to_vec());
        assert_eq!(secrets.hide("535 PLAIN aGlk: hid is hid"), "535 PLAIN ***: *** is ***");
        assert_eq!(Secrets::default().hide("hid"), "hid");
    }
}
