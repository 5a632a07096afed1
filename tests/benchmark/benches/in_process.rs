//! Micro-benchmarks of what the server does in its own process: a page, from the request to the last byte of the response, through every
//! layer of the site; a MAC; and a mail, from the address to the relay's acceptance.
//!
//! The functions that render a mail are private. So the mail is measured by what contains them: the mailer, over a connection that is kept
//! open to a relay in this process, which takes part of the time.

#![allow(clippy::expect_used, reason = "a benchmark that cannot run ends with a reason")]

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::header::{ACCEPT, ACCEPT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, COOKIE, HOST, SET_COOKIE};
use axum::http::{HeaderMap, Request, StatusCode};
use clap::Parser;
use criterion::{BatchSize, Criterion};
use domain::{Delivery, EmailAddress, OneTimeCode};
use http_body_util::BodyExt;
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject;
use secrecy::SecretString;
use server::commands::Application;
use server::config::{Config, Settings};
use server::i18n::Language;
use server::mail::{Credentials, Mailer, Relay, Route, Secret, Sender, TlsMode};
use server::sign_up::ports::{CodeMail, CodePurpose, Mail};
use server::sign_up::{CanonicalAddress, MacKey, Timestamp};
use smtp_relay::{Sink, SinkOptions};
use std::collections::BTreeMap;
use std::hint::black_box;
use std::net::SocketAddr;
use std::time::Duration;
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tokio::sync::{mpsc, watch};
use tokio_util::sync::{CancellationToken, DropGuard};
use tower::ServiceExt;

const USERNAME: &str = "bench";
const PASSWORD: &str = "a-secret-password";
const FROM: &str = "Bench <bench@example.org>";
const ADDRESS: &str = "ada@example.org";

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let mut criterion = Criterion::default().configure_from_args();
    pages(&mut criterion, &runtime);
    mac(&mut criterion);
    mail(&mut criterion, &runtime);
    criterion.final_summary();
}

fn pages(criterion: &mut Criterion, runtime: &Runtime) {
    let mut site = runtime.block_on(Site::start());
    let stranger = Browser::new(&site);
    let mut waiting = Browser::new(&site);
    let mut signed_in = Browser::new(&site);
    runtime.block_on(async {
        site.request_code(&mut waiting, "grace@example.org").await;
        let code = site.request_code(&mut signed_in, ADDRESS).await;
        assert_eq!(signed_in.post("/api/verify-code", &format!("code={code}")).await, StatusCode::OK);
    });
    for (name, browser, path) in [("first page", stranger, "/"), ("code page", waiting, "/code"), ("account page", signed_in, "/account")] {
        criterion.bench_function(name, |bencher| {
            bencher.to_async(runtime).iter_batched(|| browser.load(path), |request| browser.finish(request), BatchSize::SmallInput);
        });
    }
}

fn mac(criterion: &mut Criterion) {
    let key = MacKey::new([7; MacKey::LENGTH]);
    let address = CanonicalAddress::parse(ADDRESS).expect("an address");
    criterion.bench_function("MAC of an address", |bencher| bencher.iter(|| key.audit_hash(black_box(&address))));
}

fn mail(criterion: &mut Criterion, runtime: &Runtime) {
    let sink = runtime.block_on(Sink::start(SinkOptions::default()));
    let mailer = {
        let _entered = runtime.enter();
        mailer(&sink)
    };
    let mail = CodeMail {
        to: CanonicalAddress::new(EmailAddress::parse(ADDRESS).expect("an address")).expect("a mail domain"),
        code: OneTimeCode::from_number(123_456).expect("a code"),
        lifetime: Duration::from_secs(600),
        issued_at: Timestamp::from_millis(1_795_442_400_000),
        language: Language::default(),
        not_me: "K7QM-2XRD-9FHT".parse().expect("a token"),
        purpose: CodePurpose::SignUp,
    };
    criterion.bench_function("mail, written and accepted by a relay in this process", |bencher| {
        bencher.to_async(runtime).iter(|| async {
            let (slot, progress) = (mailer.reserve().expect("a slot"), watch::Sender::new(Delivery::Sending));
            assert_eq!(mailer.send(mail.clone().into(), slot, &progress).await.delivery, Delivery::Accepted);
        });
    });
}

fn mailer(sink: &Sink) -> Mailer {
    let relay = Relay {
        host: "localhost".to_owned(),
        port: sink.port,
        tls: TlsMode::StartTls,
        credentials: Some(Credentials { username: USERNAME.to_owned(), secret: Secret::Password(SecretString::from(PASSWORD)) }),
        extra_roots: vec![CertificateDer::from_pem_slice(sink.root.as_bytes()).expect("PEM made by rcgen")],
    };
    let not_me = "https://sign-up.example.org/not-me".to_owned();
    let sender = Sender::new(FROM.parse().expect("a mailbox"), "Mailcode", "localhost", not_me).expect("a sender");
    Mailer::new(Route::from(relay), sender, CancellationToken::new()).expect("a mailer")
}

/// The whole site without its listener, with a database of its own.
struct Site {
    application: Application,
    /// The codes of the mails.
    codes: mpsc::UnboundedReceiver<String>,
    _sink: Sink,
    _directory: TempDir,
    _running: DropGuard,
}

impl Site {
    async fn start() -> Self {
        let directory = tempfile::tempdir().expect("a directory");
        let (sender, codes) = mpsc::unbounded_channel();
        let sink = Sink::start_with(SinkOptions::default(), move |_, source| {
            let _ = sender.send(smtp_relay::Mail::parse(source).code());
        })
        .await;
        let root = directory.path().join("root.pem");
        std::fs::write(&root, &sink.root).expect("written");
        let (database, port) = (format!("sqlite://{}", directory.path().join("mailcode.db").display()), sink.port.to_string());
        let settings = Settings::parse_from([
            "mailcode",
            "--listen",
            "127.0.0.1:0",
            "--database-url",
            &database,
            "--smtp-host",
            "localhost",
            "--smtp-port",
            &port,
            "--smtp-ca-file",
            &root.to_string_lossy(),
            "--smtp-username",
            USERNAME,
            "--smtp-password",
            PASSWORD,
            "--mail-from",
            FROM,
        ]);
        let config = Config::try_from(settings).expect("settings that agree");
        let shutdown = CancellationToken::new();
        let application = Application::build(config, shutdown.clone()).await.expect("it starts");
        Self { application, codes, _sink: sink, _directory: directory, _running: shutdown.drop_guard() }
    }

    /// Requests a code, and returns it once it was sent.
    async fn request_code(&mut self, browser: &mut Browser, address: &str) -> String {
        let fields = format!("email={}", address.replace('@', "%40"));
        assert_eq!(browser.post("/api/request-code", &fields).await, StatusCode::OK);
        self.codes.recv().await.expect("a mail")
    }
}

/// A client with its cookies.
struct Browser {
    router: Router,
    cookies: BTreeMap<String, String>,
}

impl Browser {
    fn new(site: &Site) -> Self {
        Self { router: site.application.router(), cookies: BTreeMap::new() }
    }

    /// The request of a page, as a browser sends it.
    fn load(&self, path: &str) -> Request<Body> {
        let request = Request::get(path).header(ACCEPT, "text/html").header(ACCEPT_ENCODING, "gzip, br");
        self.with_cookies(request.body(Body::empty()).expect("a request"))
    }

    /// Sends the request of a page, and receives all of the page.
    async fn finish(&self, request: Request<Body>) {
        let response = self.router.clone().oneshot(request).await.expect("a response");
        assert_eq!(response.status(), StatusCode::OK);
        let page = response.into_body().collect().await.expect("a body").to_bytes();
        assert!(!page.is_empty());
    }

    /// Posts a form as a program does, and keeps the cookies of the response.
    async fn post(&mut self, path: &str, fields: &str) -> StatusCode {
        let request = Request::post(path)
            .header(ACCEPT, "application/json")
            .header("sec-fetch-site", "same-origin")
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(CONTENT_LENGTH, fields.len());
        let request = self.with_cookies(request.body(Body::from(fields.to_owned())).expect("a request"));
        let response = self.router.clone().oneshot(request).await.expect("a response");
        self.keep_cookies(response.headers());
        response.status()
    }

    fn with_cookies(&self, mut request: Request<Body>) -> Request<Body> {
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([198, 51, 100, 20], 50_000))));
        let headers = request.headers_mut();
        headers.insert(HOST, "localhost".parse().expect("a header"));
        if !self.cookies.is_empty() {
            let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            headers.insert(COOKIE, cookies.join("; ").parse().expect("a header"));
        }
        request
    }

    fn keep_cookies(&mut self, headers: &HeaderMap) {
        for line in headers.get_all(SET_COOKIE) {
            let pair = line.to_str().expect("ASCII").split(';').next().unwrap_or_default();
            let (name, value) = pair.split_once('=').expect("a cookie has a name");
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}
