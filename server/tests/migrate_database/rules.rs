//! After a move, the rules with the same key go on where they were.

use crate::databases::{File, Postgres, location, transfer};
use crate::test_database::TestDatabase;
use crate::world::{FakeMail, HOUR, NoRecords, World, client, refusal};
use domain::{Limit, Refusal, Step};
use server::sessions::SessionStorage;
use server::sign_up::ports::{AccountId, Clock, Ports, Records, SessionHash, SessionRow, SessionWrite};
use server::sign_up::{Limits, MacKey, SignUp, VisitorState};
use server::store::{Database, DatabaseLocation};
use server::system::{FakeClock, SystemRandomness};
use std::sync::Arc;
use tokio_util::task::TaskTracker;

const SESSION: SessionHash = SessionHash([5; 32]);

/// What is in the database of the world, and outside of it.
struct Before {
    /// Has signed up.
    ada: VisitorState,
    ada_id: AccountId,
    /// Waits for a code, and has tried a wrong one.
    bob: VisitorState,
    code: String,
    wrong: String,
    /// Waits for a code of an address whose reader did not ask for it.
    eve: VisitorState,
}

async fn before(world: &World) -> Before {
    let (ada, account) = world.signed_up("ada@example.org").await;
    let session =
        SessionRow { data: "[{\"visit\":true},0]".to_owned(), expires_at: world.clock.now() + HOUR, version: 4, account: Some(account.id) };
    let create = SessionWrite::Create { id: SESSION, row: session, now: world.clock.now() };
    world.store.write(&Records { session: vec![create], ..Records::default() }).await.expect("written").expect("no conflict");
    let eve = world.pending("eve@example.net").await;
    world.not_me(&world.mail.last_token()).await.expect("muted");
    let mut bob = world.pending("bob@example.com").await;
    let (code, wrong) = (world.mail.last_code(), world.mail.wrong_code());
    assert_eq!(world.verify(&mut bob, &wrong).await, Err(Refusal::WrongCode { tries_left: 4 }));
    world.settled().await;
    Before { ada, ada_id: account.id, bob, code, wrong, eve }
}

/// The world without its store, as after the server has stopped.
struct Stopped {
    location: DatabaseLocation,
    clock: Arc<FakeClock>,
    mail: Arc<FakeMail>,
    _file: TestDatabase,
}

impl Stopped {
    fn stop(world: World) -> Self {
        let World { clock, mail, database, .. } = world;
        let location = location(&format!("sqlite://{}", database.directory().join("test.db").display()));
        Self { location, clock, mail, _file: database }
    }

    /// The rules over this database, and its sessions.
    async fn start(&self, location: &DatabaseLocation, key: [u8; 32]) -> (SignUp, Arc<dyn SessionStorage>) {
        let database = Database::open(location).await.expect("a database");
        let ports = Ports {
            clock: self.clock.clone(),
            randomness: Arc::new(SystemRandomness),
            store: database.store(),
            mail: self.mail.clone(),
            mail_recording: Arc::new(NoRecords),
        };
        (SignUp::new(ports, MacKey::new(key), Limits::default(), TaskTracker::new()), database.sessions())
    }
}

async fn goes_on(world: &Stopped, location: &DatabaseLocation, before: &Before) {
    let (rules, sessions) = world.start(location, [7; 32]).await;
    let [ada, mut bob, mut eve] = [&before.ada, &before.bob, &before.eve].map(|visitor| {
        let session = serde_json::to_string(visitor).expect("serializable");
        serde_json::from_str::<VisitorState>(&session).expect("a visit")
    });
    assert_eq!(rules.step(&ada).await.expect("a step"), Step::Account);
    let session = sessions.read(SESSION, world.clock.now()).await.expect("read").expect("a session");
    assert_eq!((session.version, session.data), (4, b"[{\"visit\":true},0]".to_vec()));
    let of_ada = sessions.signed_in(before.ada_id, world.clock.now()).await.expect("read");
    assert_eq!(of_ada.len(), 1, "it is signed in");

    let muted = rules.resend_code(&mut eve, &client("192.0.2.9"), &NoRecords).await.expect_err("muted");
    assert!(matches!(refusal(muted), Refusal::Limited { limit: Limit::Muted, .. }));
    let resent = rules.resend_code(&mut bob, &client("192.0.2.1"), &NoRecords).await.expect_err("it waits");
    assert!(matches!(refusal(resent), Refusal::Limited { retry_after: 60, .. }), "the pause goes on");
    let repeated = rules.verify_code(&mut bob, &before.wrong, &NoRecords).await.expect_err("the same wrong code");
    assert_eq!(refusal(repeated), Refusal::WrongCode { tries_left: 4 }, "a repeated code costs no try");
    let other = rules.verify_code(&mut bob, &world.mail.wrong_code(), &NoRecords).await.expect_err("another wrong code");
    assert_eq!(refusal(other), Refusal::WrongCode { tries_left: 3 });
    rules.verify_code(&mut bob, &before.code, &NoRecords).await.expect("the right code");
    assert_eq!(rules.step(&bob).await.expect("a step"), Step::Account);
}

#[tokio::test]
async fn live_codes_sessions_and_mutes_survive_the_move() {
    let world = World::new().await;
    let before = before(&world).await;
    let world = Stopped::stop(world);
    let (postgres, back) = (Postgres::empty().await, File::missing());
    transfer(&world.location, &postgres.location()).await.expect("moved");
    transfer(&postgres.location(), &back.location()).await.expect("moved back");
    goes_on(&world, &postgres.location(), &before).await;
    goes_on(&world, &back.location(), &before).await;
}

#[tokio::test]
async fn a_live_code_works_with_the_same_key_only() {
    let world = World::new().await;
    let before = before(&world).await;
    let world = Stopped::stop(world);
    let postgres = Postgres::empty().await;
    transfer(&world.location, &postgres.location()).await.expect("moved");
    let (rules, _) = world.start(&postgres.location(), [8; 32]).await;
    let mut bob = before.bob;
    let problem = rules.verify_code(&mut bob, &before.code, &NoRecords).await.expect_err("another key");
    assert_eq!(refusal(problem), Refusal::WrongCode { tries_left: 3 });
}
