//! `docs/monitoring.md` documents exactly the metrics, the kinds of audit events and the words that explain them.

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use clap::{Parser, ValueEnum};
use domain::{AddressError, CodeError, Delivery, DeliveryFailure, Limit, Refusal};
use http_body_util::BodyExt;
use server::audit::{Event, EventKind};
use server::commands::Application;
use server::config::{Config, Settings};
use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use strum::VariantArray;
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

const DOCUMENT: &str = include_str!("../docs/monitoring.md");

/// The type of a metric and the names of its labels.
type Metric = (String, Vec<String>);

#[tokio::test]
async fn the_document_names_exactly_the_metrics_that_there_are() {
    let documented: BTreeMap<String, Metric> = rows("| metric | type | labels | meaning |")
        .into_iter()
        .map(|cells| (code(cells[0]), (cells[1].to_owned(), cells[2].split(", ").filter(|label| !label.is_empty()).map(code).collect())))
        .collect();
    assert_eq!(documented, metrics(&exposition().await));
}

#[test]
fn the_document_names_exactly_the_kinds_of_events_that_there_are() {
    let documented: BTreeSet<String> = rows("| kind | what happened | `detail` |").into_iter().map(|cells| code(cells[0])).collect();
    let known: BTreeSet<String> = EventKind::value_variants().iter().map(|kind| kind.name()).collect();
    assert_eq!(documented, known);
}

#[test]
fn the_document_names_every_word_that_explains_an_event_or_a_metric() {
    let documented: BTreeMap<String, String> =
        rows("| word | kind of the event | meaning |").into_iter().map(|cells| (code(cells[0]), code(cells[1]))).collect();
    let known: BTreeMap<String, String> =
        events().into_iter().filter_map(|event| Some((event.detail()?.to_owned(), event.kind().name()))).collect();
    assert_eq!(documented, known);
}

/// Every event that has a detail.
fn events() -> Vec<Event> {
    let deliveries = DeliveryFailure::VARIANTS.iter().copied().map(Delivery::Failed).chain([Delivery::Unknown]);
    let limits = Limit::VARIANTS.iter().map(|limit| Refusal::Limited { limit: *limit, retry_after: 1 });
    let refusals = REFUSALS.into_iter().chain(limits).inspect(|refusal| assert!(is_listed(*refusal)));
    deliveries.map(Event::Mailed).chain(refusals.map(Event::Refused)).chain([Event::SignedOutElsewhere]).collect()
}

/// The refusals besides those of limits, and besides [`Refusal::NoAnswer`], which only a browser creates.
const REFUSALS: [Refusal; 17] = [
    Refusal::Address(AddressError::Empty),
    Refusal::Domain,
    Refusal::Code(CodeError::Empty),
    Refusal::WrongCode { tries_left: 1 },
    Refusal::Expired,
    Refusal::AlreadyUsed,
    Refusal::Voided,
    Refusal::TriesSpent,
    Refusal::Conflict,
    Refusal::NothingPending,
    Refusal::NotSignedIn,
    Refusal::Token,
    Refusal::AddressTaken,
    Refusal::Malformed,
    Refusal::CrossSite,
    Refusal::NoCookie,
    Refusal::Internal,
];

/// Compiles only while it names every refusal: a new one has to be added here and to [`REFUSALS`].
const fn is_listed(refusal: Refusal) -> bool {
    match refusal {
        Refusal::Address(_)
        | Refusal::Domain
        | Refusal::Code(_)
        | Refusal::WrongCode { .. }
        | Refusal::Expired
        | Refusal::AlreadyUsed
        | Refusal::Voided
        | Refusal::TriesSpent
        | Refusal::Limited { .. }
        | Refusal::Conflict
        | Refusal::NothingPending
        | Refusal::NotSignedIn
        | Refusal::Token
        | Refusal::AddressTaken
        | Refusal::Malformed
        | Refusal::CrossSite
        | Refusal::NoCookie
        | Refusal::Internal => true,
        Refusal::NoAnswer => false,
    }
}

/// The cells of each row of the document's table with this header.
fn rows(head: &str) -> Vec<Vec<&'static str>> {
    let (_, table) = DOCUMENT.split_once(head).unwrap_or_else(|| panic!("the document has the table {head}"));
    let lines = table.lines().skip(2).take_while(|line| line.starts_with('|'));
    lines.map(|line| line.trim_matches('|').split('|').map(str::trim).collect()).collect()
}

fn code(cell: &str) -> String {
    cell.strip_prefix('`').and_then(|cell| cell.strip_suffix('`')).unwrap_or_else(|| panic!("{cell} is code")).to_owned()
}

/// The text of `/metrics` after a request for a code and its mail: a metric without a sample would not be in it.
async fn exposition() -> String {
    let directory = tempfile::tempdir().expect("a directory");
    let database = format!("sqlite://{}", directory.path().join("mailcode.db").display());
    let settings = Settings::try_parse_from(["mailcode", "--listen", "127.0.0.1:0", "--database-url", &database]).expect("known settings");
    let config = Config::try_from(settings).expect("settings that agree");
    let shutdown = CancellationToken::new();
    let application = Application::build(config, shutdown.clone()).await.expect("the site starts");
    let _running = shutdown.drop_guard();

    let request = Request::post("/api/request-code")
        .extension(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 50_000))))
        .header("host", "localhost")
        .header("origin", application.url(""))
        .header("content-type", "application/x-www-form-urlencoded");
    let request = request.body(Body::from("email=visitor%40example.org")).expect("a request");
    assert!(application.router().oneshot(request).await.expect("a response").status().is_success());

    let response = application.admin_router().oneshot(Request::get("/metrics").body(Body::empty()).expect("a request")).await;
    let body = response.expect("a response").into_body().collect().await.expect("a body").to_bytes();
    String::from_utf8(body.to_vec()).expect("a text")
}

/// Every metric in a text in the format `OpenMetrics`, by its name.
fn metrics(exposition: &str) -> BTreeMap<String, Metric> {
    let types: BTreeMap<&str, &str> = exposition.lines().filter_map(|line| line.strip_prefix("# TYPE ")?.split_once(' ')).collect();
    let samples = exposition.lines().filter(|line| !line.starts_with('#'));
    let metrics = samples.map(|sample| {
        let (series, _) = sample.rsplit_once(' ').expect("a sample has a value");
        let (name, labels) = series.split_once('{').unwrap_or((series, ""));
        let family = ["_total", "_info"].into_iter().find_map(|suffix| name.strip_suffix(suffix)).unwrap_or(name);
        let labels = labels.trim_end_matches('}').split(',').filter_map(|label| label.split_once('='));
        (name.to_owned(), (types[family].to_owned(), labels.map(|(label, _)| label.to_owned()).collect()))
    });
    metrics.collect()
}
