/// A language of pages and mails.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English, which log, command line and documents use, too.
    #[default]
    English,
    /// German.
    German,
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// Portuguese.
    Portuguese,
    /// Italian.
    Italian,
    /// Dutch.
    Dutch,
    /// Polish.
    Polish,
    /// Turkish.
    Turkish,
    /// Ukrainian.
    Ukrainian,
    /// Arabic.
    Arabic,
    /// Hebrew.
    Hebrew,
    /// Hindi.
    Hindi,
    /// Japanese.
    Japanese,
    /// Chinese in simplified characters.
    Chinese,
    /// Korean.
    Korean,
}

impl Language {
    /// All languages, in the order of the menu.
    pub const ALL: [Self; 16] = [
        Self::English,
        Self::German,
        Self::French,
        Self::Spanish,
        Self::Portuguese,
        Self::Italian,
        Self::Dutch,
        Self::Polish,
        Self::Turkish,
        Self::Ukrainian,
        Self::Arabic,
        Self::Hebrew,
        Self::Hindi,
        Self::Japanese,
        Self::Chinese,
        Self::Korean,
    ];

    /// The language tag (BCP 47), as in `lang` and `Content-Language`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::Portuguese => "pt",
            Self::Italian => "it",
            Self::Dutch => "nl",
            Self::Polish => "pl",
            Self::Turkish => "tr",
            Self::Ukrainian => "uk",
            Self::Arabic => "ar",
            Self::Hebrew => "he",
            Self::Hindi => "hi",
            Self::Japanese => "ja",
            Self::Chinese => "zh-Hans",
            Self::Korean => "ko",
        }
    }

    /// The language's own name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
            Self::French => "Français",
            Self::Spanish => "Español",
            Self::Portuguese => "Português",
            Self::Italian => "Italiano",
            Self::Dutch => "Nederlands",
            Self::Polish => "Polski",
            Self::Turkish => "Türkçe",
            Self::Ukrainian => "Українська",
            Self::Arabic => "العربية",
            Self::Hebrew => "עברית",
            Self::Hindi => "हिन्दी",
            Self::Japanese => "日本語",
            Self::Chinese => "简体中文",
            Self::Korean => "한국어",
        }
    }

    /// The writing direction, as in `dir`.
    #[must_use]
    pub const fn direction(self) -> &'static str {
        match self {
            Self::Arabic | Self::Hebrew => "rtl",
            _ => "ltr",
        }
    }

    /// The side on which lines begin, as in `align`, for mail programs that do not support `dir`.
    #[must_use]
    pub const fn start(self) -> &'static str {
        match self {
            Self::Arabic | Self::Hebrew => "right",
            _ => "left",
        }
    }

    /// The language of a tag, whatever its region. Chinese in traditional characters is not supported: its readers may prefer another
    /// language that they accept.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let tag = tag.to_ascii_lowercase();
        let mut parts = tag.split(['-', '_']);
        // `iw` was the tag of Hebrew until 1989, and some systems still send it.
        let primary = match parts.next()? {
            "iw" => "he",
            primary => primary,
        };
        if primary == "zh" && !tag.contains("hans") && parts.any(|part| matches!(part, "hant" | "tw" | "hk" | "mo")) {
            return None;
        }
        Self::ALL.into_iter().find(|language| language.tag().split('-').next() == Some(primary))
    }

    /// The supported language that `Accept-Language` prefers (RFC 9110 §12.5.4); English if it names none.
    #[must_use]
    pub fn accepted(header: &str) -> Self {
        let mut best = (0, Self::default());
        for range in header.split(',') {
            let (tag, weight) = range.split_once(';').map_or((range, 1000), |(tag, parameters)| (tag, weight(parameters)));
            if weight > best.0
                && let Some(language) = Self::from_tag(tag.trim())
            {
                best = (weight, language);
            }
        }
        best.1
    }
}

/// Parses the weight `q` in thousandths (RFC 9110 §12.4.2); 0 if it is invalid.
fn weight(parameters: &str) -> u32 {
    let Some(weight) = parameters.trim().strip_prefix("q=").or_else(|| parameters.trim().strip_prefix("Q=")) else { return 0 };
    let (whole, fraction) = weight.trim_end().split_once('.').unwrap_or((weight.trim_end(), ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !matches!(whole, "0" | "1") || fraction.len() > 3 || !is_number(fraction) {
        return 0;
    }
    let thousandths = format!("{whole}{fraction:0<3}");
    thousandths.parse::<u32>().unwrap_or(0).min(1000)
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn the_language_with_the_highest_weight_wins_and_among_equals_the_first() {
        for (header, language) in [
            ("", Language::English),
            ("de", Language::German),
            ("de-AT,de;q=0.9,en;q=0.8", Language::German),
            ("en;q=0.2, fr-CA;q=0.9, de;q=0.5", Language::French),
            ("pl;q=0.5,it;q=0.5", Language::Polish),
            ("ja;q=0,ko;q=0.001", Language::Korean),
            ("sv,da;q=0.9", Language::English),
            ("sv, pt-BR;q=0.3", Language::Portuguese),
            ("zh-TW,uk;q=0.5", Language::Ukrainian),
            ("zh-CN", Language::Chinese),
            ("zh-Hans-HK", Language::Chinese),
            ("iw", Language::Hebrew),
            ("AR-eg", Language::Arabic),
            ("tr;q=1.000,hi;q=0.999", Language::Turkish),
            ("*", Language::English),
            ("de;q=nan,fr;q=0.1", Language::French),
            ("de;q=7,fr;q=0.1", Language::French),
            ("de;q=0.1234,fr;q=0.1", Language::French),
            (";,;q=,-;q=1", Language::English),
        ] {
            assert_eq!(Language::accepted(header), language, "{header}");
        }
    }

    #[test]
    fn every_language_is_found_by_its_own_tag() {
        for language in Language::ALL {
            assert_eq!(Language::from_tag(language.tag()), Some(language));
        }
    }
}
