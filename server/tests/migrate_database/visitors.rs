//! After a move, the server with the same key goes on where it was.

use crate::databases::{File, Postgres, transfer};
use crate::site::{Site, Visitor};
use serde_json::json;
use server::audit::Query;
use server::store::{Database, DatabaseLocation};
use smtp_relay::{code_in, token_in};

/// What visitors have, whatever the database is.
#[derive(Clone)]
struct Visitors {
    /// Is signed in.
    ada: Visitor,
    /// Waits for this code, and has tried a wrong one.
    bob: Visitor,
    code: String,
    token: String,
    /// Waits for a code of an address whose reader did not ask for it.
    eve: Visitor,
}

impl Visitors {
    /// Lets them visit a new server on this file, which then stops. Its key is beside the file.
    async fn visit(file: &File) -> Self {
        let site = Site::start(&file.url(), &[]).await;
        let [mut ada, mut bob, mut eve, mut reader] = [(); 4].map(|()| Visitor::default());
        let code = code_in(&site.mail(&mut ada, "ada@example.org").await);
        assert_eq!(site.call(&mut ada, "/api/verify-code", &[("code", &code)]).await, "Account");
        let token = token_in(&site.mail(&mut eve, "eve@example.net").await);
        site.call(&mut reader, "/api/not-me", &[("token", &token)]).await;
        let mail = site.mail(&mut bob, "bob@example.com").await;
        let (code, token) = (code_in(&mail), token_in(&mail));
        let answer = site.call(&mut bob, "/api/verify-code", &[("code", &wrong(&code, 1))]).await;
        assert_eq!(answer, json!({ "WrongCode": { "tries_left": 4 } }));
        site.stop().await;
        Self { ada, bob, code, token, eve }
    }

    /// Lets them go on at this database.
    async fn go_on(&self, database: &str, key: &str) {
        let site = Site::start(database, &["--secret-key-file", key]).await;
        let Self { mut ada, mut bob, code, token, mut eve } = self.clone();
        assert_eq!(site.page(&mut ada, "/account").await.text("#account-email"), "ada@example.org");
        let answer = site.call(&mut eve, "/api/resend-code", &[]).await;
        assert_eq!(answer["Limited"]["limit"], "Muted", "{answer}");
        let answer = site.call(&mut bob, "/api/resend-code", &[]).await;
        assert_eq!(answer["Limited"]["limit"], "ResendAfter", "{answer}");
        for (typed, tries_left) in [(wrong(&code, 1), 4), (wrong(&code, 2), 3)] {
            let answer = site.call(&mut bob, "/api/verify-code", &[("code", &typed)]).await;
            assert_eq!(answer, json!({ "WrongCode": { "tries_left": tries_left } }), "a repeated code costs no try");
        }
        assert_eq!(site.call(&mut bob, "/api/verify-code", &[("code", &code)]).await, "Account");
        let answer = site.call(&mut Visitor::default(), "/api/not-me", &[("token", &token)]).await;
        assert!(!answer.to_string().contains("Token"), "{answer}");
        site.stop().await;
    }
}

/// Another code than this one.
fn wrong(code: &str, number: u32) -> String {
    format!("{:06}", (code.parse::<u32>().expect("a number") + number) % 1_000_000)
}

/// The events of the audit trail, the oldest first.
async fn trail(location: &DatabaseLocation) -> Vec<String> {
    let database = Database::open_to_read(location).await.expect("a database");
    let query = Query { since: None, address_hash: None, kinds: Vec::new(), limit: 1000 };
    let kept = database.audit_trail().read(&query).await.expect("the trail");
    kept.iter().map(|kept| format!("{kept:?}")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn cookies_codes_and_mutes_work_after_the_move() {
    let (file, postgres, back) = (File::missing(), Postgres::empty().await, File::missing());
    let visitors = Visitors::visit(&file).await;
    let events = trail(&file.location()).await;
    assert!(events.len() > 5, "{events:?}");
    transfer(&file.location(), &postgres.location()).await.expect("moved");
    transfer(&postgres.location(), &back.location()).await.expect("moved back");
    for (location, url) in [(postgres.location(), postgres.url()), (back.location(), &back.url())] {
        assert_eq!(trail(&location).await, events);
        visitors.go_on(url, &file.key()).await;
        assert_eq!(trail(&location).await[..events.len()], events, "new events are added");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_does_not_work_with_another_key() {
    let (file, back) = (File::missing(), File::missing());
    let visitors = Visitors::visit(&file).await;
    transfer(&file.location(), &back.location()).await.expect("moved");
    let site = Site::start(&back.url(), &[]).await;
    let (mut ada, mut bob) = (visitors.ada, visitors.bob);
    assert_eq!(site.page(&mut ada, "/account").await.text("#account-email"), "ada@example.org");
    let answer = site.call(&mut bob, "/api/verify-code", &[("code", &visitors.code)]).await;
    assert_eq!(answer, json!({ "WrongCode": { "tries_left": 3 } }));
    site.stop().await;
}
