//! The page on which an account gets another address, for both kinds of client.

use crate::request::{PLAIN_FORM, PROGRAM, form, post};
use crate::site::{TestSite, other_than};
use app::domain::{AddressError, Refusal, Step};
use axum::http::StatusCode;

const OLD: &str = "ada@example.org";
const NEW: &str = "ada.new@example.org";

#[tokio::test]
async fn the_address_changes_by_plain_forms() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    site.sign_up(&mut visitor, OLD).await;
    assert_eq!(visitor.get("/account").await.page(StatusCode::OK).tag("a", "id", "change-email").attribute("href"), Some("/account/email"));

    assert_eq!(visitor.submit("/api/new-address", &[("email", "ada new")]).await.redirect(), "/account/email");
    let page = visitor.get("/account/email").await.page(StatusCode::OK);
    assert!(!page.text("email-error").is_empty() && page.text_of("title").starts_with("Error: "));
    assert_eq!(page.tag("input", "id", "email").attribute("value"), Some("ada new"));

    assert_eq!(visitor.submit("/api/new-address", &[("email", NEW)]).await.redirect(), "/account/email");
    let page = visitor.get("/account/email").await.page(StatusCode::OK);
    assert_eq!(page.text("new-email"), NEW);
    let code = site.code_for(NEW).await;
    assert_eq!(visitor.submit("/api/verify-new-address", &[("code", &other_than(&code))]).await.redirect(), "/account/email");
    assert!(visitor.get("/account/email").await.page(StatusCode::OK).text("code-error").contains("4 tries"));
    assert_eq!(visitor.get("/account").await.page(StatusCode::OK).text("account-email"), OLD);

    assert_eq!(visitor.submit("/api/verify-new-address", &[("code", &code)]).await.redirect(), "/account");
    let page = visitor.get("/account").await.page(StatusCode::OK);
    assert_eq!(page.text("account-email"), NEW);
    assert!(page.text("account-done").starts_with("Your address is changed."));
    assert!(
        visitor.get("/account/email").await.page(StatusCode::OK).all("form").any(|tag| tag.attribute("id") == Some("new-address-form"))
    );

    site.mailed_in_all(3).await;
    let mut mailed = site.mailed().await;
    mailed.sort();
    assert_eq!(mailed, [NEW, OLD, OLD]);
    let notice = site.visitor().get("/dev/mailbox/3").await.page(StatusCode::OK).text("mail-text");
    assert!(notice.contains("has another address since about") && !notice.contains(NEW), "{notice}");
}

#[tokio::test]
async fn a_program_is_told_each_outcome() {
    let site = TestSite::new().await;
    let mut program = site.visitor();
    for (path, fields) in [("/api/new-address", ("email", NEW)), ("/api/verify-new-address", ("code", "123456"))] {
        assert_eq!(program.call(path, &[fields]).await.refusal(), Refusal::NotSignedIn);
    }
    site.sign_up(&mut program, OLD).await;
    site.sign_up(&mut site.visitor(), "bob@example.org").await;
    assert_eq!(program.call("/api/verify-new-address", &[("code", "123456")]).await.refusal(), Refusal::NothingPending);
    assert_eq!(program.call("/api/resend-new-address", &[]).await.refusal(), Refusal::NothingPending);
    assert_eq!(program.call("/api/new-address", &[("email", "")]).await.refusal(), Refusal::Address(AddressError::Empty));

    assert_eq!(program.call("/api/new-address", &[("email", "bob@example.org")]).await.step(), Step::Account);
    let code = site.code_for("bob@example.org").await;
    assert_eq!(program.call("/api/verify-new-address", &[("code", &code)]).await.refusal(), Refusal::AddressTaken);

    assert_eq!(program.call("/api/new-address", &[("email", NEW)]).await.step(), Step::Account);
    let answer = program.call("/api/resend-new-address", &[]).await;
    assert!(answer.header("retry-after").is_some());
    assert!(matches!(answer.refusal(), Refusal::Limited { .. }));
    let code = site.code_for(NEW).await;
    assert_eq!(program.call("/api/verify-code", &[("code", &code)]).await.step(), Step::Account, "it is none of the sign-up's");
    assert_eq!(program.get("/account").await.page(StatusCode::OK).text("account-email"), OLD);
    assert_eq!(program.call("/api/verify-new-address", &[("code", &code)]).await.step(), Step::Account);
    assert_eq!(program.get("/account").await.page(StatusCode::OK).text("account-email"), NEW);
}

#[tokio::test]
async fn the_old_address_can_be_kept() {
    for client in [PLAIN_FORM, PROGRAM] {
        let site = TestSite::new().await;
        let mut visitor = site.visitor();
        site.sign_up(&mut visitor, OLD).await;
        visitor.send(post("/api/new-address", client, form(&[("email", NEW)]))).await;
        let code = site.code_for(NEW).await;
        let answer = visitor.send(post("/api/cancel-new-address", client, "")).await;
        assert_eq!(answer.status, if client == PROGRAM { StatusCode::OK } else { StatusCode::SEE_OTHER });
        assert_eq!(visitor.call("/api/verify-new-address", &[("code", &code)]).await.refusal(), Refusal::NothingPending);
        assert_eq!(visitor.get("/account").await.page(StatusCode::OK).text("account-email"), OLD);
    }
}

#[tokio::test]
async fn a_session_that_was_ended_changes_nothing() {
    let site = TestSite::new().await;
    let (mut laptop, mut phone) = (site.visitor(), site.visitor());
    site.sign_up(&mut laptop, OLD).await;
    site.sign_up(&mut phone, OLD).await;
    phone.submit("/api/new-address", &[("email", NEW)]).await;
    let code = site.code_for(NEW).await;
    laptop.submit("/api/sign-out-others", &[]).await;
    assert_eq!(phone.submit("/api/verify-new-address", &[("code", &code)]).await.redirect(), "/");
    assert_eq!(phone.get("/account/email").await.redirect(), "/");
    assert_eq!(
        laptop.submit("/api/verify-new-address", &[("code", &code)]).await.redirect(),
        "/account/email",
        "nor does its code elsewhere"
    );
    assert_eq!(laptop.get("/account").await.page(StatusCode::OK).text("account-email"), OLD);
}

#[tokio::test]
async fn the_trail_has_it_about_both_addresses() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    site.sign_up(&mut visitor, OLD).await;
    visitor.submit("/api/new-address", &[("email", "new@example.com")]).await;
    visitor.submit("/api/verify-new-address", &[("code", &site.code_for("new@example.com").await)]).await;
    let entries = site.audited().await.into_iter().filter(|entry| entry.event.kind().name() == "address_changed");
    let masked: Vec<_> = entries.map(|entry| (entry.subject.expect("an address").masked, entry.network.map(|it| it.to_string()))).collect();
    let network = Some("198.51.100.0/24".to_owned());
    assert_eq!(masked, [("a…@example.org".to_owned(), network.clone()), ("n…@example.com".to_owned(), network)]);
}
