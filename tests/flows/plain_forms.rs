//! A client with forms and cookies only, such as a text browser or `curl`.

use crate::support::steps::{ADDRESS, wrong_code};
use e2e::{DevMailbox, Mailcode, Page, Visitor};

#[tokio::test]
async fn the_first_response_contains_the_whole_form() {
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
async fn a_sign_up_leaves_no_secret_in_any_url() {
    let mailcode = Mailcode::start().await;
    let visitor = Visitor::new(&mailcode);
    visitor.open("/").await;
    let page = visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    assert_eq!(page.path, "/code");
    assert_eq!(page.attributes("form#code-form", "action"), ["/api/verify-code"]);
    assert_eq!(page.attributes("form#code-form input:not([type=hidden])", "name"), ["code"]);
    assert_eq!(page.attributes("form#resend-form", "action"), ["/api/resend-code"]);
    assert_eq!(page.attributes("form#change-form", "action"), ["/api/change-address"]);

    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
    let page = visitor.submit("/api/verify-code", &[("code", wrong_code(&code))]).await;
    assert_eq!(page.path, "/code");
    assert!(page.text("#code-error").contains('4'), "four tries are left");
    assert_error_in_both_places(&page, "code");
    assert!(!visitor.open("/code").await.html.source().contains("aria-invalid=\"true\""), "a message is shown once");

    let page = visitor.submit("/api/verify-code", &[("code", &code)]).await;
    assert_eq!(page.path, "/account");
    assert_eq!(page.text("#account-email"), ADDRESS);
    assert_eq!(visitor.open("/").await.path, "/account");

    assert_eq!(visitor.submit("/api/sign-out", &[]).await.path, "/");
    assert_eq!(visitor.open("/account").await.path, "/");
    for url in visitor.requested() {
        let known = ["/", "/code", "/account"].contains(&url.as_str()) || url.starts_with("/api/");
        assert!(known && !url.contains('?'), "a clean URL: {url}");
    }
}

#[tokio::test]
async fn an_error_of_the_address_is_shown_beside_its_field() {
    let mailcode = Mailcode::start().await;
    let visitor = Visitor::new(&mailcode);
    let page = visitor.submit("/api/request-code", &[("email", "no address <script>")]).await;
    assert_eq!(page.path, "/");
    assert!(!page.text("#email-error").is_empty());
    assert_error_in_both_places(&page, "email");
    assert_eq!(page.attributes("#email", "value"), ["no address <script>"]);
    assert_eq!(page.attributes("#email", "aria-invalid"), ["true"]);
    assert!(!page.html.source().contains("no address <script>"), "what was typed is escaped");
}

/// Asserts that the error of a field is shown at the field and above the form, with a link to the field.
fn assert_error_in_both_places(page: &Page, field: &str) {
    assert_eq!(page.attributes("#error-summary a", "href"), [format!("#{field}")]);
    assert_eq!(page.text("#error-summary a"), page.text(&format!("#{field}-error")));
    assert!(page.text("title").starts_with("Error: "), "{}", page.text("title"));
}

#[tokio::test]
async fn an_error_of_no_field_is_shown_above_the_form_only() {
    let mailcode = Mailcode::start().await;
    let visitor = Visitor::new(&mailcode);
    visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    let page = visitor.submit("/api/resend-code", &[]).await;
    assert_eq!(page.path, "/code");
    let said = page.text("#error-summary");
    assert!(said.starts_with("Please try again later") && said.contains("We just sent a code to this address."), "{said}");
    assert!(page.has("#code") && !page.has("#code-error") && !page.has("#error-summary a") && !page.has("[aria-invalid]"), "{}", page.html);

    // On the form for the address, the message replaces the heading.
    let page = Visitor::new(&mailcode).submit("/api/request-code", &[("email", ADDRESS)]).await;
    assert_eq!((page.path.as_str(), page.texts("h1").collect::<Vec<_>>()), ("/", vec!["Please try again later".to_owned()]));
    let said = page.text("#error-summary.problem");
    assert!(said.contains("We just sent a code to this address.") && !page.has("main .lead"), "{said}");
    assert!(page.text("title").starts_with("Error: Please try again later"), "{}", page.text("title"));
    assert!(page.has("#email") && !page.has("#email-error") && !page.has("[aria-invalid]"), "{}", page.html);
}

#[tokio::test]
async fn the_session_changes_when_the_account_is_reached() {
    let mailcode = Mailcode::start().await;
    let visitor = Visitor::new(&mailcode);
    visitor.open("/").await;
    let request = |path, fields: &[(&str, &str)]| visitor.form(path, fields).header("Sec-Fetch-Site", "same-origin").send();
    let before = cookie(&request("/api/request-code", &[("email", ADDRESS)]).await.unwrap()).unwrap();
    assert!(before.contains("HttpOnly") && before.contains("SameSite="), "{before}");
    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
    let after = cookie(&request("/api/verify-code", &[("code", &code)]).await.unwrap()).expect("a new session cookie");
    assert_ne!(before.split(';').next(), after.split(';').next());
}

#[tokio::test]
async fn an_unknown_path_has_a_page_of_its_own() {
    let mailcode = Mailcode::start().await;
    let page = Visitor::new(&mailcode).open("/no-such-page").await;
    assert_eq!(page.status, 404);
    assert!(page.has("main[data-page=not-found]"));
    assert!(page.attributes("a", "href").contains(&"/".to_owned()), "there is a link to the first page");
}

/// The first cookie that the response sets, which is the session's.
fn cookie(response: &reqwest::Response) -> Option<String> {
    Some(response.headers().get("set-cookie")?.to_str().unwrap().to_owned())
}
