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

/// `/not-me`, with what there is to tell.
pub(in crate::router) fn not_me_page(site: &Site, words: &Words, message: Option<Message>) -> Response {
    let title = words.say(Key::TitleNotMe);
    let (title, error) = match message {
        Some(Message::CodesVoided) => (words.say(Key::TitleNotMeDone), None),
        Some(Message::Refused(refusal)) => (error_title(words, &title), Some(messages::refusal(words, refusal))),
        _ => (title, None),
    };
    let muted_for = messages::duration(words, u32::try_from(SignUp::MUTED_FOR.as_secs()).unwrap_or(u32::MAX));
    let frame = Frame { site, words, page: Page::NotMe, title: app::title(&title, &site.service_name), islands: false };
    let (words, is_done) = (words.clone(), message == Some(Message::CodesVoided));
    page(&frame, move || NotMePage(NotMePageProps { words, error, is_done, muted_for }))
}
