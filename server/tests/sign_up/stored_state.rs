//! The state that is read from a session is not trusted more than other input.

use crate::world::World;
use domain::Refusal;
use proptest::collection::vec;
use proptest::prelude::*;
use server::sign_up::VisitorState;

/// A stored state with characters changed, inserted or removed.
fn spoilt(written: &str, changes: &[(usize, usize, String)]) -> String {
    let mut characters: Vec<char> = written.chars().collect();
    for (place, count, put_in) in changes {
        let place = place % (characters.len() + 1);
        let end = (place + count).min(characters.len());
        characters.splice(place..end, put_in.chars());
    }
    characters.into_iter().collect()
}

fn any_changes() -> impl Strategy<Value = Vec<(usize, usize, String)>> {
    vec((any::<usize>(), 0..4_usize, prop_oneof!["[0-9]{0,2}", "[\\[\\]{}\",:a-z@.-]{0,2}", "\\PC"]), 1..3)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1))]

    /// A changed state is either refused or written back the same, and breaks nothing.
    #[test]
    fn a_visit_that_was_changed_is_refused_or_read_and_comes_back(all in vec(any_changes(), 300)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let world = World::new().await;
            let visitor = world.pending("me@example.org").await;
            let written = serde_json::to_string(&visitor).expect("JSON");
            let mut read = 0;
            for changes in all {
                let spoilt = spoilt(&written, &changes);
                let Ok(mut changed) = serde_json::from_str::<VisitorState>(&spoilt) else { continue };
                read += 1;
                let again = serde_json::to_string(&changed).expect("JSON");
                assert_eq!(serde_json::from_str::<VisitorState>(&again).expect("a visit"), changed, "{spoilt}");
                world.rules.step(&changed).await.expect("a step");
                // A wrong code is refused, if only for the code; no account is created.
                world.verify(&mut changed, &world.mail.wrong_code()).await.expect_err("a wrong code");
                assert!(world.rules.account(&changed).await.expect("the store answers").is_none(), "{spoilt}");
            }
            assert!(read > 0, "some changes leave it readable");
        });
    }
}

/// A code is bound to these parts of the state.
#[tokio::test]
async fn a_visit_for_another_address_or_sign_up_is_worth_nothing() {
    let world = World::new().await;
    let visitor = world.pending("me@example.org").await;
    let code = world.mail.last_code();
    let written = serde_json::to_string(&visitor).expect("JSON");
    let value: serde_json::Value = serde_json::from_str(&written).expect("JSON");
    let sign_up = value["pending"]["sign_up"].to_string();
    let another = serde_json::to_string(&world.pending("you@example.org").await).expect("JSON");
    let another: serde_json::Value = serde_json::from_str(&another).expect("JSON");
    for changed in
        [written.replace("me@example.org", "eve@example.org"), written.replace(&sign_up, &another["pending"]["sign_up"].to_string())]
    {
        assert_ne!(changed, written);
        let mut changed: VisitorState = serde_json::from_str(&changed).expect("a visit");
        world.verify(&mut changed, &code).await.expect_err("a code for something else");
    }
    for refused in ["me@localhost", "me@example.org\\r\\nBcc: you@example.org", "a@example.org,b@example.org", ""] {
        let changed = written.replace("me@example.org", refused);
        assert!(serde_json::from_str::<VisitorState>(&changed).is_err(), "{changed}");
    }
}

/// The version before trusted devices wrote the state without `budget`, the keys under which uses are counted.
#[tokio::test]
async fn a_visit_without_a_budget_is_still_good() {
    let world = World::new().await;
    let visitor = world.pending("me@example.org").await;
    let mut value = serde_json::to_value(&visitor).expect("JSON");
    value["pending"].as_object_mut().expect("a pending sign-up").remove("budget").expect("its keys");
    let mut old: VisitorState = serde_json::from_value(value).expect("a visit");
    assert_eq!(world.verify(&mut old, &world.mail.wrong_code()).await, Err(Refusal::WrongCode { tries_left: 4 }));
    let of_nobody = "SELECT count(*) FROM bucket_use WHERE key = ''";
    assert_eq!(world.number(of_nobody).await, 0, "the failure counts against the address");
    world.verify(&mut old, &world.mail.last_code()).await.expect("the right code");
}
