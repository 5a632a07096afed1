use super::answer;
use crate::router::actions::Caller;
use crate::router::rendering::not_me_page;
use axum::response::Response;
use domain::Page;

/// `/not-me`: the page to report a mail that was not asked for.
pub(in crate::router) async fn not_me(Caller(service): Caller) -> Response {
    let flash = service.session.take_flash(Page::NotMe).await;
    let page = flash.map(|flash| not_me_page(&service.site, &service.words, flash.and_then(|flash| flash.message)));
    answer(&service.site, &service.words, page.map_err(Into::into))
}
