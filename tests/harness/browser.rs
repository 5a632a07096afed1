use e2e::{Browser, Gate, Scripting};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

const PAGE: &str = "<!doctype html><title>t</title><p id=static>here</p><script type=module>
    const mark = id => { const p = document.createElement('p'); p.id = id; p.textContent = id; document.body.append(p) };
    mark('script'); console.error('noted');
    try { await fetch('/a.wasm'); mark('wasm') } catch { mark('blocked') }
    </script>";

/// A web server with this one page, at every path.
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
async fn scripts_run_when_on() {
    let browser = Browser::start(Scripting::On).await;
    browser.open(&page().await).await;
    browser.find("#wasm").await;
    assert_eq!(browser.run("return document.querySelectorAll('p').length").await, 3);
    assert!(browser.console_errors().await.iter().any(|error| error.contains("noted")));
}

#[tokio::test]
async fn no_script_runs_when_off() {
    let browser = Browser::start(Scripting::Off).await;
    let origin = page().await;
    browser.open(&origin).await;
    assert_eq!(browser.text("#static").await, "here");
    // A second page, so that the first had all the time that its script would have needed.
    browser.open(&format!("{origin}/second")).await;
    browser.wait_for_path("/second").await;
    browser.find("#static").await;
    assert!(!browser.shows("#script").await);
}

#[tokio::test]
async fn wasm_does_not_arrive_when_blocked() {
    let browser = Browser::start(Scripting::WasmBlocked).await;
    browser.open(&page().await).await;
    browser.find("#script").await;
    browser.find("#blocked").await;
}

#[tokio::test]
async fn the_gate_holds_wasm_back_until_it_opens() {
    let browser = Browser::start(Scripting::On).await;
    let gate = Gate::before(&page().await).await;
    browser.open(gate.origin()).await;
    browser.find("#script").await;
    assert!(!browser.shows("#wasm").await);
    gate.open();
    browser.find("#wasm").await;
}
