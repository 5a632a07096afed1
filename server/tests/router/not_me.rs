//! `/not-me`, where the recipient of a mail reports that they did not ask for it.

use crate::limits::limited;
use crate::request::{LOADS_A_PAGE, request};
use crate::site::TestSite;
use crate::visitor::Visitor;
use axum::http::StatusCode;
use domain::{Limit, Refusal, Step};
use test_support::Html;
use tokio::task::JoinSet;

const ADDRESS: &str = "ada@example.org";

/// A site on which a visitor has asked for a code for this address, and the token of the mail.
async fn asked(site: &TestSite) -> (Visitor, String) {
    let mut visitor = site.visitor();
    assert_eq!(visitor.submit("/api/request-code", &[("email", ADDRESS)]).await.redirect(), "/code");
    (visitor, site.token_for(ADDRESS).await)
}

/// The page as it is shown next.
async fn page(visitor: &mut Visitor) -> Html {
    visitor.get("/not-me").await.page(StatusCode::OK)
}

fn is_form(page: &Html) -> bool {
    page.all("form").any(|form| form.attribute("action") == Some("/api/not-me"))
}

#[tokio::test]
async fn the_page_holds_one_form_with_one_field_and_needs_no_script() {
    let page = page(&mut TestSite::new().await.visitor()).await;
    assert_eq!(page.text("title"), "Didn’t ask for a code? – Mailcode");
    let fields = page.all("input").filter(|input| input.attribute("type") != Some("hidden")).count();
    // The other form is the menu of languages, which every page has.
    assert_eq!((page.all("h1").count(), page.all("form").count(), fields), (1, 2, 1));
    // Every page has this script; here it loads no wasm.
    assert!(page.all("script").all(|script| script.attribute("data-wasm").is_none()) && page.all("script").count() == 1);
    assert_eq!(page.tag("form", "action", "/api/not-me").attribute("method"), Some("post"));
    let input = page.tag("input", "name", "token");
    assert_eq!((input.attribute("type"), input.attribute("maxlength")), (Some("text"), None));
    assert_eq!((input.attribute("autocomplete"), input.attribute("aria-invalid")), (Some("off"), None));
    let label = page.tag("label", "for", input.attribute("id").expect("the input has an id"));
    assert!(!label.text.is_empty());
    for id in input.attribute("aria-describedby").expect("it is described").split(' ') {
        assert!(page.has(&format!("#{id}")), "{id}");
    }
    assert!(page.text("main").contains("24 hours"), "it says what will happen: {}", page.text("main"));
}

/// Mail servers open the links in mails.
#[tokio::test]
async fn looking_at_it_changes_nothing() {
    let site = TestSite::new().await;
    let (mut visitor, token) = asked(&site).await;
    for path in ["/not-me".to_owned(), format!("/not-me?token={token}"), format!("/api/not-me?token={token}")] {
        for method in ["GET", "HEAD"] {
            let answer = site.visitor().send(request(method, &path, LOADS_A_PAGE)).await;
            assert!(!answer.text().contains(&token) && answer.set_cookies().is_empty(), "{method} {path}");
        }
    }
    let code = site.code_for(ADDRESS).await;
    assert_eq!(visitor.submit("/api/verify-code", &[("code", &code)]).await.redirect(), "/account");
}

#[tokio::test]
async fn a_plain_form_with_a_wrong_token_is_told_what_to_check() {
    let site = TestSite::new().await;
    for typed in ["", "K7QM-2XRD-9FHT", "\"><script>alert(1)</script>"] {
        let mut visitor = site.visitor();
        assert_eq!(visitor.submit("/api/not-me", &[("token", typed)]).await.redirect(), "/not-me");
        let page = page(&mut visitor).await;
        assert_eq!(page.text("title"), "Error: Didn’t ask for a code? – Mailcode");
        assert!(page.text("#token-error").contains("12 letters and digits"), "{}", page.text("#token-error"));
        let input = page.tag("input", "name", "token");
        assert_eq!(input.attribute("aria-invalid"), Some("true"));
        assert_eq!(input.attribute("value"), None, "no token is kept");
        assert_eq!(self::page(&mut visitor).await.text("#token-error"), "", "it is told once");
    }
    assert_eq!(site.rows("bucket_use"), 0);
}

#[tokio::test]
async fn a_plain_form_with_the_token_is_told_that_it_is_done() {
    let site = TestSite::new().await;
    let (_, token) = asked(&site).await;
    let mut reader = site.visitor();
    for typed in [token.as_str(), &token.to_lowercase().replace('-', " ")] {
        assert_eq!(reader.submit("/api/not-me", &[("token", typed)]).await.redirect(), "/not-me");
        assert!(!reader.get("/").await.page(StatusCode::OK).has("#error-summary"), "another page does not tell it");
        let done = page(&mut reader).await;
        assert_eq!(done.text("title"), "Those codes no longer work – Mailcode");
        assert!(!is_form(&done) && done.text("main").contains("24 hours"));
        assert!(is_form(&page(&mut reader).await), "it is told once");
    }
}

/// The page does not show the message of another page.
#[tokio::test]
async fn an_error_of_the_sign_up_waits_for_its_own_page() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    visitor.submit("/api/request-code", &[("email", "no address")]).await;
    assert_eq!(page(&mut visitor).await.text("#token-error"), "");
    visitor.submit("/api/not-me", &[("token", "no token")]).await;
    assert_ne!(page(&mut visitor).await.text("#token-error"), "");
    assert_ne!(visitor.get("/").await.page(StatusCode::OK).text("#email-error"), "");
}

#[tokio::test]
async fn a_program_is_told_in_json() {
    let site = TestSite::new().await;
    let (_, token) = asked(&site).await;
    let mut program = site.visitor();
    for typed in ["", "K7QM-2XRD-9FHT"] {
        let answer = program.call("/api/not-me", &[("token", typed)]).await;
        assert_eq!((answer.status, answer.refusal()), (StatusCode::UNPROCESSABLE_ENTITY, Refusal::Token));
    }
    assert_eq!(program.call("/api/not-me", &[]).await.refusal(), Refusal::Malformed);
    for _ in 0..2 {
        assert_eq!(program.call("/api/not-me", &[("token", &token)]).await.step(), Step::Address);
    }
    assert!(!program.has_session(), "it needs none");
}

#[tokio::test]
async fn a_waiting_visitor_learns_of_the_report() {
    let site = TestSite::with(&["--resend-after", "0"]).await;
    let (mut visitor, token) = asked(&site).await;
    let mut program = visitor.clone();
    let code = site.code_for(ADDRESS).await;
    site.visitor().call("/api/not-me", &[("token", &token)]).await;

    for _ in 0..2 {
        assert_eq!(visitor.get("/code").await.redirect(), "/");
        let page = visitor.get("/").await.page(StatusCode::OK);
        assert!(page.text("#error-summary").contains("didn’t ask for a code"), "{}", page.text("#error-summary"));
        assert_eq!(page.tag("input", "name", "email").attribute("value"), Some(ADDRESS), "to be corrected");
    }
    let answer = program.call("/api/verify-code", &[("code", &code)]).await;
    assert_eq!((answer.status, answer.refusal()), (StatusCode::CONFLICT, Refusal::Voided));
    assert!((86_300..=86_400).contains(&limited(&program.call("/api/resend-code", &[]).await, Limit::Muted)));
    assert_eq!(visitor.submit("/api/verify-code", &[("code", &code)]).await.redirect(), "/");
    assert!(visitor.get("/").await.page(StatusCode::OK).text("#error-summary").contains("didn’t ask for a code"));

    assert_eq!(visitor.submit("/api/request-code", &[("email", ADDRESS)]).await.redirect(), "/");
    let error = visitor.get("/").await.page(StatusCode::OK).text("#error-summary");
    assert!(error.starts_with("We can’t send codes to this address"), "{error}");
    assert!(error.ends_with("You can ask again in 24 hours, or use a different email."), "{error}");
    assert_eq!(site.rows("account"), 0);
    site.sign_up(&mut visitor, "bob@example.org").await;
}

/// The recipient may have reported the mail by mistake, or may be signing up for another address meanwhile.
#[tokio::test]
async fn the_reader_s_own_visit_changes_for_the_same_address_alone() {
    let site = TestSite::with(&["--resend-after", "0"]).await;
    let (_, token) = asked(&site).await;
    let mut of_another = site.visitor();
    of_another.submit("/api/request-code", &[("email", "bob@example.org")]).await;
    assert_eq!(of_another.submit("/api/not-me", &[("token", &token)]).await.redirect(), "/not-me");
    assert_eq!(of_another.get("/").await.redirect(), "/code");
    let code = site.code_for("bob@example.org").await;
    assert_eq!(of_another.submit("/api/verify-code", &[("code", &code)]).await.redirect(), "/account");
    assert_eq!(of_another.call("/api/not-me", &[("token", &token)]).await.step(), Step::Account, "nobody is signed out");

    let mut of_the_same = site.visitor();
    of_the_same.submit("/api/request-code", &[("email", "eve@example.org")]).await;
    let token = site.token_for("eve@example.org").await;
    assert_eq!(of_the_same.call("/api/not-me", &[("token", &token)]).await.step(), Step::Address);
    assert!(of_the_same.get("/").await.page(StatusCode::OK).text("#error-summary").contains("didn’t ask for a code"));
}

#[tokio::test]
async fn a_browser_that_has_verified_the_address_still_signs_in() {
    let site = TestSite::with(&["--resend-after", "0"]).await;
    let mut owner = site.visitor();
    site.sign_up(&mut owner, ADDRESS).await;
    owner.submit("/api/sign-out", &[]).await;
    let (_, token) = asked(&site).await;
    owner.submit("/api/not-me", &[("token", &token)]).await;
    limited(&site.visitor().call("/api/request-code", &[("email", ADDRESS)]).await, Limit::Muted);
    site.sign_up(&mut owner, ADDRESS).await;
}

/// Of concurrent requests with one session, only one saves it. The others show the result in their own response.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn fifty_forms_at_once_are_all_told_that_it_is_done() {
    let site = TestSite::new().await;
    let (_, token) = asked(&site).await;
    let mut reader = site.visitor();
    reader.submit("/api/not-me", &[("token", "begins a session")]).await;
    let mut forms = JoinSet::new();
    for _ in 0..50 {
        let (mut reader, token) = (reader.clone(), token.clone());
        forms.spawn(async move { reader.submit("/api/not-me", &[("token", &token)]).await });
    }
    for answer in forms.join_all().await {
        if answer.status == StatusCode::SEE_OTHER {
            assert_eq!(answer.redirect(), "/not-me");
        } else {
            assert_eq!(answer.page(StatusCode::OK).text("title"), "Those codes no longer work – Mailcode");
        }
    }
}

#[tokio::test]
async fn the_token_is_only_in_the_mail() {
    let site = TestSite::new().await;
    let (mut visitor, token) = asked(&site).await;
    let mut answers = vec![visitor.get("/code").await, visitor.submit("/api/not-me", &[("token", &token)]).await];
    answers.extend([visitor.get("/not-me").await, visitor.get("/").await, visitor.call("/api/not-me", &[("token", &token)]).await]);
    let database = site.database_bytes();
    for token in [&token, &token.replace('-', "")] {
        for answer in &answers {
            let whole = format!("{:?} {}", answer.headers, answer.text());
            assert!(!whole.contains(token), "{whole}");
        }
        assert!(!database.windows(token.len()).any(|bytes| bytes == token.as_bytes()));
    }
}
