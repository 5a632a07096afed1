//! No page contains what the content security policy forbids, and all files that the pages load exist.

use crate::answer::Answer;
use crate::request::LOADS_A_PAGE;
use crate::site::TestSite;
use crate::visitor::Visitor;
use test_support::Html;

/// Every page of the site, also with an error.
async fn every_page(site: &TestSite) -> Vec<(&'static str, Answer)> {
    const ADDRESS: &str = "ada@example.org";
    let mut visitor = site.visitor();
    let mut pages = vec![("/", visitor.get("/").await)];
    visitor.submit("/api/request-code", &[("email", "\"><script>alert(1)</script>")]).await;
    pages.push(("/ with an error", visitor.get("/").await));
    visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    pages.push(("/code", visitor.get("/code").await));
    let code = site.code_for(ADDRESS).await;
    visitor.submit("/api/verify-code", &[("code", &code)]).await;
    // The list then has another browser to sign out.
    site.sign_up(&mut site.visitor(), ADDRESS).await;
    for (name, address) in [("/account/email with an error", "\"><script>alert(1)</script>"), ("/account/email, code", "new@example.org")] {
        visitor.submit("/api/new-address", &[("email", address)]).await;
        pages.push((name, visitor.get("/account/email").await));
    }
    pages.push(("/not-me", visitor.get("/not-me").await));
    for (name, token) in [("/not-me with an error", "\"><script>alert(1)</script>"), ("/not-me, done", &site.token_for(ADDRESS).await)] {
        visitor.submit("/api/not-me", &[("token", token)]).await;
        pages.push((name, visitor.get("/not-me").await));
    }
    for path in ["/account", "/nowhere", "/dev/mailbox", "/dev/mailbox/1", "/dev/mailbox/2", "/api/sign-out"] {
        pages.push((path, visitor.get(path).await));
    }
    pages.push(("403", visitor.post("/api/sign-out", LOADS_A_PAGE, "").await));
    pages
}

#[tokio::test]
async fn no_page_has_a_script_or_a_style_of_its_own() {
    let site = TestSite::new().await;
    for (name, answer) in every_page(&site).await {
        let page = Html::new(answer.text());
        assert_eq!(answer.text().matches("<body").count(), 1, "{name} is a page: {page}");
        for script in page.all("script") {
            assert!(script.attribute("src").is_some_and(|source| source.starts_with("/assets/")), "{name}: {script:?}");
            assert_eq!(script.text.trim(), "", "{name}");
        }
        assert_eq!(page.all("style").count(), 0, "{name}");
        for tag in page.all("*") {
            let inline = tag.attributes.iter().find(|(name, _)| name == "style" || name.starts_with("on") || name == "nonce");
            assert_eq!(inline, None, "{name}: {tag:?}");
        }
    }
}

#[tokio::test]
async fn all_that_a_page_loads_is_there() {
    let site = TestSite::new().await;
    for (name, answer) in every_page(&site).await {
        let page = Html::new(answer.text());
        let mut loaded = 0;
        for tag in page.all("link, script, img") {
            for attribute in ["href", "src", "data-script", "data-wasm"] {
                let Some(path) = tag.attribute(attribute) else { continue };
                assert!(path.starts_with('/') && !path.starts_with("//"), "{name} loads {path} from elsewhere");
                assert_eq!(site.visitor().get(path).await.status, 200, "{name} loads {path}");
                loaded += 1;
            }
        }
        assert!(loaded > 0, "{name} has a style");
    }
}

#[tokio::test]
async fn only_the_pages_with_forms_to_enliven_load_wasm() {
    let site = TestSite::new().await;
    for (name, answer) in every_page(&site).await {
        let loads_wasm = answer.text().contains(frontend::BUNDLE.wasm.path);
        let is_live = ["/", "/ with an error", "/code", "/account/email with an error", "/account/email, code"].contains(&name);
        assert_eq!(loads_wasm, is_live, "{name}");
    }
}

#[tokio::test]
async fn every_form_is_posted_to_a_fixed_path() {
    let site = TestSite::new().await;
    let mut seen = std::collections::BTreeSet::new();
    for (name, answer) in every_page(&site).await {
        let page = Html::new(answer.text());
        for form in page.all("form") {
            let action = form.attribute("action").expect("a form has an action");
            assert_eq!(form.attribute("method"), Some("post"), "{name}: {action}");
            // A GET of an action gets 405, unlike a path that does not exist.
            let mut stranger: Visitor = site.visitor();
            assert_eq!(stranger.get(action).await.status, 405, "{name}: {action}");
            seen.insert(action.to_owned());
        }
    }
    let expected = crate::request::SERVER_FUNCTIONS.map(|(path, _)| path).into_iter().chain(["/api/language"]);
    assert_eq!(seen, expected.map(str::to_owned).collect());
}
