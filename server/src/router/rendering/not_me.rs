use super::html::{Frame, page};
use super::view_builder::error_title;
use crate::i18n::{Key, Words};
use crate::messages;
use crate::router::Site;
use crate::sessions::Message;
use crate::sign_up::SignUp;
use crate::views::{NotMePage, NotMePageProps};
use axum::response::Response;
use domain::Page;

/// Renders `/not-me`, with a message if there is one.
pub(in crate::router) fn not_me_page(site: &Site, words: &Words, message: Option<Message>) -> Response {
    let title = words.text(Key::NotMeHeading);
    let (title, error) = match message {
        Some(Message::CodesVoided) => (words.text(Key::NotMeDoneHeading), None),
        Some(Message::Refused(refusal)) => (error_title(words, &title), Some(messages::refusal(words, refusal))),
        _ => (title, None),
    };
    let muted_for = messages::duration(words, u32::try_from(SignUp::MUTED_FOR.as_secs()).unwrap_or(u32::MAX));
    let frame = Frame { site, words, page: Page::NotMe, title: app::title(&title, &site.service_name), islands: false, keeps: None };
    let (words, is_done) = (words.clone(), message == Some(Message::CodesVoided));
    page(&frame, move || NotMePage(NotMePageProps { words, error, is_done, muted_for }))
}
