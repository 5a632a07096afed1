//! The page on which an account changes its address, for both kinds of client.

use crate::answer::initial_view;
use crate::request::{PLAIN_FORM, PROGRAM, form, request};
use crate::site::{TestSite, other_than, others_than};
use app::view::Text;
use axum::http::StatusCode;
use domain::{AddressError, Refusal, Step};

const OLD: &str = "ada@example.org";
const NEW: &str = "ada.new@example.org";
const NEWS: &str = "/api/new-address-delivery";

#[tokio::test]
async fn the_address_changes_by_plain_forms() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    site.sign_up(&mut visitor, OLD).await;
    assert_eq!(visitor.get("/account").await.page(StatusCode::OK).tag("a", "id", "change-email").attribute("href"), Some("/account/email"));

    assert_eq!(visitor.submit("/api/new-address", &[("email", "ada new")]).await.redirect(), "/account/email");
    let page = visitor.get("/account/email").await.page(StatusCode::OK);
    assert!(!page.text("#email-error").is_empty() && page.text("title").starts_with("Error: "));
    assert_eq!(page.tag("input", "id", "email").attribute("value"), Some("ada new"));

    assert_eq!(visitor.submit("/api/new-address", &[("email", NEW)]).await.redirect(), "/account/email");
    let page = visitor.get("/account/email").await.page(StatusCode::OK);
    assert_eq!(page.text("#new-email"), NEW);
    let code = site.code_for(NEW).await;
    assert_eq!(visitor.submit("/api/verify-new-address", &[("code", &other_than(&code))]).await.redirect(), "/account/email");
    assert!(visitor.get("/account/email").await.page(StatusCode::OK).text("#code-error").contains("4 tries"));
    assert_eq!(visitor.get("/account").await.page(StatusCode::OK).text("#account-email"), OLD);

    site.sign_up(&mut site.visitor(), OLD).await;
    assert_eq!(visitor.submit("/api/verify-new-address", &[("code", &code)]).await.redirect(), "/account");
    let page = visitor.get("/account").await.page(StatusCode::OK);
    assert_eq!(page.text("#account-email"), NEW);
    assert_eq!(page.tag("form", "action", "/api/sign-out-others").attribute("method"), Some("post"), "the other browser can be signed out");
    assert!(page.text("#account-done").starts_with("Your email address is changed."));
    assert!(visitor.get("/account/email").await.page(StatusCode::OK).has("#address-form"), "another one can be asked for");

    site.mailed_in_all(4).await;
    let mut mailed = site.mailed().await;
    mailed.sort();
    assert_eq!(mailed, [NEW, OLD, OLD, OLD]);
    let notice = site.visitor().get("/dev/mailbox/4").await.page(StatusCode::OK).texts("#mail-text").next().expect("a text");
    assert!(notice.contains("was changed at ") && !notice.contains(NEW), "{notice}");
}

#[tokio::test]
async fn a_program_gets_each_outcome_in_json() {
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
    assert_eq!(program.get("/account").await.page(StatusCode::OK).text("#account-email"), OLD);
    assert_eq!(program.call("/api/verify-new-address", &[("code", &code)]).await.step(), Step::Account);
    assert_eq!(program.get("/account").await.page(StatusCode::OK).text("#account-email"), NEW);
}

#[tokio::test]
async fn the_old_address_can_be_kept() {
    for client in [PLAIN_FORM, PROGRAM] {
        let site = TestSite::new().await;
        let mut visitor = site.visitor();
        site.sign_up(&mut visitor, OLD).await;
        visitor.post("/api/new-address", client, form(&[("email", NEW)])).await;
        let code = site.code_for(NEW).await;
        let answer = visitor.post("/api/cancel-new-address", client, "").await;
        assert_eq!(answer.status, if client == PROGRAM { StatusCode::OK } else { StatusCode::SEE_OTHER });
        assert_eq!(visitor.call("/api/verify-new-address", &[("code", &code)]).await.refusal(), Refusal::NothingPending);
        assert_eq!(visitor.get("/account").await.page(StatusCode::OK).text("#account-email"), OLD);
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
    laptop.submit("/api/new-address", &[("email", "third@example.org")]).await;
    assert_eq!(laptop.submit("/api/verify-new-address", &[("code", &code)]).await.redirect(), "/account/email");
    assert!(laptop.get("/account/email").await.page(StatusCode::OK).text("#code-error").contains("4 tries"), "nor does its code elsewhere");
    assert_eq!(laptop.get("/account").await.page(StatusCode::OK).text("#account-email"), OLD);
}

#[tokio::test]
async fn the_trail_records_the_change_for_both_addresses() {
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

/// The page has a button for the next step that its text names.
#[tokio::test]
async fn after_the_last_try_the_change_begins_again() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    site.sign_up(&mut visitor, OLD).await;
    visitor.submit("/api/new-address", &[("email", NEW)]).await;
    for wrong in others_than(&site.code_for(NEW).await).take(5) {
        visitor.submit("/api/verify-new-address", &[("code", &wrong)]).await;
    }
    let page = visitor.get("/account/email").await.page(StatusCode::OK);
    assert!(!page.has("#code") && page.text("#error-summary").starts_with("Too many wrong codes"));
    assert!(page.text("#resend-form").contains("Send a new code"));
    assert_eq!(page.tag("form", "id", "resend-form").attribute("action"), Some("/api/new-address"));
    assert_eq!(page.tag("input", "name", "email").attribute("value"), Some(NEW));
    assert_eq!(visitor.submit("/api/cancel-new-address", &[]).await.redirect(), "/account/email");
    let page = visitor.get("/account/email").await.page(StatusCode::OK);
    assert_eq!(page.tag("input", "id", "email").attribute("value"), Some(NEW), "the address is there to be corrected");
    assert!(!page.text("title").starts_with("Error"));
    assert_eq!(visitor.get("/account").await.page(StatusCode::OK).text("#account-email"), OLD);
}

/// After a double click, or going back and sending the form again, the address is changed and the account's page says so.
#[tokio::test]
async fn sending_the_code_twice_is_no_error() {
    for at_once in [true, false] {
        let site = TestSite::new().await;
        let mut visitor = site.visitor();
        site.sign_up(&mut visitor, OLD).await;
        visitor.submit("/api/new-address", &[("email", NEW)]).await;
        let code = site.code_for(NEW).await;
        let mut second = visitor.clone();
        let fields = [("code", &*code)];
        let first = visitor.submit("/api/verify-new-address", &fields);
        let (one, other) = if at_once {
            tokio::join!(first, second.submit("/api/verify-new-address", &fields))
        } else {
            (first.await, second.submit("/api/verify-new-address", &fields).await)
        };
        assert_eq!([one.redirect(), other.redirect()], ["/account", "/account"]);
        let page = visitor.get("/account").await.page(StatusCode::OK);
        assert_eq!(page.text("#account-email"), NEW);
        assert!(!page.has("#account-error"));
        assert!(!visitor.get("/account/email").await.page(StatusCode::OK).text("title").starts_with("Error"));
        assert_eq!(site.mailed_in_all(3).await.len(), 3, "the old address is told once");
    }
}

/// Two windows request different addresses at once: the page waits for the code that was mailed.
#[tokio::test]
async fn of_two_addresses_requested_at_once_the_mailed_one_is_pending() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    site.sign_up(&mut visitor, OLD).await;
    let mut second = visitor.clone();
    let lock = site.lock_database();
    let unlock = async {
        for _ in 0..200 {
            tokio::task::yield_now().await;
        }
        drop(lock);
    };
    let (one, other, ()) = tokio::join!(
        visitor.submit("/api/new-address", &[("email", NEW)]),
        second.submit("/api/new-address", &[("email", "third@example.org")]),
        unlock
    );
    assert_eq!([one.redirect(), other.redirect()], ["/account/email", "/account/email"]);
    let waited_for = visitor.get("/account/email").await.page(StatusCode::OK).text("#new-email");
    let code = site.code_for(&waited_for).await;
    assert_eq!(visitor.submit("/api/verify-new-address", &[("code", &code)]).await.redirect(), "/account");
    assert_eq!(visitor.get("/account").await.page(StatusCode::OK).text("#account-email"), waited_for);
}

/// This is the advice in the notice to the old address.
#[tokio::test]
async fn a_browser_that_is_still_signed_in_changes_it_back() {
    let site = TestSite::with(&["--resend-after", "0"]).await;
    let (mut owner, mut thief) = (site.visitor(), site.visitor());
    site.sign_up(&mut owner, OLD).await;
    site.sign_up(&mut thief, OLD).await;
    thief.submit("/api/new-address", &[("email", "thief@example.org")]).await;
    thief.submit("/api/verify-new-address", &[("code", &site.code_for("thief@example.org").await)]).await;
    assert_eq!(owner.get("/account").await.page(StatusCode::OK).text("#account-email"), "thief@example.org");
    owner.submit("/api/sign-out-others", &[]).await;
    owner.submit("/api/new-address", &[("email", OLD)]).await;
    assert_eq!(owner.submit("/api/verify-new-address", &[("code", &site.code_for(OLD).await)]).await.redirect(), "/account");
    assert_eq!(owner.get("/account").await.page(StatusCode::OK).text("#account-email"), OLD);
    assert_eq!(thief.get("/account").await.redirect(), "/");
}

/// The endpoint reports the state of the mail to programs and to the island, which shows the same as the page.
#[tokio::test]
async fn the_state_of_its_mail_can_be_polled() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    let ask = || request("GET", NEWS, PROGRAM);
    assert_eq!(visitor.send(ask()).await.refusal(), Refusal::NotSignedIn);
    site.sign_up(&mut visitor, OLD).await;
    assert_eq!(visitor.send(ask()).await.refusal(), Refusal::NothingPending);
    visitor.submit("/api/new-address", &[("email", NEW)]).await;
    let Step::Code(code) = visitor.send(ask()).await.step() else { panic!("a code is waited for") };
    assert_eq!((code.email.as_str(), code.is_final), (NEW, true));
    assert!(code.resend_in > 0);
    let page = visitor.get("/account/email").await.page(StatusCode::OK);
    assert_eq!(page.tag("form", "id", "resend-form").attribute("action"), Some("/api/resend-new-address"));
    assert_eq!(visitor.island_looks(NEWS).await.text(Text::Status), initial_view(&page).text(Text::Status));
}

/// The address belongs to somebody else, and the session may live for months.
#[tokio::test]
async fn a_change_that_was_reported_is_dropped() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    site.sign_up(&mut visitor, OLD).await;
    visitor.submit("/api/new-address", &[("email", "quincunx@example.org")]).await;
    let token = site.token_for("quincunx@example.org").await;
    site.visitor().submit("/api/not-me", &[("token", &token)]).await;
    let holds = || site.database_bytes().windows(8).any(|window| window == b"quincunx");
    assert!(holds());
    assert!(visitor.get("/account/email").await.page(StatusCode::OK).has("#address-form"));
    site.store().await.truncate_wal().await;
    assert!(!holds());
}
