use crate::dev_mailbox;
use crate::i18n::{Key, Language, Words};
use crate::router::Site;
use crate::views::{MailboxHint, MailboxHintProps};
use app::components::{SignUp, SignUpProps};
use app::view::{Form, SignUpView, Text};
use app::{LanguageChoice, LanguageMenu, Shell, ShellProps};
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use domain::Page;
use hydration_context::SsrSharedContext;
use leptos::children::ToChildren;
use leptos::prelude::*;
use std::sync::Arc;

/// What a page needs besides its content.
pub(in crate::router) struct Frame<'a> {
    pub(in crate::router) site: &'a Site,
    /// Texts in the visitor's language.
    pub(in crate::router) words: &'a Words,
    pub(in crate::router) page: Page,
    /// Title of the document.
    pub(in crate::router) title: String,
    /// Whether the page has an island to hydrate.
    pub(in crate::router) islands: bool,
    /// Id of the form whose fields are posted with the choice of another language, if the page has one.
    pub(in crate::router) keeps: Option<&'static str>,
}

/// Renders a page with the sign-up island, which starts with this view.
pub(in crate::router) fn island(site: &Site, words: &Words, page: Page, view: SignUpView) -> Response {
    let title = view.text(match (view.text(Text::Error).is_empty(), view.text(Text::ProblemHeading).is_empty()) {
        (true, _) => Text::Title,
        (false, true) => Text::TitleError,
        (false, false) => Text::TitleProblem,
    });
    let keeps = (view.form == Form::Address).then_some("address-form");
    let frame = Frame { site, words, page, title, islands: true, keeps };
    let (words, mailbox) = (words.clone(), site.has_dev_mailbox.then_some(dev_mailbox::PATH));
    let content = move || (SignUp(SignUpProps { view }), MailboxHint(MailboxHintProps { words, mailbox }));
    respond(with_node_count(html(&frame, content)))
}

/// Renders a page as a response.
pub(in crate::router) fn page<V: IntoView + 'static>(frame: &Frame<'_>, view: impl FnOnce() -> V + Send + 'static) -> Response {
    respond(html(frame, view))
}

/// Renders the page synchronously, since the handler has gathered all data. So there is no stream, and none of the inline scripts by which
/// a stream delivers late content.
fn html<V: IntoView + 'static>(frame: &Frame<'_>, view: impl FnOnce() -> V + Send + 'static) -> String {
    let Frame { site, words, page, title, islands, keeps } = frame;
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let (page, title, islands, service_name) = (*page, title.clone(), *islands, site.service_name.to_string());
    let language = words.language();
    let html = owner.with(|| {
        let children = ToChildren::to_children(view);
        let (languages, tag, direction) = (languages(words, *keeps), language.tag(), language.direction());
        Shell(ShellProps { title, service_name, assets: site.assets(), language: tag, direction, languages, page, islands, children })
            .to_html()
    });
    owner.unset_with_forced_cleanup();
    html
}

fn languages(words: &Words, keeps: Option<&'static str>) -> LanguageMenu {
    let choices = Language::ALL.map(|language| LanguageChoice {
        tag: language.tag(),
        name: language.name(),
        is_chosen: language == words.language(),
    });
    LanguageMenu { label: words.text(Key::LanguageLabel), keeps, choices: choices.to_vec() }
}

fn respond(html: String) -> Response {
    ([(CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response()
}

/// Adds the number of the island's nodes for the starting script. If a browser extension or a translation changes the page before
/// hydration, Leptos would take the wrong nodes for its own.
fn with_node_count(html: String) -> String {
    const START: &str = "<leptos-island ";
    let Some(start) = html.find(START) else { return html };
    let Some(end) = html[start..].find("</leptos-island>") else { return html };
    let nodes = count_nodes(&html[start..start + end]);
    html.replacen(START, &format!("{START}data-nodes=\"{nodes}\" "), 1)
}

/// Counts the nodes that a browser creates inside the first tag: elements, comments and texts. For the site's own HTML only, which omits no
/// end tag and has `>` within a tag only in quotes.
fn count_nodes(html: &str) -> usize {
    let (mut nodes, mut rest, mut is_first) = (0, html, true);
    while let Some(start) = rest.find('<') {
        let has_text = start > 0;
        let is_end = rest[start..].starts_with("</");
        nodes += usize::from(has_text) + usize::from(!is_end && !is_first);
        is_first = false;
        rest = after_tag(&rest[start..]);
    }
    nodes + usize::from(!rest.is_empty())
}

fn after_tag(tag: &str) -> &str {
    let mut quote = None;
    for (place, character) in tag.char_indices() {
        match (quote, character) {
            (None, '>') => return &tag[place + 1..],
            (None, '"') => quote = Some('"'),
            (Some(open), _) if open == character => quote = None,
            _ => {}
        }
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::count_nodes;

    #[test]
    fn nodes_are_counted_as_a_browser_makes_them() {
        for (html, nodes) in [
            ("<leptos-island data-props=\"a > b\">", 0),
            ("<leptos-island>text", 1),
            ("<leptos-island><main><p>a<!>b</p><input value=\"<p>\"></main><!>", 7),
        ] {
            assert_eq!(count_nodes(html), nodes, "{html}");
        }
    }
}
