use super::{Client, SignUpService};
use crate::i18n::Words;
use crate::router::Site;
use crate::router::client_address::client_address;
use crate::sessions::VisitSession;
use crate::sign_up::{ClientKey, Requester};
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::StatusCode;
use axum::http::request::Parts;
use std::net::SocketAddr;

/// Who calls, and the service that does what they ask.
#[derive(Clone)]
pub(in crate::router) struct Caller(pub(in crate::router) SignUpService);

impl FromRequestParts<Site> for Caller {
    type Rejection = StatusCode;

    /// Of a request that the layers of the site have prepared; 500 if one is missing.
    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Self::Rejection> {
        let extensions = &parts.extensions;
        let (Some(session), Some(words), Some(ConnectInfo(peer))) =
            (extensions.get::<VisitSession>(), extensions.get::<Words>(), extensions.get::<ConnectInfo<SocketAddr>>())
        else {
            return Err(StatusCode::INTERNAL_SERVER_ERROR);
        };
        let client = client_address(peer.ip(), &parts.headers, &site.trusted_proxies);
        let requester =
            Requester { device: session.device().clone(), language: words.language(), ..Requester::from(ClientKey::from(client)) };
        Ok(Self(SignUpService {
            site: site.clone(),
            words: words.clone(),
            session: session.clone(),
            requester,
            audit: site.audit.for_request(client),
            client: Client::of(&parts.headers),
        }))
    }
}
