use super::html::{Frame, html, respond};
use crate::dev_mailbox;
use crate::i18n::{Key, Translations};
use crate::router::Site;
use app::components::{SignUp, SignUpProps};
use app::view::{Form, SignUpView, Text};
use axum::response::Response;
use domain::Page;
use leptos::prelude::*;

/// Renders a page with the sign-up island, which starts with this view.
pub(in crate::router) fn island(site: &Site, translations: &Translations, page: Page, view: SignUpView) -> Response {
    let title = view.text(match (view.text(Text::Error).is_empty(), view.text(Text::ProblemHeading).is_empty()) {
        (true, _) => Text::Title,
        (false, true) => Text::TitleError,
        (false, false) => Text::TitleProblem,
    });
    let form_id = (view.form == Form::Address).then_some("address-form");
    let frame = Frame { site, translations, page, title, islands: true, form_id };
    let (translations, mailbox) = (translations.clone(), site.has_dev_mailbox.then_some(dev_mailbox::PATH));
    let content = move || (SignUp(SignUpProps { view }), MailboxHint(MailboxHintProps { translations, mailbox }));
    respond(with_node_count(html(&frame, content)))
}

/// Links to the development mailbox, if the code is mailed there.
#[component]
fn MailboxHint(translations: Translations, mailbox: Option<&'static str>) -> impl IntoView {
    mailbox.map(|path| {
        let (before, after) = translations.text_around(Key::MailboxHint, "link", &[]);
        view! {
            <aside>
                {before}
                <a href=path target="_blank" rel="noopener">{translations.text(Key::MailboxHintLink)}</a>{after}
            </aside>
        }
    })
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
    for (index, character) in tag.char_indices() {
        match (quote, character) {
            (None, '>') => return &tag[index + 1..],
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
