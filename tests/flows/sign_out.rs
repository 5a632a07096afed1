//! `mailcode sign-out`, while a server runs.

use e2e::{DevMailbox, Mailcode, Visitor};

async fn signed_in(mailcode: &Mailcode, address: &str) -> Visitor {
    let visitor = Visitor::new(mailcode);
    visitor.submit("/api/request-code", &[("email", address)]).await;
    let code = DevMailbox::new(mailcode).code(address).await;
    visitor.submit("/api/verify-code", &[("code", &code)]).await;
    assert!(is_signed_in(&visitor).await);
    visitor
}

async fn is_signed_in(visitor: &Visitor) -> bool {
    visitor.open("/account").await.has("#sign-out-form")
}

#[tokio::test]
async fn the_command_ends_the_sessions_of_one_account_or_of_all() {
    let mailcode = Mailcode::start_with(&[("RESEND_AFTER", "0")]).await;
    let (ada, on_a_phone) = (signed_in(&mailcode, "ada@example.org").await, signed_in(&mailcode, "Ada@example.org").await);
    let bob = signed_in(&mailcode, "bob@example.org").await;

    let exit = mailcode.run(&["sign-out", "ADA@example.org"]).await;
    assert!(exit.status.success() && exit.output.contains("2 sessions ended."), "{}", exit.output);
    assert!(!is_signed_in(&ada).await && !is_signed_in(&on_a_phone).await);
    assert!(is_signed_in(&bob).await, "other accounts stay signed in");

    let exit = mailcode.run(&["sign-out", "--all"]).await;
    assert!(exit.status.success() && exit.output.contains("1 session ended."), "{}", exit.output);
    assert!(!is_signed_in(&bob).await);
    signed_in(&mailcode, "aDa@example.org").await;

    let trail = mailcode.run(&["audit", "--kind", "sessions_ended"]).await;
    let lines: Vec<&str> = trail.output.lines().collect();
    assert!(lines.len() == 2 && lines[0].contains("A...@example.org") && !lines[1].contains('@'), "{}", trail.output);
}

#[tokio::test]
async fn invalid_arguments_are_reported_in_one_line() {
    let mailcode = Mailcode::start().await;
    for (arguments, message) in [
        (&["sign-out", "nobody@example.org"][..], "no account with this address"),
        (&["sign-out"], "<ADDRESS|--all> is missing"),
        (&["sign-out", "no address"], "mailcode: ADDRESS cannot be \"no address\": it is not an e-mail address"),
        (&["sign-out", "--all", "ada@example.org"], "cannot be used with"),
        (&["sign-out", "--all", "--database-url", "sqlite://nowhere/mailcode.db"], "MAILCODE_DATABASE_URL"),
    ] {
        let exit = mailcode.run(arguments).await;
        assert!(!exit.status.success() && exit.output.contains(message), "{arguments:?}: {}", exit.output);
        assert_eq!(exit.output.trim_end().lines().count(), 1, "{}", exit.output);
    }
}
