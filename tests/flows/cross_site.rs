//! A page of another site tries to act for a visitor.

use crate::support::steps::ADDRESS;
use e2e::{DevMailbox, Mailcode, Visitor};

#[tokio::test]
async fn forms_that_do_not_come_from_our_own_pages_are_refused() {
    let mailcode = Mailcode::start().await;
    let visitor = Visitor::new(&mailcode);
    let forgeries: [&[(&str, &str)]; 6] = [
        &[("Sec-Fetch-Site", "cross-site")],
        &[("Sec-Fetch-Site", "same-site")],
        &[("Sec-Fetch-Site", "cross-site"), ("Origin", mailcode.origin())],
        &[("Origin", "https://example.com")],
        &[("Origin", "null")],
        &[],
    ];
    for headers in forgeries {
        let mut request = visitor.form("/api/request-code", &[("email", ADDRESS)]);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        assert_eq!(Visitor::answer(request).await.status, 403, "{headers:?}");
    }
    assert!(DevMailbox::new(&mailcode).mails(ADDRESS).await.is_empty());
    assert!(visitor.open("/").await.has("[data-step=address]"), "no sign-up was begun");
}

#[tokio::test]
async fn another_site_cannot_sign_a_visitor_out() {
    let mailcode = Mailcode::start().await;
    let visitor = Visitor::new(&mailcode);
    visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    visitor.submit("/api/verify-code", &[("code", &DevMailbox::new(&mailcode).code(ADDRESS).await)]).await;
    for path in ["/api/sign-out", "/api/delete-account"] {
        let forged = visitor.form(path, &[]).header("Sec-Fetch-Site", "cross-site");
        assert_eq!(Visitor::answer(forged).await.status, 403, "{path}");
        assert_eq!(visitor.open("/account").await.text("#account-email"), ADDRESS);
    }
}
