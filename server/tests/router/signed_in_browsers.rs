//! The browsers in which an account is signed in, and how each is signed out from another.

use crate::request::{PLAIN_FORM, PROGRAM, form};
use crate::site::TestSite;
use crate::visitor::Visitor;
use axum::http::StatusCode;
use domain::{Refusal, Step};
use test_support::Html;

const ADDRESS: &str = "ada@example.org";
const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
const SAFARI: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1";

/// A visitor with this user agent, signed in.
async fn signed_in(site: &TestSite, address: &str, user_agent: &'static str) -> Visitor {
    let mut visitor = site.visitor();
    visitor.user_agent = Some(user_agent);
    site.sign_up(&mut visitor, address).await;
    visitor
}

async fn account_page(visitor: &mut Visitor) -> Html {
    visitor.get("/account").await.page(StatusCode::OK)
}

async fn is_signed_in(visitor: &mut Visitor) -> bool {
    visitor.get("/account").await.status == StatusCode::OK
}

/// The handles by which the page's forms sign other browsers out.
fn handles(page: &Html) -> Vec<String> {
    let fields = page.all("input").filter(|tag| tag.attribute("name") == Some("browser"));
    fields.map(|tag| tag.attribute("value").expect("a value").to_owned()).collect()
}

/// The names of the browsers in the list.
fn names(page: &Html) -> Vec<String> {
    page.texts("#browsers strong").collect()
}

/// Detail, masked address and network of each sign-out in the audit trail.
async fn recorded(site: &TestSite) -> Vec<(Option<&'static str>, Option<String>, Option<String>)> {
    let entries = site.audited().await.into_iter().filter(|entry| entry.event.kind().name() == "signed_out");
    let fields =
        entries.map(|entry| (entry.event.detail(), entry.subject.map(|subject| subject.masked), entry.network.map(|it| it.to_string())));
    fields.collect()
}

#[tokio::test]
async fn each_browser_is_shown_in_plain_words_and_this_one_first() {
    let site = TestSite::new().await;
    let mut laptop = signed_in(&site, ADDRESS, FIREFOX).await;
    let mut phone = signed_in(&site, ADDRESS, SAFARI).await;
    let mut script = signed_in(&site, ADDRESS, "curl/8.14.1 <script>").await;
    let mut other = signed_in(&site, "bob@example.org", FIREFOX).await;

    let page = account_page(&mut laptop).await;
    let mut shown = names(&page);
    assert_eq!(shown.remove(0), "Firefox on Linux");
    shown.sort();
    assert_eq!(shown, ["A program", "Safari on iPhone"]);
    assert_eq!(names(&account_page(&mut phone).await)[0], "Safari on iPhone");
    assert_eq!(names(&account_page(&mut script).await)[0], "A program");
    assert_eq!(names(&account_page(&mut other).await), ["Firefox on Linux"], "none of anybody else's");
    assert_eq!(page.text("#browser-0"), "Signed in today");
    assert_eq!(page.text("#browser-1"), "Signed in today · Active within the last hour");
    for raw in [&b"Gecko"[..], b"curl/8"] {
        assert!(!site.database_bytes().windows(raw.len()).any(|window| window == raw), "what a client sends is not kept");
    }
}

#[tokio::test]
async fn a_handle_is_neither_the_id_nor_its_hash() {
    let site = TestSite::new().await;
    let (mut laptop, phone) = (signed_in(&site, ADDRESS, FIREFOX).await, signed_in(&site, ADDRESS, SAFARI).await);
    let handles = handles(&account_page(&mut laptop).await);
    assert_eq!(handles.len(), 1, "this one has the usual way out");
    assert_ne!(handles[0], phone.session());
    let query = format!("SELECT count(*) FROM session WHERE instr(hex(id_hash), upper('{0}')) OR instr(data, '{0}')", handles[0]);
    assert_eq!(site.number(&query), 0);
    let mut thief = site.visitor();
    thief.cookies.insert(site.cookie("mailcode"), handles[0].clone());
    assert!(!is_signed_in(&mut thief).await);
}

#[tokio::test]
async fn one_browser_is_signed_out_at_once_and_no_other() {
    for client in [PLAIN_FORM, PROGRAM] {
        let site = TestSite::new().await;
        let (mut laptop, mut phone) = (signed_in(&site, ADDRESS, FIREFOX).await, signed_in(&site, ADDRESS, SAFARI).await);
        let mut script = signed_in(&site, ADDRESS, "curl/8.14.1").await;
        let handle = handles(&account_page(&mut script).await);
        let place = names(&account_page(&mut script).await).iter().position(|name| name == "Safari on iPhone").expect("it is there");
        let fields = form(&[("browser", &handle[place - 1])]);

        let answer = laptop.post("/api/sign-out-browser", client, fields.clone()).await;
        if client == PROGRAM {
            assert_eq!(answer.step(), Step::Account);
        } else {
            assert_eq!(answer.redirect(), "/account");
            let page = account_page(&mut laptop).await;
            assert_eq!(page.text("#account-done"), "That browser is signed out.");
        }
        assert!(!is_signed_in(&mut phone).await);
        assert!(is_signed_in(&mut laptop).await && is_signed_in(&mut script).await);
        assert_eq!(phone.call("/api/delete-account", &[]).await.refusal(), Refusal::NotSignedIn);

        // The second click of a double click.
        let again = laptop.post("/api/sign-out-browser", client, fields).await;
        assert_eq!(again.status, if client == PROGRAM { StatusCode::OK } else { StatusCode::SEE_OTHER });
        assert_eq!(recorded(&site).await, [(Some("elsewhere"), Some("a…@example.org".to_owned()), Some("198.51.100.0/24".to_owned()))]);
    }
}

#[tokio::test]
async fn nobody_signs_out_another_account_or_by_a_made_up_name() {
    let site = TestSite::new().await;
    let (mut laptop, mut phone) = (signed_in(&site, ADDRESS, FIREFOX).await, signed_in(&site, ADDRESS, SAFARI).await);
    let handle = handles(&account_page(&mut laptop).await).remove(0);
    let mut eve = signed_in(&site, "eve@example.org", FIREFOX).await;
    assert_eq!(eve.call("/api/sign-out-browser", &[("browser", &handle)]).await.step(), Step::Account, "it tells nothing");
    eve.call("/api/sign-out-others", &[]).await.step();
    for made_up in ["", "x", &"0".repeat(31), &"0".repeat(33), "%' OR 1=1 --"] {
        assert_eq!(laptop.call("/api/sign-out-browser", &[("browser", made_up)]).await.refusal(), Refusal::Malformed, "{made_up}");
    }
    assert_eq!(site.visitor().call("/api/sign-out-browser", &[("browser", &handle)]).await.refusal(), Refusal::NotSignedIn);
    assert!(is_signed_in(&mut phone).await && is_signed_in(&mut laptop).await);
    assert_eq!(recorded(&site).await, []);

    // A form of the site whose field arrived corrupted.
    assert_eq!(laptop.submit("/api/sign-out-browser", &[("browser", "x")]).await.redirect(), "/account");
    assert!(!account_page(&mut laptop).await.text("#account-error").is_empty());
}

#[tokio::test]
async fn all_others_are_signed_out_or_all() {
    for client in [PLAIN_FORM, PROGRAM] {
        let site = TestSite::new().await;
        let (mut laptop, mut phone) = (signed_in(&site, ADDRESS, FIREFOX).await, signed_in(&site, ADDRESS, SAFARI).await);
        let mut bob = signed_in(&site, "bob@example.org", FIREFOX).await;
        laptop.post("/api/sign-out-others", client, "").await;
        assert!(is_signed_in(&mut laptop).await && !is_signed_in(&mut phone).await);
        assert_eq!(names(&account_page(&mut laptop).await).len(), 1);

        site.sign_up(&mut phone, ADDRESS).await;
        let answer = laptop.post("/api/sign-out-everywhere", client, "").await;
        if client == PROGRAM {
            assert_eq!(answer.step(), Step::Address);
        } else {
            assert_eq!(answer.redirect(), "/");
        }
        assert_eq!(answer.header("clear-site-data"), Some("\"cache\", \"storage\""));
        assert!(!laptop.has_session() && !is_signed_in(&mut laptop).await && !is_signed_in(&mut phone).await);
        assert!(is_signed_in(&mut bob).await, "nobody else's");
        let details: Vec<_> = recorded(&site).await.into_iter().map(|(detail, _, _)| detail).collect();
        assert_eq!(details, [Some("elsewhere"), Some("elsewhere"), None]);
    }
}

/// If two browsers sign each other out, the quicker one stays signed in.
#[tokio::test]
async fn a_signed_out_visitor_signs_no_browser_out() {
    let site = TestSite::new().await;
    let (mut laptop, mut phone) = (signed_in(&site, ADDRESS, FIREFOX).await, signed_in(&site, ADDRESS, SAFARI).await);
    let (one, other) = tokio::join!(laptop.call("/api/sign-out-others", &[]), phone.call("/api/sign-out-others", &[]));
    assert!(one.status == StatusCode::OK || other.status == StatusCode::OK);
    assert_ne!(is_signed_in(&mut laptop).await, is_signed_in(&mut phone).await);
}

/// Earlier versions wrote sessions without the browser.
#[tokio::test]
async fn a_session_of_a_version_before_is_a_browser() {
    let site = TestSite::new().await;
    let (mut laptop, mut phone) = (signed_in(&site, ADDRESS, FIREFOX).await, signed_in(&site, ADDRESS, SAFARI).await);
    site.execute("UPDATE session SET data = json_remove(data, '$[0].browser', '$[0].signed_in', '$[0].prolonged')");
    let page = account_page(&mut laptop).await;
    assert_eq!(names(&page), ["A browser", "A browser"]);
    laptop.submit("/api/sign-out-browser", &[("browser", &handles(&page)[0])]).await;
    assert!(!is_signed_in(&mut phone).await);
}
