use super::{Solution, SolutionError};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use proptest::prelude::*;

fn parsed(json: &str) -> Result<Solution, SolutionError> {
    Solution::parse(&BASE64_STANDARD.encode(json))
}

#[test]
fn solutions_of_the_widget_are_accepted() {
    let json = r#"{"algorithm":"SHA-256","challenge":"c","number":12,"salt":"s","signature":"m","took":34}"#;
    let (algorithm, challenge, salt, signature) = ("SHA-256".to_owned(), "c".to_owned(), "s".to_owned(), "m".to_owned());
    assert_eq!(parsed(json), Ok(Solution { algorithm, challenge, number: 12, salt, signature }));
}

#[test]
fn malformed_solutions_are_refused() {
    for json in [
        "",
        "null",
        "12",
        "[]",
        "{}",
        r#"{"algorithm":"SHA-256","challenge":"c","salt":"s","signature":"m"}"#,
        r#"{"algorithm":"SHA-256","challenge":"c","number":"12","salt":"s","signature":"m"}"#,
        r#"{"algorithm":"SHA-256","challenge":"c","number":-1,"salt":"s","signature":"m"}"#,
        r#"{"algorithm":"SHA-256","challenge":"c","number":1.5,"salt":"s","signature":"m"}"#,
        r#"{"algorithm":"SHA-256","challenge":"c","number":007,"salt":"s","signature":"m"}"#,
        r#"{"algorithm":"SHA-256","challenge":"c","number":4294967296,"salt":"s","signature":"m"}"#,
        r#"{"algorithm":"SHA-256","challenge":["c"],"number":12,"salt":"s","signature":"m"}"#,
        r#"{"algorithm":"SHA-256","challenge":"c","number":12,"number":13,"salt":"s","signature":"m"}"#,
        r#"{"algorithm":"SHA-256","challenge":"c","number":12,"salt":"s","signature":"m"} {}"#,
    ] {
        assert_eq!(parsed(json), Err(SolutionError), "{json}");
    }
    for payload in ["", "=", "{}", "e30", "e30=e30=", " e30=", "e30=\n", "ä", "e3-_"] {
        assert_eq!(Solution::parse(payload), Err(SolutionError), "{payload}");
    }
}

#[test]
fn overlong_payloads_are_refused() {
    let of_length = |filler: usize| {
        let salt = "s".repeat(filler);
        BASE64_STANDARD.encode(format!(r#"{{"algorithm":"SHA-256","challenge":"c","number":12,"salt":"{salt}","signature":"m"}}"#))
    };
    let longest = (0..Solution::MAX_LENGTH).take_while(|filler| of_length(*filler).len() <= Solution::MAX_LENGTH).last();
    let longest = longest.expect("some are short enough");
    assert!(Solution::parse(&of_length(longest)).is_ok());
    assert_eq!(Solution::parse(&of_length(longest + 1)), Err(SolutionError));
    assert_eq!(Solution::parse(&"[".repeat(1 << 20)), Err(SolutionError));
}

proptest! {
    #[test]
    fn no_text_panics_the_parser(payload in "\\PC{0,1200}") {
        let _ = Solution::parse(&payload);
    }

    #[test]
    fn no_bytes_panic_the_parser(bytes in proptest::collection::vec(any::<u8>(), 0..800)) {
        let _ = Solution::parse(&BASE64_STANDARD.encode(bytes));
    }

    #[test]
    fn a_solution_has_every_field_of_its_payload(
        number in any::<u32>(), challenge in "\\PC{0,40}", salt in "\\PC{0,40}", signature in "\\PC{0,40}", algorithm in "\\PC{0,10}"
    ) {
        let json = serde_json::json!({ "algorithm": algorithm, "challenge": challenge, "number": number, "salt": salt, "signature": signature });
        let payload = BASE64_STANDARD.encode(json.to_string());
        prop_assume!(payload.len() <= Solution::MAX_LENGTH);
        prop_assert_eq!(Solution::parse(&payload), Ok(Solution { algorithm, challenge, number, salt, signature }));
    }
}
