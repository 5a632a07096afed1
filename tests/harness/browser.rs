use e2e::{Browser, Engine, HoldingProxy, Scripting, until};
use std::path::Path;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

const PAGE: &str = "<!doctype html><meta name=viewport content=width=device-width><title>t</title><p id=static>here</p><script type=module>
    const mark = id => { const p = document.createElement('p'); p.id = id; p.textContent = id; document.body.append(p) };
    mark('script'); console.error('noted');
    try { await fetch('/a.wasm'); mark('wasm') } catch { mark('blocked') }
    </script>";

/// Starts a web server that serves one page at every path, and returns its origin.
async fn page() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            tokio::spawn(async move {
                let _ = stream.read(&mut [0; 4096]).await;
                let head =
                    format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: {}\r\n\r\n", PAGE.len());
                let _ = stream.write_all((head + PAGE).as_bytes()).await;
            });
        }
    });
    origin
}

#[tokio::test]
async fn scripts_run_in_chromium_when_on() {
    scripts_run(Engine::Chromium).await;
}

#[tokio::test]
async fn scripts_run_in_firefox_when_on() {
    scripts_run(Engine::Firefox).await;
}

async fn scripts_run(engine: Engine) {
    let browser = Browser::start_in(engine, Scripting::On).await;
    browser.open(&page().await).await;
    browser.find("#wasm").await;
    assert_eq!(browser.run("return document.querySelectorAll('p').length").await, 3);
    let errors = browser.console_errors().await;
    assert!(errors.len() == 1 && errors[0].contains("noted"), "{errors:?}");
    assert_eq!(browser.console().await, [], "it was read");
    browser.run("setTimeout(() => { throw new Error('thrown') })").await;
    let mut errors = Vec::new();
    until("the thrown error in the console", async || {
        errors.extend(browser.console_errors().await);
        errors.first().is_some_and(|error| error.contains("thrown")).then_some(())
    })
    .await;
    assert_eq!(errors.len(), 1, "{errors:?}");
}

#[tokio::test]
async fn a_page_is_narrow_and_dark_in_chromium() {
    a_page_is_narrow_and_dark(Engine::Chromium).await;
}

#[tokio::test]
async fn a_page_is_narrow_and_dark_in_firefox() {
    a_page_is_narrow_and_dark(Engine::Firefox).await;
}

async fn a_page_is_narrow_and_dark(engine: Engine) {
    let browser = Browser::start_in(engine, Scripting::On).await;
    browser.open(&page().await).await;
    browser.find("#static").await;
    let seen = "return [innerWidth, innerHeight, matchMedia('(prefers-color-scheme: dark)').matches]";
    for (scheme, is_dark) in [("light", false), ("dark", true)] {
        browser.prefer("prefers-color-scheme", scheme).await;
        for (width, height) in [(320, 640), (700, 500)] {
            browser.resize(width, height).await;
            assert_eq!(browser.run(seen).await, serde_json::json!([width, height, is_dark]));
        }
    }
}

#[tokio::test]
async fn no_script_runs_in_chromium_when_off() {
    no_script_runs(Engine::Chromium).await;
}

#[tokio::test]
async fn no_script_runs_in_firefox_when_off() {
    no_script_runs(Engine::Firefox).await;
}

async fn no_script_runs(engine: Engine) {
    let browser = Browser::start_in(engine, Scripting::Off).await;
    let origin = page().await;
    browser.open(&origin).await;
    assert_eq!(browser.text("#static").await, "here");
    // While a second page loads, the first page's script would have had enough time to run.
    browser.open(&format!("{origin}/second")).await;
    browser.wait_for_path("/second").await;
    browser.find("#static").await;
    assert!(!browser.shows("#script").await);
}

#[tokio::test]
async fn a_dropped_chromium_leaves_neither_process_nor_profile() {
    leaves_neither_process_nor_profile(Engine::Chromium).await;
}

#[tokio::test]
async fn a_dropped_firefox_leaves_neither_process_nor_profile() {
    leaves_neither_process_nor_profile(Engine::Firefox).await;
}

async fn leaves_neither_process_nor_profile(engine: Engine) {
    let browser = Browser::start_in(engine, Scripting::On).await;
    browser.open(&page().await).await;
    browser.find("#static").await;
    let profile = browser.profile().to_owned();
    assert!(is_used(&profile));
    drop(browser);
    assert!(!is_used(&profile) && !profile.exists());
}

/// Whether a running process has this directory in its command line.
fn is_used(directory: &Path) -> bool {
    let directory = directory.as_os_str().as_encoded_bytes();
    let processes = std::fs::read_dir("/proc").unwrap().filter_map(|process| std::fs::read(process.ok()?.path().join("cmdline")).ok());
    processes.into_iter().any(|line| line.windows(directory.len()).any(|part| part == directory))
}

#[tokio::test]
async fn wasm_does_not_arrive_when_blocked() {
    let browser = Browser::start(Scripting::WasmBlocked).await;
    browser.open(&page().await).await;
    browser.find("#script").await;
    browser.find("#blocked").await;
}

#[tokio::test]
async fn the_proxy_holds_wasm_back_until_it_opens() {
    let browser = Browser::start(Scripting::On).await;
    let proxy = HoldingProxy::before(&page().await).await;
    browser.open(proxy.origin()).await;
    browser.find("#script").await;
    assert!(!browser.shows("#wasm").await);
    proxy.open();
    browser.find("#wasm").await;
}
