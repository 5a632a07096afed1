//! The keyboard alone is enough to use the pages.

use crate::support::steps::{ADDRESS, open};
use e2e::{Browser, DevMailbox, Mailcode, Scripting};

const TAB: &str = "\u{e004}";

const ENTER: &str = "\u{e007}";

/// From the first page to the account, and to the sign-out.
#[tokio::test]
async fn the_keyboard_is_enough_to_sign_up_and_out() {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    tab_to(&browser, "#email").await;
    browser.keys(ADDRESS).await;
    tab_to(&browser, "#address-form button").await;
    browser.keys(ENTER).await;
    browser.find("#code").await;
    tab_to(&browser, "#code").await;
    browser.keys(&DevMailbox::new(&mailcode).code(ADDRESS).await).await;
    tab_to(&browser, "#code-form button").await;
    browser.keys(ENTER).await;
    browser.find("main[data-page=account]").await;
    tab_to(&browser, "#sign-out-form button").await;
    browser.keys(ENTER).await;
    browser.find("[data-step=address]").await;
}

/// Presses the tab key until this element has the focus. On the way, the focus must always be visible.
async fn tab_to(browser: &Browser, css: &str) {
    for _ in 0..24 {
        if has_the_focus(browser, css).await {
            return;
        }
        browser.keys(TAB).await;
    }
    panic!("{css} is not reached");
}

/// Whether this element has the focus; asserts that the focused element shows it. In the code field, the box with the caret shows it.
/// Nothing has the focus while a page loads, or while its window is in the background.
async fn has_the_focus(browser: &Browser, css: &str) -> bool {
    let script = format!(
        "const focused = document.activeElement, shown = focused?.id === 'code' ? focused.parentElement.querySelectorAll('i')[focused.parentElement.dataset.caret] : focused; \
         const {{ outlineStyle, outlineWidth }} = getComputedStyle(shown); \
         if (!document.hasFocus() || !focused || focused === document.body) return [false, true, '']; \
         return [focused === document.querySelector('{css}'), outlineStyle === 'solid' && parseFloat(outlineWidth) >= 3, focused.outerHTML]"
    );
    let focus = browser.run(&script).await;
    assert_eq!(focus[1], true, "the focus is not visible on {}", focus[2]);
    focus[0] == true
}
