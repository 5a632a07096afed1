//! Codes are found nowhere but in the mail: in no response, log, metric or file. Nor are addresses, session ids or the relay's password
//! found where they do not belong.

use crate::support::relay::Relay;
use crate::support::secret_search::{contains, forms_found};
use crate::support::steps::{wrong_code, wrong_codes};
use e2e::{HostileRelay, Mailcode, Script, Visitor, free_port, tokens};
use std::path::Path;
use std::sync::Arc;

/// The most verbose log of the server and its libraries.
const EVERYTHING: &str = "trace,server=trace,lettre=trace,lettre::transport::smtp=trace,hyper=trace,hyper::proto=trace,\
                          tower_sessions=trace,tower_sessions_core=trace,tower_sessions_core::session=trace,rustls=trace,[{to}]=trace";

/// A server, its relay, and its visitors.
struct Run {
    relay: HostileRelay,
    mailcode: Mailcode,
    admin: String,
    visitors: Vec<Arc<Visitor>>,
    /// Addresses that were typed during the test.
    addresses: Vec<String>,
    /// Responses to requests outside any visitor.
    others: Vec<String>,
}

impl Run {
    async fn start(script: Script, settings: &[(&str, &str)]) -> Self {
        let relay = HostileRelay::start(script).await;
        let admin = format!("127.0.0.1:{}", free_port());
        let usual = [("LOG", EVERYTHING), ("ADMIN_LISTEN", admin.as_str()), ("RESEND_AFTER", "0"), ("MAILS_PER_ADDRESS", "0")];
        let mailcode = Relay::hostile(&relay).mailcode_with(&[&usual, settings].concat()).await;
        Self { relay, mailcode, admin, visitors: Vec::new(), addresses: Vec::new(), others: Vec::new() }
    }

    /// A new visitor with an unused address.
    fn visitor(&mut self) -> (Arc<Visitor>, String) {
        let (visitor, address) = (Arc::new(Visitor::new(&self.mailcode)), format!("somebody-{}@example.org", self.visitors.len()));
        self.visitors.push(Arc::clone(&visitor));
        self.addresses.push(address.clone());
        (visitor, address)
    }

    /// Every mailed code, the newest last: the first word of each subject.
    fn codes(&self) -> Vec<String> {
        let inside = self.relay.received().inside;
        let subjects = inside.lines().filter_map(|line| line.strip_prefix("Subject: "));
        // The subject of a notice has no code.
        let firsts = subjects.filter_map(|subject| subject.split(' ').next());
        firsts.filter(|first| first.bytes().all(|byte| byte.is_ascii_digit())).map(str::to_owned).collect()
    }

    fn newest_code(&self) -> String {
        self.codes().pop().unwrap()
    }

    /// The tokens of the mails, the newest last, as the text parts show them.
    fn tokens(&self) -> Vec<String> {
        tokens(&self.relay.received().inside).map(str::to_owned).collect()
    }

    /// Requests URLs that contain a code, as a confused visitor might.
    async fn put_in_urls(&mut self, code: &str) {
        for path in ["/", "/code", "/account", "/api/verify-code", "/nowhere", "/assets/x.js", "/dev/mailbox", "/healthz"] {
            for accept in ["text/html", "application/json"] {
                let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().unwrap();
                let url = self.mailcode.url(&format!("{path}?code={code}&email={}", self.addresses[0]));
                let answer = client.get(url).header("accept", accept).header("referer", "https://example.org/?code=".to_owned() + code);
                let answer = answer.header("user-agent", code).header("cookie", format!("mailcode={code}")).send().await.unwrap();
                let head = format!("{} {:?}", answer.status(), answer.headers());
                self.others.push(format!("{head}\n{}", answer.text().await.unwrap()));
            }
        }
    }

    /// Searches for secrets in everything but the mails.
    async fn search(&self) {
        let metrics = reqwest::get(format!("http://{}/metrics", self.admin)).await.unwrap().text().await.unwrap();
        assert!(contains(metrics.as_bytes(), "# EOF"), "these are the metrics: {metrics}");
        let log = self.mailcode.output();
        assert!(log.contains(" DEBUG ") && log.contains("the outcome of a mail is known"), "this is all of the log: {log}");
        let answers: String = self.visitors.iter().flat_map(|visitor| [visitor.responses(), visitor.requested().join("\n")]).collect();
        let answers = [answers, self.others.join("\n")].concat();
        let mut seen =
            vec![("the log", log.into_bytes()), ("the metrics", metrics.into_bytes()), ("an answer", answers.clone().into_bytes())];
        seen.extend(files(&self.mailcode.directory().join("data")).into_iter().map(|bytes| ("a file", bytes)));

        let codes = self.codes();
        assert!(codes.len() >= 2, "{codes:?}");
        for code in &codes {
            assert!(!forms_found(code, self.relay.received().inside.as_bytes()).is_empty(), "the search finds what is there");
            for (place, bytes) in &seen {
                let found = forms_found(code, bytes);
                assert!(found.is_empty(), "{code} is in {place} as {found:?}: {}", String::from_utf8_lossy(bytes));
            }
        }
        let tokens = self.tokens();
        assert_eq!(tokens.len(), codes.len(), "each mail has one");
        for (place, bytes) in &seen {
            for token in tokens.iter().flat_map(|token| [token.clone(), token.replace('-', "")]) {
                assert!(!contains(bytes, &token), "the token {token} is in {place}");
            }
        }
        // The farewell cookie is no secret: its value is one of two words.
        let set = answers.lines().filter(|line| !line.starts_with("set-cookie: mailcode-farewell-"));
        let cookies = set.filter_map(|line| line.strip_prefix("set-cookie: ")?.split_once('=')?.1.split(';').next());
        let cookies: Vec<&str> = cookies.filter(|value| !value.is_empty()).collect();
        assert!(!cookies.is_empty());
        for (place, bytes) in &seen {
            assert!(!contains(bytes, "a-secret-password"), "the relay's password is in {place}");
            let is_answer = *place == "an answer";
            for cookie in cookies.iter().filter(|_| !is_answer) {
                assert!(!contains(bytes, cookie), "a cookie's value is in {place}");
            }
            for address in self.addresses.iter().filter(|_| ["the log", "the metrics"].contains(place)) {
                let local = address.split('@').next().unwrap();
                assert!(!contains(bytes, local), "{address} is in {place}: {}", String::from_utf8_lossy(bytes));
            }
        }
    }
}

/// The contents of the files in this directory.
fn files(directory: &Path) -> Vec<Vec<u8>> {
    let files: Vec<_> = std::fs::read_dir(directory).unwrap().map(|file| file.unwrap().path()).collect();
    for name in ["mailcode.db", "mailcode.db-wal", "secret.key"] {
        assert!(files.contains(&directory.join(name)), "{name} among {files:?}");
    }
    files.into_iter().map(|file| std::fs::read(file).unwrap()).collect()
}

#[tokio::test]
async fn no_code_is_found_after_sign_ups_by_forms() {
    let mut run = Run::start(Script::WellBehaved, &[]).await;
    for last in ["/api/sign-out", "/api/delete-account"] {
        let (visitor, address) = run.visitor();
        assert_eq!(visitor.submit("/api/request-code", &[("email", &address)]).await.path, "/code");
        let code = run.newest_code();
        visitor.submit("/api/resend-code", &[]).await;
        for typed in [wrong_code(&code), "12345", "a", &code[..5]] {
            assert_eq!(visitor.submit("/api/verify-code", &[("code", typed)]).await.path, "/code");
        }
        run.put_in_urls(&code).await;
        assert_eq!(visitor.submit("/api/verify-code", &[("code", &format!("{}-{}", &code[..3], &code[3..]))]).await.path, "/account");
        visitor.submit("/api/verify-code", &[("code", &code)]).await;
        assert_eq!(visitor.open("/").await.path, "/account");
        assert_eq!(visitor.submit(last, &[]).await.path, "/");
        assert_eq!(visitor.submit("/api/verify-code", &[("code", &code)]).await.path, "/", "nothing is pending");
    }
    let (visitor, address) = run.visitor();
    visitor.submit("/api/request-code", &[("email", &address)]).await;
    let code = run.newest_code();
    visitor.submit("/api/change-address", &[]).await;
    for typed in [&code, &format!(" {} {}", &code[..3], &code[3..])] {
        let page = visitor.submit("/api/request-code", &[("email", typed)]).await;
        assert!(page.text("#email-error").contains("email address"), "typed into the wrong field: {}", page.text("#email-error"));
    }
    visitor.submit("/api/request-code", &[("email", "Somebody Else <somebody-else@example.org>")]).await;
    run.addresses.push("somebody-else@example.org".to_owned());
    for token in [run.tokens().pop().unwrap(), "K7QM-2XRD-9FHT".to_owned()] {
        let (reader, _) = run.visitor();
        assert_eq!(reader.submit("/api/not-me", &[("token", &token)]).await.path, "/not-me");
        reader.call("/api/not-me", &[("token", &token)]).await;
    }
    run.search().await;
}

#[tokio::test]
async fn no_code_is_found_after_sign_ups_by_programs() {
    let mut run = Run::start(Script::WellBehaved, &[]).await;
    let (program, address) = run.visitor();
    program.call("/api/request-code", &[("email", &address)]).await;
    let code = run.newest_code();
    for (left, wrong) in (1..5).rev().zip(wrong_codes(&code)) {
        let answer = program.call("/api/verify-code", &[("code", wrong)]).await;
        assert_eq!(answer.body["WrongCode"]["tries_left"], left);
    }
    for typed in [wrong_codes(&code).last().expect("a wrong code"), &code] {
        assert_eq!(program.call("/api/verify-code", &[("code", typed)]).await.body, "TriesSpent");
    }
    program.call("/api/change-address", &[]).await;
    program.call("/api/request-code", &[("email", &address)]).await;
    let first = run.newest_code();
    program.call("/api/resend-code", &[]).await;
    assert_eq!(program.call("/api/verify-code", &[("code", &first)]).await.body, "Account", "the earlier of two codes works");
    for (path, fields) in [("/api/verify-code", &[("code", first.as_str())][..]), ("/api/sign-out", &[]), ("/api/delete-account", &[])] {
        program.call(path, fields).await;
    }
    run.search().await;
}

#[tokio::test]
async fn no_code_is_found_once_it_has_expired() {
    let mut run = Run::start(Script::WellBehaved, &[("CODE_LIFETIME", "1s")]).await;
    let (visitor, address) = run.visitor();
    visitor.submit("/api/request-code", &[("email", &address)]).await;
    visitor.submit("/api/resend-code", &[]).await;
    let page = visitor.open_until("/code", "the page about the expired code", |page| page.has(".recovery")).await;
    assert!(page.text("#error-summary").starts_with("Your code has expired") && !page.has("#code"), "{}", page.html);
    let answer = visitor.call("/api/verify-code", &[("code", &run.newest_code())]).await;
    assert_eq!(answer.body, "Expired");
    run.search().await;
}

/// The relay repeats subject and recipient in its refusal, and the server must not repeat them.
#[tokio::test]
async fn no_code_is_found_after_a_relay_repeated_it() {
    let mut run = Run::start(Script::RefuseMail, &[]).await;
    let (visitor, address) = run.visitor();
    let page = visitor.submit("/api/request-code", &[("email", &address)]).await;
    assert!(
        page.text(crate::support::fault::MAIL_STATUS).contains("couldn’t send the code"),
        "{}",
        page.text(crate::support::fault::MAIL_STATUS)
    );
    let (program, address) = run.visitor();
    let answer = program.call("/api/request-code", &[("email", &address)]).await;
    assert_eq!(answer.body["Code"]["delivery"]["Failed"], "Rejected");
    assert_eq!(
        program.call("/api/verify-code", &[("code", &run.newest_code())]).await.body,
        "Account",
        "the relay has read the mail all the same"
    );
    run.search().await;
}
