use domain::Page;
use leptos::either::Either;
use leptos::prelude::*;
use std::sync::Arc;

/// Where the page's files are: paths on this server, hashed.
#[derive(Clone, Debug)]
pub struct Assets {
    /// The stylesheet.
    pub stylesheet: Arc<str>,
    /// The service's logo, if it has one.
    pub logo: Option<Arc<str>>,
    /// The module that starts the islands.
    pub start: &'static str,
    /// The module that loads the wasm.
    pub script: &'static str,
    /// The wasm.
    pub wasm: &'static str,
    /// The module that finds a proof of work, by the next three.
    pub prove: &'static str,
    /// Its worker.
    pub worker: &'static str,
    /// The worker's module that loads the next.
    pub solver: &'static str,
    /// The worker's wasm.
    pub solver_wasm: &'static str,
    /// The icon.
    pub icon: &'static str,
}

/// The HTML document around a page. It writes its own script tags: the page has no inline script, so that
/// the content security policy needs neither nonce nor hash.
#[component]
pub fn Shell(
    /// What the window is called, as [`title`] makes it.
    title: String,
    /// The service's name.
    service_name: String,
    /// Where the files are.
    assets: Assets,
    /// The language of the page, as a tag (BCP 47).
    language: &'static str,
    /// Which way it is written: `ltr` or `rtl`.
    direction: &'static str,
    /// The languages that there are.
    languages: LanguageMenu,
    /// The page, to come back to once another language is chosen.
    page: Page,
    /// Whether the page has an island to bring to life.
    islands: bool,
    /// The page.
    children: Children,
) -> impl IntoView {
    let scripts = islands.then(|| {
        view! {
            // Of low priority, since the style alone is needed for what is seen first.
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
        }
    });
    let home = match assets.logo {
        Some(logo) => Either::Left(view! { <img class="logo" src=logo alt=service_name/> }),
        None => Either::Right(service_name),
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
                <link rel="stylesheet" href=assets.stylesheet/>
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

/// What the menu of languages says.
#[derive(Clone, Debug)]
pub struct LanguageMenu {
    /// What it is for.
    pub label: String,
    /// Its button.
    pub button: String,
    /// The languages.
    pub choices: Vec<LanguageChoice>,
}

/// A language in the menu.
#[derive(Clone, Copy, Debug)]
pub struct LanguageChoice {
    /// Its tag (BCP 47).
    pub tag: &'static str,
    /// What its speakers call it.
    pub name: &'static str,
    /// Whether it is that of the page.
    pub is_chosen: bool,
}

/// Where another language is chosen, by a plain form.
#[component]
fn LanguageForm(languages: LanguageMenu, page: Page) -> impl IntoView {
    let choices = languages.choices.into_iter().map(|LanguageChoice { tag, name, is_chosen }| {
        view! { <option value=tag lang=tag selected=is_chosen>{name}</option> }
    });
    view! {
        <form id="language-form" method="post" action=LANGUAGE>
            <input type="hidden" name="back" value=page.path()/>
            <label for="language">{languages.label}</label>
            <select id="language" name="language" autocomplete="off">{choices.collect_view()}</select>
            <button type="submit">{languages.button}</button>
        </form>
    }
}

/// The path to which the menu of languages posts.
pub const LANGUAGE: &str = "/api/language";

/// What the window is called: the page's name before the service's.
#[must_use]
pub fn title(page: &str, service_name: &str) -> String {
    format!("{page} – {service_name}")
}
