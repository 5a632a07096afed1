use domain::Page;
use leptos::either::Either;
use leptos::prelude::*;
use std::sync::Arc;

/// Paths of the files that a page loads. Each contains a hash of the content.
#[derive(Clone, Debug)]
pub struct Assets {
    /// The style of the page.
    pub style: Style,
    /// The service's logo, if it has one.
    pub logo: Option<Arc<str>>,
    /// The module that starts the islands.
    pub start: &'static str,
    /// The module that loads the wasm.
    pub script: &'static str,
    /// The wasm.
    pub wasm: &'static str,
    /// The module that finds a proof of work, with the worker below.
    pub prove: &'static str,
    /// The script of the worker.
    pub worker: &'static str,
    /// The module that loads the worker's wasm.
    pub solver: &'static str,
    /// The worker's wasm.
    pub solver_wasm: &'static str,
    /// The icon.
    pub icon: &'static str,
}

/// The style of a page.
#[derive(Clone, Debug)]
pub enum Style {
    /// The stylesheet at this path.
    File(Arc<str>),
    /// These rules, for a page that cannot load files from this server.
    Inline(&'static str),
}

/// The HTML document around a page. It writes its own script tags and no inline script, so that the content security policy needs neither
/// nonce nor hash.
#[component]
pub fn Shell(
    /// Title of the document, from [`title`].
    title: String,
    /// The service's name.
    service_name: String,
    /// Paths of the files.
    assets: Assets,
    /// The language of the page, as a tag (BCP 47).
    language: &'static str,
    /// Writing direction: `ltr` or `rtl`.
    direction: &'static str,
    /// The language menu.
    languages: LanguageMenu,
    /// The page, to return to after the language has changed.
    page: Page,
    /// Whether the page has an island to hydrate.
    islands: bool,
    /// Content of the page.
    children: Children,
) -> impl IntoView {
    let has_files = matches!(assets.style, Style::File(_));
    let scripts = if islands {
        Either::Left(view! {
            // Low priority, since the first paint needs only the stylesheet.
            <link rel="modulepreload" href=assets.script fetchpriority="low"/>
            <link rel="preload" href=assets.wasm r#as="fetch" type="application/wasm" crossorigin="anonymous" fetchpriority="low"/>
            <script
                type="module"
                fetchpriority="low"
                src=assets.start
                data-script=assets.script
                data-wasm=assets.wasm
                data-prove=assets.prove
                data-worker=assets.worker
                data-solver=assets.solver
                data-solver-wasm=assets.solver_wasm
            ></script>
        })
    } else {
        // Reloads a page that the browser restores from its back/forward cache: the visitor may have signed out since.
        Either::Right(has_files.then(|| view! { <script type="module" fetchpriority="low" src=assets.start></script> }))
    };
    let home = match assets.logo {
        Some(logo) => Either::Left(view! { <img class="logo" src=logo alt=service_name/> }),
        None => Either::Right(service_name),
    };
    let style = match assets.style {
        Style::File(path) => Either::Left(view! { <link rel="stylesheet" href=path/> }),
        Style::Inline(rules) => Either::Right(view! { <style>{rules}</style> }),
    };
    view! {
        <!DOCTYPE html>
        <html lang=language dir=direction>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="robots" content="noindex"/>
                <title>{title}</title>
                <link rel="icon" href=assets.icon type="image/svg+xml"/>
                {style}
                {scripts}
            </head>
            <body>
                <header class="top"><a href="/">{home}</a></header>
                {children()}
                <footer><LanguageForm languages page/></footer>
            </body>
        </html>
    }
}

/// Content of the language menu.
#[derive(Clone, Debug)]
pub struct LanguageMenu {
    /// Label of the menu.
    pub label: String,
    /// Id of the form whose fields are posted with the choice of another language, if the page has one.
    pub form_id: Option<&'static str>,
    /// The languages.
    pub choices: Vec<LanguageChoice>,
}

/// A language in the menu.
#[derive(Clone, Copy, Debug)]
pub struct LanguageChoice {
    /// Language tag (BCP 47).
    pub tag: &'static str,
    /// Name of the language in itself.
    pub name: &'static str,
    /// Whether the page is in this language.
    pub is_chosen: bool,
}

/// The language menu. Each button submits the form of the page, if what was typed can be kept, otherwise a form of its own. In a live
/// island the starting script keeps the typed text instead, since the form may have changed.
#[component]
fn LanguageForm(languages: LanguageMenu, page: Page) -> impl IntoView {
    let LanguageMenu { label, form_id, choices } = languages;
    let chosen = choices.iter().find(|choice| choice.is_chosen).map(|choice| choice.name);
    let choices = choices.into_iter().map(|LanguageChoice { tag, name, is_chosen }| {
        view! {
            <li>
                <button
                    name="language"
                    value=tag
                    lang=tag
                    form=form_id
                    formaction=form_id.map(|_| [LANGUAGE, "?back=", page.path()].concat())
                    aria-current=is_chosen.then_some("true")
                >
                    {name}
                </button>
            </li>
        }
    });
    view! {
        <form id="language-form" method="post" action=LANGUAGE>
            <input type="hidden" name="back" value=page.path()/>
            <details id="language">
                <summary><span class="unseen">{label}": "</span>{chosen}</summary>
                <ul>{choices.collect_view()}</ul>
            </details>
        </form>
    }
}

/// Path to which the language menu is submitted.
pub const LANGUAGE: &str = "/api/language";

/// Title of the document: the page's name, then the service's.
#[must_use]
pub fn title(page: &str, service_name: &str) -> String {
    format!("{page} – {service_name}")
}
