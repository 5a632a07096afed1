//! In every state, the pages have no barrier that axe-core finds, in light and dark, on a narrow screen and in large text; and the keyboard
//! alone is enough to use them.

use crate::support::relay::Relay;
use crate::support::steps::{ADDRESS, ask_for_code, open, type_code, wrong_code, wrong_codes};
use e2e::{Browser, DevMailbox, Engine, HostileRelay, Mailcode, Moment, Script, Scripting, Visitor, axe_violations, until};

const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";

/// Asserts that the page shown has no barrier and does not scroll sideways.
async fn assert_no_barrier(browser: &Browser, state: &str) {
    for scheme in ["light", "dark"] {
        browser.prefer("prefers-color-scheme", scheme).await;
        assert_eq!(axe_violations(browser).await, Vec::<String>::new(), "{state}, {scheme}");
    }
    // WCAG 2.2, 1.4.10: a viewport of 320 pixels is as wide as 1280 at 400 %. 1.4.4: text of twice its size.
    for size in ["100%", "200%"] {
        browser.run(&format!("document.documentElement.style.fontSize = '{size}'")).await;
        let overflow = browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth").await;
        assert_eq!(overflow, 0, "{state}: it has to be scrolled sideways at {size}");
    }
    browser.run("document.documentElement.style.fontSize = ''").await;
}

#[tokio::test]
async fn no_state_of_the_sign_up_has_a_barrier() {
    the_sign_up_has_no_barrier(Engine::Chromium).await;
}

pub(crate) async fn the_sign_up_has_no_barrier(engine: Engine) {
    let mailcode = Mailcode::start_with(&[("RESEND_AFTER", "1h")]).await;
    let browser = Browser::start_in(engine, Scripting::On).await;
    browser.resize(320, 640).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    assert_no_barrier(&browser, "address").await;
    browser.type_into("#email", &format!("me@gmial.com{TAB}")).await;
    browser.find("#email-suggestion button").await;
    assert_no_barrier(&browser, "address with a suggestion").await;
    browser.type_into("#email", "me").await;
    browser.click("#address-form button.primary").await;
    browser.find("#email-error").await;
    assert_no_barrier(&browser, "address with an error").await;

    ask_for_code(&browser, ADDRESS).await;
    assert_no_barrier(&browser, "code").await;
    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
    browser.type_into("#code", wrong_code(&code)).await;
    browser.click("#code-form button").await;
    browser.find("#code-error").await;
    assert_no_barrier(&browser, "code with an error").await;
    type_code(&browser, &code).await;
    assert_no_barrier(&browser, "account").await;
    browser.click("#delete summary").await;
    assert_no_barrier(&browser, "account, about to be deleted").await;

    open(&browser, Scripting::On, &mailcode.url("/account/email")).await;
    assert_no_barrier(&browser, "new address").await;
    browser.type_into("#email", "me").await;
    browser.click("#address-form button.primary").await;
    browser.find("#email-error").await;
    assert_no_barrier(&browser, "new address with an error").await;
    browser.type_into("#email", "new@example.org").await;
    browser.click("#address-form button.primary").await;
    browser.find("[data-step=code]").await;
    assert_no_barrier(&browser, "code for the new address").await;
    let code = DevMailbox::new(&mailcode).code("new@example.org").await;
    browser.type_into("#code", wrong_code(&code)).await;
    browser.click("#code-form button").await;
    browser.find("#code-error").await;
    assert_no_barrier(&browser, "code for the new address with an error").await;
    browser.type_into("#code", &code).await;
    browser.click_and_load("#code-form button").await;
    browser.find("#account-done").await;
    assert_no_barrier(&browser, "account with its new address").await;

    browser.click_and_load("form[action='/api/sign-out'] button").await;
    browser.find("#told").await;
    assert_no_barrier(&browser, "signed out").await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, "spent@example.org").await;
    let code = DevMailbox::new(&mailcode).code("spent@example.org").await;
    for (left, wrong) in (0..5).rev().zip(wrong_codes(&code)) {
        browser.type_into("#code", wrong).await;
        browser.click("#code-form button").await;
        if left > 0 {
            until(format!("{left} tries"), async || browser.text("#code-error").await.contains(&left.to_string()).then_some(())).await;
        }
    }
    browser.find("#resend-form .primary").await;
    assert_no_barrier(&browser, "tries spent").await;
}

#[tokio::test]
async fn no_state_of_the_mail_has_a_barrier() {
    let relay = HostileRelay::start(Script::WellBehaved).await;
    let mailcode = Relay::hostile(&relay).mailcode_with(&[("RESEND_AFTER", "0")]).await;
    let browser = Browser::start(Scripting::On).await;
    browser.resize(320, 640).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, "me@gmial.com").await;
    browser.find("#status[data-final]").await;
    browser.find("#meant-form").await;
    browser.find("#resend-offer").await;
    assert_no_barrier(&browser, "code with a suggestion").await;
    browser.type_into("#code", "1234567").await;
    browser.wait_until_gone(".boxes").await;
    assert_no_barrier(&browser, "code that does not fit").await;
    relay.play(Script::Says(Moment::Recipient, "550 5.1.1 no such mailbox\r\n")).await;
    browser.click("#resend-form button").await;
    browser.find("#status.trouble[data-final]").await;
    assert_no_barrier(&browser, "another mail that failed").await;
    browser.click("#change-form button").await;
    ask_for_code(&browser, ADDRESS).await;
    browser.find(".way-out #error-summary:focus").await;
    assert_no_barrier(&browser, "failed mail").await;
}

#[tokio::test]
async fn no_refusal_has_a_barrier() {
    let mailcode = Mailcode::start_with(&[("RESEND_AFTER", "0"), ("MAILS_PER_ADDRESS", "1/1h")]).await;
    let browser = Browser::start(Scripting::On).await;
    browser.resize(320, 640).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    browser.click("#resend-form button").await;
    browser.find("#error-summary").await;
    assert_no_barrier(&browser, "code with a limit").await;

    let mailcode = Mailcode::start().await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    let token = DevMailbox::new(&mailcode).newest(ADDRESS, 1).await.token();
    Visitor::new(&mailcode).submit("/api/not-me", &[("token", &token)]).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    assert_eq!(browser.text("#error-summary.problem h1").await, "Those codes no longer work");
    assert_no_barrier(&browser, "disowned codes").await;
    browser.type_into("#email", ADDRESS).await;
    browser.click("#address-form button.primary").await;
    until("the refusal", async || (browser.text("h1").await == "We can’t send codes to this address").then_some(())).await;
    assert_no_barrier(&browser, "muted address").await;
}

#[tokio::test]
async fn no_other_page_has_a_barrier() {
    let mailcode = Mailcode::start_with(&[("CODE_LIFETIME", "1s")]).await;
    let browser = Browser::start(Scripting::On).await;
    browser.resize(320, 640).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    browser.find(".way-out #error-summary:focus").await;
    assert_no_barrier(&browser, "expired code").await;
    for path in ["/not-me", "/no-such-page", "/dev/mailbox"] {
        browser.open(&mailcode.url(path)).await;
        browser.find("main h1").await;
        assert_no_barrier(&browser, path).await;
    }
    browser.open(&mailcode.url("/not-me")).await;
    browser.type_into("#token", "nonsense").await;
    browser.click("#not-me-form button").await;
    browser.find("#token-error").await;
    assert_no_barrier(&browser, "not me with an error").await;
    let token = DevMailbox::new(&mailcode).newest(ADDRESS, 1).await.token();
    browser.type_into("#token", &token).await;
    browser.click("#not-me-form button").await;
    browser.find("main[data-page=not-me-done]").await;
    assert_no_barrier(&browser, "not me, done").await;
    // The response with status 405 is a page.
    browser.open(&mailcode.url("/api/verify-code")).await;
    browser.find("main[data-page=notice]").await;
    assert_no_barrier(&browser, "405").await;
    browser.open(&mailcode.url("/")).await;
    browser.click("#language summary").await;
    assert_no_barrier(&browser, "the languages").await;
    browser.click("#language button[value=ar]").await;
    browser.find("html[dir=rtl]").await;
    assert_no_barrier(&browser, "Arabic").await;
}

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
    let told = browser.run(&script).await;
    assert_eq!(told[1], true, "the focus is not seen on {}", told[2]);
    told[0] == true
}

/// Announcements appear in live regions that existed before.
#[tokio::test]
async fn the_live_regions_exist_before_their_announcements() {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    for region in ["#email-suggestion", "#proving"] {
        assert_eq!(browser.run(&format!("return document.querySelector('{region}[role=status]').textContent")).await, "", "{region}");
    }
    ask_for_code(&browser, ADDRESS).await;
    for region in ["#status[role=status]", "#resend-news[role=status]"] {
        browser.find(region).await;
    }
}

/// The layout does not shift, neither when the page loads nor when its island hydrates.
#[tokio::test]
async fn the_layout_does_not_shift_while_a_page_loads() {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(Scripting::On).await;
    browser.resize(390, 800).await;
    watch_layout(&browser).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    assert_not_shifted(&browser, "the address").await;
    ask_for_code(&browser, ADDRESS).await;
    open(&browser, Scripting::On, &mailcode.url("/code")).await;
    assert_not_shifted(&browser, "the code").await;
}

/// The layout does not shift when the state of the mail becomes known: a finger may be on its way to the button. The page of the code is
/// shown by the island, or loaded while the mail is on its way.
#[tokio::test]
async fn the_layout_does_not_shift_when_the_mail_is_sent() {
    let relay = HostileRelay::start(Script::WellBehaved).await;
    let mailcode = Relay::hostile(&relay).mailcode_with(&[]).await;
    for (address, is_loaded) in [("ada@gmail.com", false), ("bob@gmail.com", true), (ADDRESS, false), ("you@example.org", true)] {
        let browser = Browser::start(Scripting::On).await;
        browser.resize(390, 800).await;
        watch_layout(&browser).await;
        open(&browser, Scripting::On, &mailcode.url("/")).await;
        relay.play(Script::WaitsAt(Moment::Dot)).await;
        ask_for_code(&browser, address).await;
        if is_loaded {
            open(&browser, Scripting::On, &mailcode.url("/code")).await;
        } else {
            // The form for the code is of another height than the one for the address.
            let painted = "return new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve(window.painted = performance.now()))))";
            browser.run(painted).await;
        }
        let place = "return document.querySelector('#code-form button').getBoundingClientRect().top";
        browser.find("#status:not([data-final])").await;
        let before = browser.run(place).await;
        relay.play(Script::WellBehaved).await;
        browser.find("#status[data-final]").await;
        assert_eq!(browser.run(place).await, before, "{address}");
        assert_not_shifted(&browser, address).await;
    }
}

/// Makes each page remember where its elements are once it is parsed, before the island is hydrated. A slow machine paints a page in
/// pieces while it parses it, which moves the end of the page.
async fn watch_layout(browser: &Browser) {
    let script = "document.addEventListener('DOMContentLoaded', () => { \
                  const all = 'header, main, h1, p, form, label, input, .primary, aside, footer, summary'; \
                  window.parsed = [...document.querySelectorAll(all)].map(node => [node, node.getBoundingClientRect()]); \
                  requestAnimationFrame(() => requestAnimationFrame(() => window.painted = performance.now())) })";
    browser.run_before_pages(script).await;
}

/// Asserts that no element has moved since the page was parsed, and that the cumulative layout shift (CLS) since it was painted is below
/// what any tool shows. A few letters of a sentence may move when a time in it is converted to the local time zone.
async fn assert_not_shifted(browser: &Browser, state: &str) {
    let moved = "return window.parsed.filter(([node, { x, y }]) => { \
                 const now = node.getBoundingClientRect(); \
                 return node.isConnected && now.width && (Math.abs(now.x - x) > 1 || Math.abs(now.y - y) > 1) }).map(([node]) => node.outerHTML)";
    let moved = browser.run(moved).await;
    assert!(moved.as_array().is_some_and(Vec::is_empty), "{state}: {moved}");
    let shifts = "return new Promise(resolve => { const all = []; \
                  new PerformanceObserver(list => all.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true }); \
                  requestAnimationFrame(() => requestAnimationFrame(() => { \
                  const late = all.filter(({ startTime }) => startTime > window.painted); resolve([ \
                  late.reduce((sum, { value }) => sum + value, 0), \
                  late.flatMap(({ sources }) => sources.map(({ node }) => node?.outerHTML ?? node?.nodeName)).filter(node => node != '#text')]) })) })";
    let shifts = browser.run(shifts).await;
    assert!(shifts[0].as_f64().unwrap() < 0.001 && shifts[1].as_array().unwrap().is_empty(), "{state}: {shifts}");
}

/// Each digit is in the middle of its box, from left to right in every language, and the sixth digit moves none of them.
#[tokio::test]
async fn each_digit_is_in_the_middle_of_its_box() {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    browser.type_into("#code", "314159").await;
    for (width, size, direction) in
        [(320, "100%", "ltr"), (320, "200%", "ltr"), (390, "100%", "rtl"), (1280, "100%", "ltr"), (1280, "200%", "rtl"), (3840, "", "ltr")]
    {
        browser.resize(width, 800).await;
        browser.run(&format!("document.documentElement.style.fontSize = '{size}'; document.documentElement.dir = '{direction}'")).await;
        let measure = "const code = document.querySelector('#code'), style = getComputedStyle(code); \
                       const canvas = document.createElement('canvas').getContext('2d'); canvas.font = style.font; \
                       const digit = canvas.measureText('0').width, spacing = parseFloat(style.letterSpacing); \
                       const left = code.getBoundingClientRect().left + parseFloat(style.paddingLeft) - code.scrollLeft; \
                       return [...document.querySelectorAll('.boxes i')].map((box, place) => { \
                       const { left: start, width, height } = box.getBoundingClientRect(); \
                       return [left + place * (digit + spacing) + digit / 2 - start - width / 2, width, height] })";
        let boxes = browser.run(measure).await;
        let boxes = boxes.as_array().unwrap();
        assert_eq!(boxes.len(), 6);
        for measured in boxes {
            let [aside, width, height] = [0, 1, 2].map(|place| measured[place].as_f64().unwrap());
            assert!(aside.abs() < 1.0 && width >= 24.0 && height >= 44.0, "{width} {size} {direction}: {boxes:?}");
        }
    }
}

/// The pages respect the preferences that a visitor has set in the system.
#[tokio::test]
async fn the_systems_preferences_are_respected() {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    let of = async |css: &str, property: &str| {
        browser.run(&format!("return getComputedStyle(document.querySelector('{css}')).{property}")).await.as_str().unwrap().to_owned()
    };
    // Indicators of progress spin, but not for visitors who prefer reduced motion.
    browser.find("#status[data-final] .live").await;
    browser.prefer("prefers-reduced-motion", "no-preference").await;
    browser
        .run("document.querySelector('#code-form button').dataset.busy = ''; delete document.querySelector('#status').dataset.final")
        .await;
    let turning = "return [['#code-form button', '::before'], ['#status .live', '::after']] \
                   .map(([one, part]) => getComputedStyle(document.querySelector(one), part).animationName).join()";
    assert_eq!(browser.run(turning).await, "turn,turn");
    browser.prefer("prefers-reduced-motion", "reduce").await;
    assert_eq!(browser.run(turning).await, "none,none");
    let moving = "return [...document.querySelectorAll('*')].filter(one => { const { transitionDuration, animationName } = \
                  getComputedStyle(one); return transitionDuration !== '0s' || animationName !== 'none' }).length";
    assert_eq!(browser.run(moving).await, 0);
    let usual = of(".hint", "color").await;
    browser.prefer("prefers-contrast", "more").await;
    assert_eq!(of(".hint", "color").await, of("body", "color").await);
    assert_ne!(of(".hint", "color").await, usual);
    // With forced colours, the boxes are still visible, in the system's colours.
    browser.prefer("forced-colors", "active").await;
    assert_eq!(of(".boxes i", "borderTopStyle").await, "solid");
    assert_ne!(of(".boxes i", "borderTopColor").await, of("#code", "backgroundColor").await);
}
