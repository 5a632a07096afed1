//! Instances on one PostgreSQL database.

use crate::support::instances::{DATABASE, KEY, SharedSite, is_signed_in};
use e2e::{Authority, Mailcode, free_port, until, until_within};
use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;
use test_support::postgres::Cluster;
use tokio::task::{JoinSet, LocalSet};
use tokio::time::Instant;

#[tokio::test]
async fn two_instances_are_one_site() {
    let site = SharedSite::start(2, &[("RESEND_AFTER", "0"), ("MAILS_PER_ADDRESS", "4/1h")]).await;
    let (laptop, phone) = (site.signed_up("ada@example.org").await, site.signed_up("ada@example.org").await);
    assert!(is_signed_in(&laptop, 2).await && is_signed_in(&phone, 2).await);

    // Ending the other sessions on one instance ends them on both.
    assert_eq!(laptop.submit("/api/sign-out-others", &[]).await.path, "/account");
    assert!(is_signed_in(&laptop, 2).await && !is_signed_in(&phone, 2).await);

    // A limit is counted in one place.
    let stranger = site.visitor();
    for status in [200, 200, 429, 429] {
        assert_eq!(stranger.call("/api/request-code", &[("email", "ada@example.org")]).await.status, status);
    }
    // So is a mute, which the reader of a mail asks for.
    stranger.call("/api/request-code", &[("email", "bob@example.org")]).await;
    let token = site.mail("bob@example.org", 1).await.token();
    assert_eq!(site.visitor().call("/api/not-me", &[("token", &token)]).await.status, 200);
    for _ in 0..2 {
        let answer = site.visitor().call("/api/request-code", &[("email", "bob@example.org")]).await;
        assert_eq!(answer.body["Limited"]["limit"], "Muted", "{answer:?}");
    }

    let trail = site.instances[0].run(&["audit"]).await;
    assert!(trail.status.success() && trail.output.contains("a...@example.org"), "{}", trail.output);
    let ended = site.instances[1].run(&["sign-out", "ada@example.org"]).await;
    assert!(ended.output.contains("1 session ended."), "{}", ended.output);
    assert!(!is_signed_in(&laptop, 2).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_right_codes_on_two_instances_one_makes_the_account() {
    let site = SharedSite::start(2, &[]).await;
    let visitor = Arc::new(site.visitor());
    assert_eq!(visitor.submit("/api/request-code", &[("email", "ada@example.org")]).await.path, "/code");
    let code = site.mail("ada@example.org", 1).await.code();
    let mut running = JoinSet::new();
    // nginx and Mailcode let one client have this many requests in progress.
    for _ in 0..16 {
        let (visitor, code) = (visitor.clone(), code.clone());
        running.spawn(async move { visitor.call("/api/verify-code", &[("code", &code)]).await.status });
    }
    let statuses = running.join_all().await;
    assert!(statuses.contains(&200) && statuses.iter().all(|status| *status < 500), "{statuses:?}");
    assert_eq!(site.cluster.number(DATABASE, "SELECT count(*) FROM account").await, 1);
    let verified = site.instances[0].run(&["audit", "--json", "--kind", "verified"]).await;
    assert_eq!(verified.output.matches(r#""kind":"verified""#).count(), 1, "{}", verified.output);
    assert!(is_signed_in(&visitor, 2).await);
}

/// Visitors of the other instances see at most an error that asks them to try again.
#[tokio::test]
async fn an_instance_that_is_killed_takes_nothing_with_it() {
    LocalSet::new().run_until(kill_an_instance()).await;
}

async fn kill_an_instance() {
    let mut site = SharedSite::start(3, &[("MAILS_PER_CLIENT", "0"), ("PROOF_OF_WORK_ABOVE", "0"), ("MAILS_PER_DOMAIN", "0")]).await;
    let mut killed = site.instances.remove(0);
    let site = Rc::new(site);
    let is_over = Rc::new(Cell::new(false));
    let mut running = JoinSet::new();
    for number in 0..6 {
        let (site, is_over) = (site.clone(), is_over.clone());
        running.spawn_local(async move {
            let mut done = Vec::new();
            for round in 0.. {
                if is_over.get() {
                    break;
                }
                let address = format!("visitor{number}-{round}@example.org");
                if signs_up(&site, &address).await {
                    done.push(address);
                }
            }
            done
        });
    }
    let accounts = async |at_least: i64| {
        let count = async || site.cluster.number(DATABASE, "SELECT count(*) FROM account").await;
        until("more accounts", async || Some(count().await).filter(|count| *count >= at_least)).await
    };
    let before = accounts(10).await;
    killed.kill();
    let after = accounts(before + 10).await;
    killed.restart().await;
    accounts(after + 10).await;
    is_over.set(true);
    let done: Vec<String> = running.join_all().await.concat();
    assert!(i64::try_from(done.len()).unwrap() <= site.cluster.number(DATABASE, "SELECT count(*) FROM account").await);
    for address in &done {
        let query = format!("SELECT count(*) FROM account WHERE email = '{address}'");
        assert_eq!(site.cluster.number(DATABASE, &query).await, 1, "{address}");
    }
    every_mail_is_stored(&site).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_database_that_was_away_is_found_again() {
    let mut site = SharedSite::start(2, &[]).await;
    let signed_in = site.signed_up("ada@example.org").await;
    let waiting = site.visitor();
    assert_eq!(waiting.submit("/api/request-code", &[("email", "bob@example.org")]).await.path, "/code");
    let code = site.mail("bob@example.org", 1).await.code();
    assert_eq!(site.instances[0].readiness().await.0, 200);

    site.cluster.stop("INT");
    let away = Instant::now();
    for _ in 0..2 {
        let asked = Instant::now();
        let answer = waiting.call("/api/verify-code", &[("code", &code)]).await;
        assert!(answer.status == 503 && answer.retry_after.is_some(), "{answer:?}");
        assert!(asked.elapsed() < Duration::from_secs(8), "a visitor is told soon: {:?}", asked.elapsed());
        let page = waiting.open("/code").await;
        assert!(page.status == 503 && page.headers.contains_key("retry-after"), "{}", page.status);
    }
    // Who comes now gets the first page, and an error only when they ask for a code.
    assert_eq!(site.visitor().open("/").await.status, 200);
    assert_eq!(site.visitor().call("/api/request-code", &[("email", "eve@example.org")]).await.status, 503);
    // An answer may be a second old.
    let report = until("an instance is not ready", async || Some(site.instances[0].readiness().await).filter(|(status, _)| *status == 503));
    let (_, report) = report.await;
    assert!(report.contains("database: cannot be written to: it "), "{report}");
    let doctor = site.instances[0].run(&["doctor"]).await;
    assert!(!doctor.status.success() && doctor.output.contains("it cannot be reached"), "{}", doctor.output);
    tokio::time::sleep_until(away + Duration::from_secs(10)).await;
    site.cluster.start_again().await;

    site.until_ready().await;
    assert!(is_signed_in(&signed_in, 2).await);
    assert_eq!(waiting.submit("/api/verify-code", &[("code", &code)]).await.path, "/account");
    assert!(site.mails("eve@example.org").is_empty(), "no code is mailed that is not stored");
    for instance in &site.instances {
        assert!(!instance.output().contains("the-database-password"), "{}", instance.output());
    }
}

/// The address of the primary first leads to a standby that was not promoted yet.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn after_a_failover_instances_go_on_once_the_standby_is_promoted() {
    let mut site = SharedSite::start(2, &[]).await;
    let mut standby = site.cluster.standby().await;
    let signed_in = site.signed_up("ada@example.org").await;
    let waiting = site.visitor();
    assert_eq!(waiting.submit("/api/request-code", &[("email", "bob@example.org")]).await.path, "/code");
    let code = site.mail("bob@example.org", 1).await.code();
    let written = site.cluster.number(DATABASE, "SELECT pg_current_wal_lsn() - '0/0'").await;
    let replayed = async || standby.number(DATABASE, "SELECT pg_last_wal_replay_lsn() - '0/0'").await;
    until("the standby has everything", async || (replayed().await >= written).then_some(())).await;

    site.cluster.stop("QUIT");
    standby.take_over().await;
    let reports = async |what: &str| {
        let ready = async || site.instances[0].readiness().await.1;
        until_within(Duration::from_secs(10), what, async || Some(ready().await).filter(|report| report.contains(what))).await
    };
    reports("database: cannot be written to: it is read-only").await;
    for _ in 0..2 {
        let answer = waiting.call("/api/verify-code", &[("code", &code)]).await;
        assert!(answer.status == 503 && answer.retry_after.is_some(), "{answer:?}");
        let answer = site.visitor().call("/api/request-code", &[("email", "eve@example.org")]).await;
        assert!(answer.status == 503 && answer.retry_after.is_some(), "{answer:?}");
        assert_eq!(site.visitor().open("/").await.status, 200);
    }
    assert!(is_signed_in(&signed_in, 2).await, "what needs no write works");

    standby.execute("postgres", "SELECT pg_promote()").await;
    site.until_ready().await;
    assert!(is_signed_in(&signed_in, 2).await);
    assert_eq!(waiting.submit("/api/verify-code", &[("code", &code)]).await.path, "/account");
    assert!(is_signed_in(&site.signed_up("cyd@example.org").await, 2).await);
    assert!(site.mails("eve@example.org").is_empty(), "no code is mailed that is not stored");
}

/// The next version adds a column and a migration while this one serves.
#[tokio::test]
async fn instances_serve_on_while_the_next_version_migrates() {
    let site = SharedSite::start(2, &[]).await;
    let signed_in = site.signed_up("ada@example.org").await;
    let migration = "ALTER TABLE account ADD COLUMN later text;
        ALTER TABLE session ADD COLUMN later text;
        INSERT INTO _sqlx_migrations SELECT 1000, 'later', installed_on, TRUE, checksum, 0 FROM _sqlx_migrations LIMIT 1";
    site.cluster.execute(DATABASE, migration).await;
    assert!(is_signed_in(&signed_in, 2).await);
    for address in ["bob@example.org", "eve@example.org"] {
        assert!(is_signed_in(&site.signed_up(address).await, 2).await);
    }
    assert_eq!(site.instances[0].readiness().await.0, 200);
    let doctor = site.instances[0].run(&["doctor"]).await;
    assert!(doctor.output.contains("was written by a later version"), "{}", doctor.output);
}

#[tokio::test]
async fn a_verified_connection_needs_the_right_name_and_authority() {
    let authority = Authority::new();
    let certificate = authority.issue("localhost");
    let cluster = Cluster::start_with_tls(free_port(), &certificate.chain, &certificate.key).await;
    cluster.create(DATABASE, None).await;
    let directory = tempfile::tempdir().unwrap();
    let [right, other] = [("right.pem", &authority), ("other.pem", &Authority::new())].map(|(name, authority)| {
        let path = directory.path().join(name);
        std::fs::write(&path, authority.pem()).unwrap();
        path.display().to_string()
    });
    let url = |host: &str, root: &str| {
        let url = cluster.tcp_url(DATABASE).replace("localhost", host);
        format!("{url}?sslmode=verify-full&sslrootcert={root}")
    };
    let settings = |url: &str| [("DATABASE_URL".to_owned(), url.to_owned()), ("SECRET_KEY".to_owned(), KEY.to_owned())];
    let refusals = [
        (url("localhost", &other), "the TLS connection that its URL requires cannot be made"),
        (url("127.0.0.1", &right), "the TLS connection that its URL requires cannot be made"),
        (url("localhost", "/nonexistent.pem"), "the file /nonexistent.pem, which its URL names, cannot be read"),
    ];
    for (refused, says) in refusals {
        let settings = settings(&refused);
        let settings = settings.each_ref().map(|(name, value)| (name.as_str(), value.as_str()));
        let exit = Mailcode::start_refused(&settings).await;
        assert!(!exit.status.success() && exit.output.contains(says), "{refused}: {}", exit.output);
        assert!(!exit.output.contains("the-database-password"), "{}", exit.output);
    }
    let accepted = url("localhost", &right);
    let doctor = ["doctor", "--database-url", &accepted, "--secret-key", KEY];
    let doctor = Mailcode::run_in(directory.path(), &doctor, &[]).await;
    assert!(doctor.output.contains("has no tables yet; the server creates them"), "{}", doctor.output);
    let accepted = settings(&accepted);
    let mailcode = Mailcode::start_with(&accepted.each_ref().map(|(name, value)| (name.as_str(), value.as_str()))).await;
    assert_eq!(mailcode.readiness().await.0, 200);
    let encrypted = "SELECT count(*) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE ssl AND application_name = 'mailcode'";
    assert!(cluster.number(DATABASE, encrypted).await > 0);
}

/// Signs up as a patient visitor does: tries again after an error. Whether it came to an account in the end.
async fn signs_up(site: &SharedSite, address: &str) -> bool {
    let visitor = site.visitor();
    for _ in 0..20 {
        // 502 is nginx's, for an instance that was killed during the request; the code may have been sent before.
        let mails = site.mails(address).len();
        let asked = visitor.call("/api/request-code", &[("email", address)]).await.status;
        if asked != 200 && mails == 0 {
            continue;
        }
        let code = site.mail(address, 1).await.code();
        return visitor.call("/api/verify-code", &[("code", &code)]).await.status == 200;
    }
    false
}

/// Each mail's token, which is stored with its code, is known to the site.
async fn every_mail_is_stored(site: &SharedSite) {
    let reader = site.visitor();
    for mail in site.all_mails() {
        let answer = reader.call("/api/not-me", &[("token", &mail.token())]).await;
        assert_eq!(answer.status, 200, "{answer:?}");
    }
}
