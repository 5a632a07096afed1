//! The server on a database, without its listener, and programs that use it.

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode};
use clap::Parser;
use http_body_util::BodyExt;
use serde_json::Value;
use server::commands::{Application, StartError};
use server::config::{Config, Settings};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use test_support::Html;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

/// A server that was started.
pub(crate) struct Site {
    router: Router,
    shutdown: CancellationToken,
    running: JoinHandle<Result<(), StartError>>,
}

/// A client with its cookies, which stay when the server is started on another database.
#[derive(Clone, Default)]
pub(crate) struct Visitor(BTreeMap<String, String>);

impl Site {
    pub(crate) async fn start(database: &str, flags: &[&str]) -> Self {
        let usual = ["mailcode", "--listen", "127.0.0.1:0", "--public-url", "http://127.0.0.1:3000", "--database-url", database];
        let settings = Settings::try_parse_from(usual.iter().chain(flags)).expect("the settings are known");
        let shutdown = CancellationToken::new();
        let config = Config::try_from(settings).expect("the settings agree");
        let application = Application::build(config, shutdown.clone()).await.expect("the site starts");
        let router = application.router();
        Self { router, shutdown, running: tokio::spawn(application.run()) }
    }

    /// Stops the server, and waits until it has ended.
    pub(crate) async fn stop(self) {
        let Self { router, shutdown, running } = self;
        drop(router);
        shutdown.cancel();
        running.await.expect("no panic").expect("it ends");
    }

    /// Loads a page.
    pub(crate) async fn page(&self, visitor: &mut Visitor, path: &str) -> Html {
        let request = Request::builder().uri(path).header("accept", "text/html");
        let (status, body) = self.send(visitor, request.body(Body::empty()).expect("a request")).await;
        assert_eq!(status, StatusCode::OK, "{body}");
        Html::new(body)
    }

    /// Calls a server function as a program does.
    pub(crate) async fn call(&self, visitor: &mut Visitor, path: &str, fields: &[(&str, &str)]) -> Value {
        let form = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::builder().method("POST").uri(path).header("accept", "application/json");
        let request = request.header("content-type", "application/x-www-form-urlencoded").header("content-length", form.len());
        let request = request.header("sec-fetch-site", "same-origin").body(Body::from(form)).expect("a request");
        let (_, body) = self.send(visitor, request).await;
        serde_json::from_str(&body).expect("JSON")
    }

    /// Asks for a code for this address, and returns the text of the mail.
    pub(crate) async fn mail(&self, visitor: &mut Visitor, address: &str) -> String {
        let answer = self.call(visitor, "/api/request-code", &[("email", address)]).await;
        assert_eq!(answer["Code"]["email"], address, "{answer}");
        let mailbox = self.page(&mut Visitor::default(), "/dev/mailbox").await;
        // The newest mail is the first.
        let mails = mailbox.attributes("a", "href").into_iter().find(|path| path.starts_with("/dev/mailbox/"));
        let mail = self.page(&mut Visitor::default(), &mails.expect("a mail")).await;
        mail.texts("#mail-text").next().expect("a text")
    }

    async fn send(&self, visitor: &mut Visitor, mut request: Request<Body>) -> (StatusCode, String) {
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([192, 0, 2, 1], 50_000))));
        let cookies: Vec<_> = visitor.0.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let headers = request.headers_mut();
        headers.insert("host", "127.0.0.1:3000".parse().expect("a header"));
        headers.insert("cookie", cookies.join("; ").parse().expect("a header"));
        let response = self.router.clone().oneshot(request).await.expect("a response");
        for line in response.headers().get_all("set-cookie") {
            let pair = line.to_str().expect("text").split(';').next().and_then(|pair| pair.split_once('='));
            let (name, value) = pair.expect("a cookie has a name");
            visitor.0.insert(name.to_owned(), value.to_owned());
        }
        let status = response.status();
        let body = response.into_body().collect().await.expect("the body comes to its end").to_bytes();
        (status, String::from_utf8(body.to_vec()).expect("text"))
    }
}
