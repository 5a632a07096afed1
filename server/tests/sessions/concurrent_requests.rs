//! Concurrent requests of one browser, all of which have read the session before one writes it.

use crate::site::{Answer, Site};
use crate::world::world;

fn overtaken() -> Answer {
    Answer { body: "overtaken".to_owned(), cookie: None }
}

/// The responses to a slow request and to a quick one that runs between the slow one's reading and its writing.
async fn overtaking(site: &Site, session: &str, slow: &str, quick: &str) -> (Answer, Answer) {
    let between = async {
        site.have_read(1).await;
        let answer = site.get(quick, Some(session)).await;
        site.go_on();
        answer
    };
    tokio::join!(site.get(slow, Some(session)), between)
}

#[tokio::test]
async fn a_slow_write_does_not_undo_a_quicker_one() {
    let world = world().await;
    let site = Site::new(&world);
    let session = site.session().await;
    let (slow, quick) = overtaking(&site, &session, "/slow/notice", "/save").await;
    assert_eq!((slow, quick.body.as_str()), (overtaken(), "done"));
}

/// The store itself would accept the second write, because its version is the next one.
#[tokio::test]
async fn after_a_conflict_a_request_writes_no_more() {
    let world = world().await;
    let site = Site::new(&world);
    let session = site.session().await;
    let (slow, quick) = overtaking(&site, &session, "/slow/twice", "/save").await;
    assert_eq!((slow.body.as_str(), quick.body.as_str()), ("overtaken, overtaken", "done"));
}

#[tokio::test]
async fn a_session_that_was_ended_stays_so_and_its_cookie_too() {
    for path in ["/slow/save", "/slow/notice", "/slow/sign-in"] {
        let world = world().await;
        let site = Site::new(&world);
        let session = site.signed_in().await;
        let (slow, quick) = overtaking(&site, &session, path, "/end").await;
        assert_eq!(quick, Answer { body: "done".to_owned(), cookie: Some(String::new()) });
        assert_eq!(slow, overtaken(), "{path}");
        assert_eq!(site.get("/look", Some(&session)).await, Answer { body: "signed out".to_owned(), cookie: None });
    }
}

/// The slow request must neither remove nor overwrite the cookie of the session that replaced the old one.
#[tokio::test]
async fn a_slow_request_does_not_sign_out_who_has_signed_in_meanwhile() {
    for path in ["/slow/save", "/slow/notice", "/slow/sign-in"] {
        let world = world().await;
        let site = Site::new(&world);
        let session = site.session().await;
        let (slow, quick) = overtaking(&site, &session, path, "/sign-in").await;
        let renewed = quick.cookie.expect("a new session");
        assert_eq!(slow, overtaken(), "{path}");
        assert_ne!(renewed, session);
        assert_eq!(site.get("/look", Some(&renewed)).await.body, "signed in", "{path}");
        assert_eq!(site.get("/look", Some(&session)).await, Answer { body: "signed out".to_owned(), cookie: None }, "{path}");
    }
}

#[tokio::test]
async fn of_two_sign_ins_one_gives_a_new_session() {
    let world = world().await;
    let site = Site::new(&world);
    let session = site.session().await;
    let both = async {
        site.have_read(2).await;
        site.go_on();
    };
    let (first, second, ()) = tokio::join!(site.get("/slow/sign-in", Some(&session)), site.get("/slow/sign-in", Some(&session)), both);
    assert!((first.body == "done") != (second.body == "done"), "{first:?} {second:?}");
    assert!(first == overtaken() || second == overtaken());
}

/// The slow request has read a signed-in session, and writes it after another browser of the account has ended it.
#[tokio::test]
async fn a_session_that_another_browser_ended_does_not_come_back() {
    for path in ["/slow/save", "/slow/notice", "/slow/sign-in"] {
        let world = world().await;
        let site = Site::new(&world);
        let (session, other) = (site.signed_in().await, site.signed_in().await);
        let between = async {
            site.have_read(1).await;
            let answer = site.get("/end-others", Some(&other)).await;
            site.go_on();
            answer
        };
        let (slow, ended) = tokio::join!(site.get(path, Some(&session)), between);
        assert_eq!((slow, ended.body.as_str()), (overtaken(), "1"), "{path}");
        assert_eq!(site.get("/look", Some(&session)).await, Answer { body: "signed out".to_owned(), cookie: None }, "{path}");
        assert_eq!(site.get("/look", Some(&other)).await.body, "signed in");
        assert_eq!(site.get("/end-others", Some(&session)).await.body, "0", "who is signed out ends nobody's session");
        assert_eq!(site.get("/look", Some(&other)).await.body, "signed in");
    }
}
