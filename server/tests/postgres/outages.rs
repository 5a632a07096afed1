use crate::world::{NOW, World, issue, parsed, records};
use server::sign_up::ports::{IssueOutcome, Lookup, Records, Store, StoreError};
use server::store::{PostgresProblem, PostgresStore};
use std::time::Duration;
use test_support::postgres::Cluster;

fn problem<T: std::fmt::Debug>(result: Result<T, StoreError>) -> PostgresProblem {
    let error = result.expect_err("unusable");
    assert!(matches!(error, StoreError::Unavailable(_)), "{error:?}");
    PostgresProblem::behind(&error)
}

#[tokio::test]
async fn a_store_outlives_an_outage_of_the_server() {
    let mut cluster = Cluster::start().await;
    cluster.create("mailcode", None).await;
    let store = PostgresStore::open(&parsed(&cluster.url("mailcode"))).await.expect("a database");
    for (number, signal) in (1..).zip(["INT", "QUIT"]) {
        let issued = store.issue_code(&issue(number), &Records::default(), NOW).await;
        assert!(matches!(issued, Ok(IssueOutcome::Issued(_))), "{issued:?}");
        cluster.stop(signal);
        for _ in 0..3 {
            let found = problem(store.issue_code(&issue(number + 10), &Records::default(), NOW).await);
            assert!(matches!(found, PostgresProblem::Unreachable | PostgresProblem::Stopping), "{found:?}");
            problem(store.look_up(&Lookup::default(), NOW).await);
            problem(store.try_write().await);
        }
        cluster.start_again().await;
        store.try_write().await.expect("it works again");
        let lookup = Lookup { codes: vec![issue(number).code.id, issue(number + 10).code.id], ..Lookup::default() };
        let notes = store.look_up(&lookup, NOW).await.expect("read").deliveries;
        assert_eq!(notes.iter().map(Option::is_some).collect::<Vec<_>>(), [true, false], "what was reported as written, and no more");
    }
}

/// As by an operator, or by a restart that is over before the next request.
#[tokio::test]
async fn connections_that_were_ended_while_unused_are_replaced() {
    let world = World::new().await;
    world.store.try_write().await.expect("a connection");
    // Longer than a connection may be unused without a test.
    tokio::time::sleep(Duration::from_millis(1100)).await;
    let end = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = 'mailcode'";
    assert_eq!(world.number(end).await, 1);
    world.store.try_write().await.expect("another connection");
}

#[tokio::test]
async fn a_database_that_became_read_only_is_unavailable() {
    let world = World::new().await;
    let name = world.text("SELECT current_database()::text").await;
    world.execute(&format!("ALTER DATABASE {name} SET default_transaction_read_only = on")).await.expect("changed");
    let store = PostgresStore::open_without_migrating(&parsed(&world.url)).await.expect("it can be read");
    assert_eq!(problem(store.try_write().await), PostgresProblem::ReadOnly);
    assert_eq!(problem(store.issue_code(&issue(1), &Records::default(), NOW).await), PostgresProblem::ReadOnly);
    assert_eq!(problem(Store::write(&store, &records("never")).await), PostgresProblem::ReadOnly);
    store.look_up(&Lookup::default(), NOW).await.expect("reading works");
}

#[tokio::test]
async fn a_server_without_free_connections_is_unavailable() {
    let world = World::new().await;
    let name = world.text("SELECT current_database()::text").await;
    // A superuser is exempt from the limit of a database, so that another role is needed.
    world.execute(&format!("CREATE ROLE crowded_{name} LOGIN CONNECTION LIMIT 0")).await.expect("created");
    let url = world.url.replace("mailcode@", &format!("crowded_{name}@"));
    let error = PostgresStore::open_without_migrating(&parsed(&url)).await.expect_err("no connection");
    assert_eq!(error.to_string(), PostgresProblem::TooManyConnections.to_string());
}
