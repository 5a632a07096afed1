use crate::world::World;
use axum::body::Body;
use axum::extract::State;
use axum::http::{Request, StatusCode};
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use axum::{Extension, Router};
use domain::Page;
use server::config::Origin;
use server::sessions::{Flash, FlashMessage, SessionError, Sessions, VisitorSession, with_session};
use server::sign_up::ports::AccountId;
use server::sign_up::{MacKey, SessionId, VisitorState};
use std::sync::Arc;
use tokio::sync::{Semaphore, watch};
use tower::ServiceExt;

/// A site with a handler for each operation on a session. A slow handler reads the session, reports that, and waits for its permit before
/// it writes.
pub(crate) struct Site {
    router: Router,
    slow: Slow,
}

#[derive(Clone)]
struct Slow {
    have_read: watch::Sender<usize>,
    permits: Arc<Semaphore>,
}

/// A response of the site.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) body: String,
    /// The session id in the cookie that was set; empty if the cookie was removed.
    pub(crate) cookie: Option<String>,
}

pub(crate) const ACCOUNT: AccountId = AccountId([7; 16]);

impl Site {
    pub(crate) fn new(world: &World) -> Self {
        let slow = Slow { have_read: watch::Sender::new(0), permits: Arc::new(Semaphore::new(0)) };
        let sessions = Sessions::new(
            world.store.clone(),
            world.clock.clone(),
            &Origin::of(([127, 0, 0, 1], 3000).into()),
            MacKey::new([7; MacKey::LENGTH]),
        );
        let router = Router::new()
            .route("/look", get(look))
            .route("/save", get(save))
            .route("/slow/save", get(slow_save))
            .route("/sign-in", get(sign_in))
            .route("/slow/sign-in", get(slow_sign_in))
            .route("/slow/notice", get(slow_notice))
            .route("/slow/twice", get(slow_twice))
            .route("/end", get(end))
            .route("/end-others", get(end_others))
            .layer(from_fn_with_state(sessions, with_session))
            .with_state(slow.clone());
        Self { router, slow }
    }

    /// Sends a request with this session's cookie.
    pub(crate) async fn get(&self, path: &str, session: Option<&str>) -> Answer {
        let mut request = Request::builder().uri(path);
        if let Some(id) = session {
            request = request.header("cookie", format!("mailcode-3000={id}"));
        }
        let response = self.router.clone().oneshot(request.body(Body::empty()).expect("a request")).await.expect("a response");
        assert_eq!(response.status(), StatusCode::OK);
        let set = response.headers().get("set-cookie").map(|line| line.to_str().expect("text").to_owned());
        let cookie = set.map(|line| {
            let value = line.strip_prefix("mailcode-3000=").expect("the session's").split(';').next().expect("a value");
            value.to_owned()
        });
        let body = axum::body::to_bytes(response.into_body(), 1024).await.expect("a body");
        Answer { body: String::from_utf8(body.to_vec()).expect("text"), cookie }
    }

    /// Begins a session that is not signed in.
    pub(crate) async fn session(&self) -> String {
        self.get("/save", None).await.cookie.expect("a cookie")
    }

    /// Begins a session and signs it in.
    pub(crate) async fn signed_in(&self) -> String {
        let session = self.session().await;
        self.get("/sign-in", Some(&session)).await.cookie.expect("a cookie")
    }

    /// Waits until this many slow requests have read their session.
    pub(crate) async fn have_read(&self, count: usize) {
        self.slow.have_read.subscribe().wait_for(|read| *read >= count).await.expect("it lives");
    }

    /// Lets all slow requests continue.
    pub(crate) fn go_on(&self) {
        self.slow.permits.add_permits(100);
    }
}

fn told(result: &Result<(), SessionError>) -> String {
    match result {
        Ok(()) => "done",
        Err(SessionError::Conflict) => "overtaken",
        Err(SessionError::Store(_) | SessionError::Value(_) | SessionError::Time) => "failed",
    }
    .to_owned()
}

impl Slow {
    async fn read(&self, session: &VisitorSession) {
        session.visitor().await.expect("a visit");
        self.have_read.send_modify(|count| *count += 1);
        self.permits.acquire().await.expect("open").forget();
    }
}

async fn look(Extension(session): Extension<VisitorSession>) -> String {
    let visitor = session.visitor().await.expect("a visit");
    if visitor.account == Some(ACCOUNT) { "signed in" } else { "signed out" }.to_owned()
}

async fn save(Extension(session): Extension<VisitorSession>) -> String {
    told(&session.save(&VisitorState::default(), SessionId::Kept).await)
}

async fn slow_save(State(slow): State<Slow>, Extension(session): Extension<VisitorSession>) -> String {
    slow.read(&session).await;
    told(&session.save(&VisitorState::default(), SessionId::Kept).await)
}

async fn sign_in(Extension(session): Extension<VisitorSession>) -> String {
    told(&session.save(&VisitorState { account: Some(ACCOUNT), ..VisitorState::default() }, SessionId::Renewed).await)
}

async fn slow_sign_in(State(slow): State<Slow>, Extension(session): Extension<VisitorSession>) -> String {
    slow.read(&session).await;
    sign_in(Extension(session)).await
}

async fn slow_twice(slow: State<Slow>, session: Extension<VisitorSession>) -> String {
    let first = slow_save(slow, session.clone()).await;
    [first, told(&session.put_flash(&Flash::new(Page::Code, FlashMessage::SignedOut)).await)].join(", ")
}

async fn slow_notice(State(slow): State<Slow>, Extension(session): Extension<VisitorSession>) -> String {
    slow.read(&session).await;
    told(&session.put_flash(&Flash::new(Page::Code, FlashMessage::SignedOut)).await)
}

async fn end_others(Extension(session): Extension<VisitorSession>) -> String {
    session.visitor().await.expect("a visit");
    session.end_others(ACCOUNT, &[]).await.expect("the store works").to_string()
}

async fn end(Extension(session): Extension<VisitorSession>) -> String {
    told(&session.end(Vec::new()).await.map(drop))
}
