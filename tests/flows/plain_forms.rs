//! A client that has forms and cookies and nothing else, such as a text browser or `curl`.

use crate::steps::{ADDRESS, wrong};
use e2e::{DevMailbox, Mailcode, Visitor};

#[tokio::test]
async fn shows_the_whole_form_in_the_first_answer() {
    let mailcode = Mailcode::start().await;
    let page = Visitor::new(&mailcode).open("/").await;
    assert_eq!(page.status, 200);
    assert_eq!(page.attributes("form#address-form", "action"), ["/api/request-code"]);
    assert!(page.attributes("form#address-form", "method")[0].eq_ignore_ascii_case("post"));
    assert_eq!(page.attributes("form#address-form input", "name"), ["email"]);
    assert!(page.has("label[for=email]") && page.has("form#address-form button"));
    assert!(!page.text("h1").is_empty());
}

#[tokio::test]
async fn signs_up_and_leaves_no_secret_in_any_url() {
    let mailcode = Mailcode::start().await;
    let visitor = Visitor::new(&mailcode);
    let page = visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    assert_eq!(page.path, "/code");
    assert_eq!(page.attributes("form#code-form", "action"), ["/api/verify-code"]);
    assert_eq!(page.attributes("form#code-form input:not([type=hidden])", "name"), ["code"]);
    assert_eq!(page.attributes("form#resend-form", "action"), ["/api/resend-code"]);
    assert_eq!(page.attributes("form#change-form", "action"), ["/api/change-address"]);

    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
    let page = visitor.submit("/api/verify-code", &[("code", wrong(&code))]).await;
    assert_eq!(page.path, "/code");
    assert!(page.text("#code-error").contains('4'), "four tries are left");
    assert!(!visitor.open("/code").await.html.contains("aria-invalid=\"true\""), "a message is shown once");

    let page = visitor.submit("/api/verify-code", &[("code", &code)]).await;
    assert_eq!(page.path, "/account");
    assert_eq!(page.text("#account-email"), ADDRESS);
    assert_eq!(visitor.open("/").await.path, "/account");

    assert_eq!(visitor.submit("/api/sign-out", &[]).await.path, "/");
    assert_eq!(visitor.open("/account").await.path, "/");
    for url in visitor.seen() {
        let known = ["/", "/code", "/account"].contains(&url.as_str()) || url.starts_with("/api/");
        assert!(known && !url.contains('?'), "a clean URL: {url}");
    }
}

#[tokio::test]
async fn says_beside_the_field_what_is_wrong_with_an_address() {
    let mailcode = Mailcode::start().await;
    let visitor = Visitor::new(&mailcode);
    let page = visitor.submit("/api/request-code", &[("email", "no address <script>")]).await;
    assert_eq!(page.path, "/");
    assert!(!page.text("#email-error").is_empty());
    assert_eq!(page.attributes("#email", "value"), ["no address <script>"]);
    assert_eq!(page.attributes("#email", "aria-invalid"), ["true"]);
    assert!(!page.html.contains("no address <script>"), "what was typed is escaped");
}

#[tokio::test]
async fn rotates_the_session_when_the_account_is_reached() {
    let mailcode = Mailcode::start().await;
    let visitor = Visitor::new(&mailcode);
    let request = |path, fields: &[(&str, &str)]| visitor.form(path, fields).header("Sec-Fetch-Site", "same-origin").send();
    let before = cookie(&request("/api/request-code", &[("email", ADDRESS)]).await.unwrap()).unwrap();
    assert!(before.contains("HttpOnly") && before.contains("SameSite="), "{before}");
    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
    let after = cookie(&request("/api/verify-code", &[("code", &code)]).await.unwrap()).expect("a new session cookie");
    assert_ne!(before.split(';').next(), after.split(';').next());
}

#[tokio::test]
async fn answers_what_is_not_there_with_a_page_of_its_own() {
    let mailcode = Mailcode::start().await;
    let page = Visitor::new(&mailcode).open("/no-such-page").await;
    assert_eq!(page.status, 404);
    assert!(page.has("main[data-page=not-found]"));
    assert!(page.attributes("a", "href").contains(&"/".to_owned()), "there is a way out");
}

/// The session's cookie, the first that the answer sets.
fn cookie(response: &reqwest::Response) -> Option<String> {
    Some(response.headers().get("set-cookie")?.to_str().unwrap().to_owned())
}
