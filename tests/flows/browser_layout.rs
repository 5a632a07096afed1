//! The layout: elements do not move while a page loads or changes, and each digit of the code is in its box.

use crate::support::relay::Relay;
use crate::support::steps::{ADDRESS, ask_for_code, open};
use e2e::{Browser, HostileRelay, Mailcode, Moment, Script, Scripting};

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
