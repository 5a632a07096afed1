use super::sign_up;
use crate::i18n::{Language, Translations};
use crate::router::Site;
use crate::router::middleware::compression::compress_at;
use crate::router::request::ContentCoding;
use crate::sessions::Sessions;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, VARY};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use http_body_util::BodyExt;
use std::error::Error;
use std::sync::Arc;
use tokio::sync::OnceCell;
use tower_http::CompressionLevel;

type FillError = Box<dyn Error + Send + Sync>;

/// The first page in memory, in every language and coding: about 16 KB for each language, some 250 KB in all. Clones share it.
///
/// For a browser without our cookies, the page depends only on the language and on settings, which do not change while the server runs. Each
/// form of it is made at the first request that needs it, for a visitor about whom nothing is known, so it holds nothing of that request.
#[derive(Clone)]
pub(in crate::router) struct FirstPage(Arc<Inner>);

struct Inner {
    site: Arc<Site>,
    sessions: Sessions,
    pages: [OnceCell<KeptPage>; Language::ALL.len()],
}

/// The page in one language.
struct KeptPage {
    /// The header fields that the page has before any layer adds its own.
    headers: HeaderMap,
    plain: Bytes,
    gzip: OnceCell<Bytes>,
    brotli: OnceCell<Bytes>,
}

impl FirstPage {
    /// Nothing is rendered yet.
    pub(in crate::router) fn new(site: Arc<Site>, sessions: Sessions) -> Self {
        Self(Arc::new(Inner { site, sessions, pages: [const { OnceCell::const_new() }; Language::ALL.len()] }))
    }

    /// The page in this language.
    async fn page(&self, translations: &Translations) -> Result<&KeptPage, FillError> {
        let Inner { site, pages, .. } = &*self.0;
        let page = Language::ALL.iter().zip(pages).find(|(language, _)| **language == translations.language());
        let (_, page) = page.ok_or("a language without a place")?;
        page.get_or_try_init(async || KeptPage::new(sign_up::first_page(site, translations).await?).await).await
    }
}

/// Answers a request for `/` of a browser without our cookies from memory, and leaves any other to the handler: one with a cookie, valid or
/// not, with a query, or with another method than GET and HEAD. The response is the handler's, except that a compressed page is as small as
/// it can be and has a `Content-Length`.
///
/// Inside all layers but `with_session`, so that limits and header fields are those of any page.
pub(in crate::router) async fn from_memory(State(first_page): State<FirstPage>, request: Request, next: Next) -> Response {
    let is_usual = matches!(*request.method(), Method::GET | Method::HEAD) && request.uri().query().is_none();
    let sessions = &first_page.0.sessions;
    let (true, Some(translations)) = (is_usual && !sessions.has_cookie(request.headers()), request.extensions().get::<Translations>())
    else {
        return next.run(request).await;
    };
    let response = match first_page.page(translations).await {
        Ok(page) => page.response(ContentCoding::accepted(request.headers())).await,
        Err(error) => Err(error),
    };
    match response {
        Ok(mut response) => {
            sessions.set_pre_session_cookie(response.headers_mut());
            response
        }
        Err(error) => {
            tracing::error!(error = &*error as &dyn Error, "cannot keep the first page in memory");
            next.run(request).await
        }
    }
}

impl KeptPage {
    async fn new(response: Response) -> Result<Self, FillError> {
        let (parts, body) = response.into_parts();
        if parts.status != StatusCode::OK {
            return Err(format!("the page has the status {}", parts.status).into());
        }
        let plain = body.collect().await?.to_bytes();
        Ok(Self { headers: parts.headers, plain, gzip: OnceCell::new(), brotli: OnceCell::new() })
    }

    /// The page in this coding.
    async fn response(&self, coding: ContentCoding) -> Result<Response, FillError> {
        let (kept, name) = match (coding, coding.name()) {
            (ContentCoding::Gzip, Some(name)) => (&self.gzip, name),
            (ContentCoding::Brotli, Some(name)) => (&self.brotli, name),
            // `compress` adds `Vary`.
            _ => return Ok(respond(&self.headers, self.plain.clone())),
        };
        let body = kept.get_or_try_init(async || compressed(self.plain.clone(), coding).await).await?;
        let mut response = respond(&self.headers, body.clone());
        response.headers_mut().insert(CONTENT_ENCODING, HeaderValue::from_static(name));
        // `compress` adds it only to what does not come compressed.
        response.headers_mut().append(VARY, HeaderValue::from(ACCEPT_ENCODING));
        Ok(response)
    }
}

fn respond(headers: &HeaderMap, body: Bytes) -> Response {
    let mut response = Response::new(Body::from(body));
    // Room for those of the layers.
    response.headers_mut().reserve(20);
    response.headers_mut().extend(headers.clone());
    response
}

/// Compresses as any response of the site, but as much as possible, which takes some milliseconds.
async fn compressed(plain: Bytes, coding: ContentCoding) -> Result<Bytes, FillError> {
    let response = compress_at(CompressionLevel::Best, Response::new(Body::from(plain)), coding).await;
    if response.headers().get(CONTENT_ENCODING).map(HeaderValue::as_bytes) != coding.name().map(str::as_bytes) {
        return Err(format!("the page was not compressed as {coding:?}").into());
    }
    Ok(response.into_body().collect().await?.to_bytes())
}
