use super::{Client, SignUpService};
use crate::i18n::Words;
use crate::router::Site;
use crate::router::respond::Outage;
use crate::sessions::VisitorSession;
use crate::sign_up::{ClientKey, Requester};
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::StatusCode;
use axum::http::request::Parts;
use std::net::SocketAddr;

/// Extracts the service for one request, with the request's session, client and language.
#[derive(Clone)]
pub(in crate::router) struct Caller(pub(in crate::router) SignUpService);

impl FromRequestParts<Site> for Caller {
    type Rejection = StatusCode;

    /// Builds the service from the extensions that the site's layers have set; 500 if one is missing.
    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Self::Rejection> {
        let extensions = &parts.extensions;
        let (Some(session), Some(words), Some(ConnectInfo(peer))) =
            (extensions.get::<VisitorSession>(), extensions.get::<Words>(), extensions.get::<ConnectInfo<SocketAddr>>())
        else {
            return Err(StatusCode::INTERNAL_SERVER_ERROR);
        };
        let client = site.clients.of(peer.ip(), &parts.headers);
        let requester =
            Requester { device: session.device().clone(), language: words.language(), ..Requester::from(ClientKey::from(client)) };
        Ok(Self(SignUpService {
            site: site.clone(),
            words: words.clone(),
            session: session.clone(),
            requester,
            audit: site.audit.for_request(client),
            client: Client::of(&parts.headers),
            outage: Outage::default(),
        }))
    }
}
