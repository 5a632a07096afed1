use crate::world::World;
use server::sign_up::ports::Records;

/// The contents of the database's files, including its journal.
fn bytes(world: &World) -> Vec<u8> {
    let files = std::fs::read_dir(world.database.directory()).expect("a directory");
    files.flat_map(|file| std::fs::read(file.expect("a file").path()).expect("readable")).collect()
}

fn holds(haystack: &[u8], needle: &str) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle.as_bytes())
}

#[tokio::test]
async fn the_store_holds_no_address_of_who_never_finished() {
    let world = World::new().await;
    let mut visitor = world.pending("never-finished@example.org").await;
    world.verify(&mut visitor, &world.mail.wrong_code()).await.expect_err("a wrong code");
    assert!(!holds(&bytes(&world), "never-finished"));
    world.signed_up("finished@example.org").await;
    assert!(holds(&bytes(&world), "finished@example.org"), "the search finds what is there");
}

#[tokio::test]
async fn the_store_holds_neither_token_nor_address_of_who_did_not_ask() {
    let world = World::new().await;
    let visitor = world.pending("never-asked@example.org").await;
    let token = world.mail.last_token();
    world.rules.not_me(&token, &Records::default()).await.expect("a token");
    let session = serde_json::to_string(&visitor).expect("serializable");
    for token in [&token, &token.replace('-', "")] {
        assert!(!holds(&bytes(&world), token) && !session.contains(token));
        assert!(!format!("{:?}", world.mail.sent()).contains(token));
    }
    assert!(!holds(&bytes(&world), "never-asked"));
}

#[tokio::test]
async fn neither_store_nor_session_holds_a_code_or_prints_a_mac() {
    let world = World::new().await;
    let visitor = world.pending("me@example.org").await;
    let code = world.mail.last_code();
    let session = serde_json::to_string(&visitor).expect("serializable");
    assert!(!session.contains(&code), "{session}");
    assert!(!holds(&bytes(&world), &code));
    let printed = format!("{visitor:?} {:?}", world.mail.sent());
    assert!(printed.contains("CodeMac(…)") && !printed.contains(&code) && !printed.contains("me@"), "{printed}");
}
