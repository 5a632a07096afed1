//! How the visitor's language is chosen, and that it is the same everywhere.

use crate::answer::Answer;
use crate::request::{FORM, LOADS_A_PAGE, PLAIN_FORM, PROGRAM, form, post, request};
use crate::site::TestSite;
use crate::visitor::Visitor;
use axum::http::{HeaderValue, StatusCode};
use domain::Step;
use server::i18n::{Catalogue, Key, Language};

const GERMAN: (&str, &str) = ("accept-language", "de-AT,de;q=0.9,en;q=0.5");

async fn load(visitor: &mut Visitor, path: &str, asks_for: (&'static str, &'static str)) -> Answer {
    visitor.send(request("GET", path, &[LOADS_A_PAGE, &[asks_for]].concat())).await
}

async fn choose(visitor: &mut Visitor, language: &str, back: &str) -> Answer {
    visitor.submit("/api/language", &[("language", language), ("back", back)]).await
}

fn heading(language: Language) -> String {
    Catalogue::default().translations(language).text(Key::AddressHeading)
}

#[tokio::test]
async fn the_page_is_in_the_language_that_the_browser_asks_for() {
    let site = TestSite::new().await;
    for language in Language::ALL {
        let answer = load(&mut site.visitor(), "/", ("accept-language", language.tag())).await;
        assert_eq!(answer.header("content-language"), Some(language.tag()));
        let vary: Vec<_> = answer.headers.get_all("vary").iter().filter_map(|value| value.to_str().ok()).collect();
        assert!(vary.join(",").contains("accept-language, cookie"), "{vary:?}");
        let page = answer.page(StatusCode::OK);
        let html = page.all("html").next().expect("a document");
        assert_eq!((html.attribute("lang"), html.attribute("dir")), (Some(language.tag()), Some(language.direction())));
        assert_eq!(page.text("h1"), heading(language));
        // The menu names each language in that language itself.
        for other in Language::ALL {
            let choice = page.tag("button", "value", other.tag());
            assert_eq!(choice.text, other.name());
            assert_eq!(choice.attribute("aria-current").is_some(), other == language);
            // The button also submits the typed address.
            assert_eq!(choice.attribute("form"), Some("address-form"));
            assert_eq!(choice.attribute("formaction"), Some("/api/language?back=/"));
        }
    }
}

#[tokio::test]
async fn the_menu_of_each_page_leads_back_to_it() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    visitor.submit("/api/request-code", &[("email", "ada@example.org")]).await;
    let mut signed_in = site.visitor();
    site.sign_up(&mut signed_in, "bob@example.org").await;
    for (visitor, path) in [
        (&mut site.visitor(), "/"),
        (&mut site.visitor(), "/not-me"),
        (&mut visitor, "/code"),
        (&mut signed_in.clone(), "/account"),
        (&mut signed_in, "/account/email"),
    ] {
        let page = visitor.get(path).await.page(StatusCode::OK);
        assert_eq!(page.tag("input", "name", "back").attribute("value"), Some(path));
        assert_eq!(choose(visitor, "de", path).await.redirect(), path);
        assert_eq!(visitor.get(path).await.header("content-language"), Some("de"), "{path}");
    }
}

#[tokio::test]
async fn foreign_bytes_hide_no_language() {
    let site = TestSite::new().await;
    for line in [&b"de, J\xf6rg;q=0.1"[..], "de, jörg;q=0.1".as_bytes()] {
        let mut request = request("GET", "/", LOADS_A_PAGE);
        request.headers_mut().insert("accept-language", HeaderValue::from_bytes(line).expect("a header"));
        assert_eq!(site.visitor().send(request).await.header("content-language"), Some("de"), "{}", line.escape_ascii());
    }
}

#[tokio::test]
async fn a_chosen_language_overrides_the_header_and_leads_back() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    visitor.submit("/api/request-code", &[("email", "ada@example.org")]).await;
    let page = load(&mut visitor, "/code", GERMAN).await.page(StatusCode::OK);
    assert_eq!(page.tag("input", "name", "back").attribute("value"), Some("/code"));
    assert_eq!(choose(&mut visitor, "ar", "/code").await.redirect(), "/code");
    let page = load(&mut visitor, "/code", GERMAN).await.page(StatusCode::OK);
    assert_eq!(page.text("h1"), Catalogue::default().translations(Language::Arabic).text(Key::CodeHeading));
    assert_eq!(page.all("html").next().expect("a document").attribute("dir"), Some("rtl"));
    assert!(page.text("#code-email").contains("ada@example.org"), "the sign-up goes on");
}

#[tokio::test]
async fn a_choice_leads_to_our_own_pages_alone_and_to_languages_that_there_are() {
    let site = TestSite::new().await;
    for back in ["https://example.org/", "//example.org", "/code\r\nSet-Cookie: a=b", "/assets/../", ""] {
        let mut visitor = site.visitor();
        assert_eq!(choose(&mut visitor, "de", back).await.redirect(), "/", "{back}");
    }
    for language in ["", "xx", "DE", "en; Path=/", "de\r\nSet-Cookie: a=b"] {
        let answer = choose(&mut site.visitor(), language, "/").await;
        assert_eq!((answer.redirect(), answer.set_cookies().len()), ("/", 0), "{language}");
    }
    let mut visitor = site.visitor();
    let elsewhere = post("/api/language", &[("content-type", FORM), ("sec-fetch-site", "cross-site")], form(&[("language", "de")]));
    assert_eq!(visitor.send(elsewhere).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn errors_and_refusals_are_in_the_language_too() {
    let site = TestSite::new().await;
    let catalogue = Catalogue::default();
    let german = catalogue.translations(Language::German);
    let mut visitor = site.visitor();
    let page = load(&mut visitor, "/no-such-page", GERMAN).await.page(StatusCode::NOT_FOUND);
    assert_eq!(page.text("h1"), german.text(Key::NotFoundHeading));

    visitor.post("/api/request-code", &[PLAIN_FORM, &[GERMAN]].concat(), form(&[("email", "ada")])).await;
    let page = load(&mut visitor, "/", GERMAN).await.page(StatusCode::OK);
    assert_eq!(page.text("#email-error"), german.text(Key::AddressNoAt));
    let page = load(&mut visitor, "/not-me", GERMAN).await.page(StatusCode::OK);
    assert_eq!(page.text("h1"), german.text(Key::NotMeHeading));
}

#[tokio::test]
async fn the_mail_and_the_state_for_programs_are_in_the_language() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    let fields = form(&[("email", "ada@example.org")]);
    let asked = visitor.post("/api/request-code", &[PROGRAM, &[GERMAN]].concat(), fields).await;
    let Step::Code(code) = asked.step() else { panic!("it is pending") };
    let (before, _) = Catalogue::default().translations(Language::German).text_around(Key::DeliveryAccepted, "time", &[]);
    assert!(code.status.starts_with(&before), "{}", code.status);
    let text = site.text_for("ada@example.org").await;
    assert!(text.contains(&Catalogue::default().translations(Language::German).text(Key::MailPaste)), "{text}");
}

/// The button submits the form of the page.
#[tokio::test]
async fn the_address_that_was_typed_stays() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    let answer = visitor.submit("/api/language?back=/", &[("email", "ada@exam"), ("language", "de")]).await;
    assert_eq!(answer.redirect(), "/");
    let answer = visitor.get("/").await;
    assert_eq!(answer.header("content-language"), Some("de"));
    let page = answer.page(StatusCode::OK);
    assert_eq!(page.tag("input", "name", "email").attribute("value"), Some("ada@exam"));
    assert!(!page.has("#error-summary"), "nothing was sent");

    site.sign_up(&mut visitor, "ada@example.org").await;
    let answer = visitor.submit("/api/language?back=/account/email", &[("email", "bob@exam"), ("language", "fr")]).await;
    assert_eq!(answer.redirect(), "/account/email");
    let page = visitor.get("/account/email").await.page(StatusCode::OK);
    assert_eq!(page.tag("input", "id", "email").attribute("value"), Some("bob@exam"));
    // A code typed into the wrong field is not kept.
    visitor.submit("/api/language?back=/account/email", &[("email", "123456"), ("language", "en")]).await;
    let page = visitor.get("/account/email").await.page(StatusCode::OK);
    assert_eq!(page.tag("input", "id", "email").attribute("value").unwrap_or_default(), "");
}
