//! The cookie of a browser that has verified an address.

use crate::answer::Answer;
use crate::limits::limited;
use crate::site::TestSite;
use domain::Limit;

const ADDRESS: &str = "ada@example.org";

/// The `Set-Cookie` value of the device cookie.
fn device_line(answer: &Answer) -> Option<&str> {
    answer.set_cookies().into_iter().find(|line| line.contains("mailcode-device"))
}

#[tokio::test]
async fn it_comes_with_the_first_verified_address_and_goes_with_the_account() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    let answer = visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    assert_eq!(device_line(&answer), None, "nothing is verified yet");
    let code = site.code_for(ADDRESS).await;
    let answer = visitor.submit("/api/verify-code", &[("code", &code)]).await;
    let line = device_line(&answer).expect("a device cookie");
    for attribute in ["HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=34560000"] {
        assert!(line.split("; ").any(|part| part == attribute), "{attribute} in {line}");
    }
    visitor.submit("/api/sign-out", &[]).await;
    assert!(visitor.cookies.contains_key(&site.cookie("mailcode-device")), "signing out leaves it");
    site.sign_up(&mut visitor, ADDRESS).await;
    visitor.submit("/api/delete-account", &[]).await;
    assert!(!visitor.cookies.contains_key(&site.cookie("mailcode-device")), "{:?}", visitor.cookies);
}

/// Trust in the previous address is useless, and would only displace that in another.
#[tokio::test]
async fn it_vouches_for_the_new_address_alone_after_a_change() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    site.sign_up(&mut visitor, ADDRESS).await;
    let cookie = site.cookie("mailcode-device");
    let before = visitor.cookies[&cookie].clone();
    visitor.submit("/api/new-address", &[("email", "new@example.org")]).await;
    let code = site.code_for("new@example.org").await;
    assert_eq!(visitor.submit("/api/verify-new-address", &[("code", &code)]).await.redirect(), "/account");
    let after = &visitor.cookies[&cookie];
    assert!(after.len() == before.len() && *after != before, "{before} {after}");
}

#[tokio::test]
async fn under_https_it_belongs_to_this_host_alone() {
    let site = TestSite::with(&["--public-url", "https://sign-up.example.org"]).await;
    let mut visitor = site.visitor();
    visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    let code = site.code_for(ADDRESS).await;
    let answer = visitor.submit("/api/verify-code", &[("code", &code)]).await;
    let line = device_line(&answer).expect("a device cookie");
    assert!(line.starts_with("__Host-mailcode-device=") && line.contains("; Secure"), "{line}");
}

#[tokio::test]
async fn a_stranger_cannot_lock_its_owner_out_and_it_signs_nobody_in() {
    let site = TestSite::with(&["--resend-after", "0", "--mails-per-address", "2/1h"]).await;
    let mut owner = site.visitor();
    site.sign_up(&mut owner, ADDRESS).await;
    owner.submit("/api/sign-out", &[]).await;
    site.visitor().call("/api/request-code", &[("email", ADDRESS)]).await;
    limited(&site.visitor().call("/api/request-code", &[("email", ADDRESS)]).await, Limit::MailsPerAddress);

    assert!(owner.cookies.contains_key(&site.cookie("mailcode-device")));
    assert_eq!(owner.get("/account").await.redirect(), "/", "the cookie alone is no account");
    site.sign_up(&mut owner, ADDRESS).await;
}
