use super::{Environment, EnvironmentError, PREFIX, is_service_link};
use crate::config::Settings;
use clap::{ArgMatches, CommandFactory};
use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;

fn read(variables: &[(&str, &str)]) -> Result<Environment, EnvironmentError> {
    Environment::read(variables.iter().map(|(name, value)| (format!("{PREFIX}{name}").into(), OsString::from(value))))
}

/// The flags from these variables, without those that the command line sets.
fn flags(variables: &[(&str, &str)], line: &[&str]) -> Vec<String> {
    let given: ArgMatches = Settings::command().get_matches_from([&["mailcode"], line].concat());
    let environment = read(variables).unwrap_or_else(|error| panic!("{error}"));
    environment.flags_besides(&given).map(|flag| flag.into_string().expect("UTF-8")).collect()
}

#[test]
fn every_setting_is_unset_by_an_empty_variable() {
    let command = Settings::command();
    let names: Vec<_> = command.get_arguments().filter_map(|argument| argument.get_env()?.to_str()).collect();
    assert!(names.len() > 40, "all of them: {names:?}");
    for value in ["", "\n", "\r\n", "\u{feff}", "\"\"", "''"] {
        // A command for the shell keeps its quotes.
        let names = names.iter().filter(|name| !value.contains(['"', '\'']) || !name.ends_with("_COMMAND"));
        let variables: Vec<_> = names.map(|name| (name.trim_start_matches(PREFIX), value)).collect();
        assert_eq!(flags(&variables, &[]), [""; 0], "{value:?}");
    }
}

#[test]
fn quotes_and_white_space_around_a_value_are_removed() {
    for (name, value, flag) in [
        ("DATABASE_URL", "sqlite://x.db\n", "--database-url=sqlite://x.db"),
        ("SMTP_PORT", "587\r\n", "--smtp-port=587"),
        ("SMTP_HOST", "\"relay.example\"", "--smtp-host=relay.example"),
        ("SMTP_HOST", " 'relay.example'\n", "--smtp-host=relay.example"),
        ("SMTP_CA_FILE", "\"/etc/my ca.pem\"", "--smtp-ca-file=/etc/my ca.pem"),
        ("MAIL_FROM", "\"Example <a@example.org>\"", "--mail-from=Example <a@example.org>"),
        ("MAIL_FROM", "\"Example\" <a@example.org>", "--mail-from=\"Example\" <a@example.org>"),
        ("SMTP_USERNAME", "'me@example.org'", "--smtp-username=me@example.org"),
        ("SECRET_KEY", "\"07\"\n", "--secret-key=07"),
        ("SMTP_PASSWORD", " secret \n", "--smtp-password= secret "),
        ("SMTP_PASSWORD", "a\"", "--smtp-password=a\""),
        ("SMTP_TOKEN_COMMAND", "\"/opt/my token\"\n", "--smtp-token-command=\"/opt/my token\""),
        ("SMTP_FALLBACK_PASSWORD", "--x", "--smtp-fallback-password=--x"),
        ("LISTEN", "\u{feff}127.0.0.1:3000", "--listen=127.0.0.1:3000"),
    ] {
        assert_eq!(flags(&[(name, value)], &[]), [flag], "{name}={value:?}");
    }
}

#[test]
fn a_flag_overrides_its_variable() {
    let variables = [("SMTP_HOST", "a.example"), ("SMTP_PORT", "25")];
    assert_eq!(flags(&variables, &["--smtp-host", "b.example"]), ["--smtp-port=25"]);
}

#[test]
fn a_password_in_quotes_is_named_and_not_shown() {
    for name in ["SMTP_PASSWORD", "SMTP_FALLBACK_PASSWORD"] {
        let error = read(&[(name, "\"secret\"\n")]).err().map(|error| error.to_string()).unwrap_or_default();
        assert!(error.starts_with(&format!("MAILCODE_{name} is enclosed in quotes")) && !error.contains("secret"), "{error}");
        assert!(error.contains(&format!("MAILCODE_{name}_FILE")), "{error}");
    }
}

#[test]
fn an_unknown_name_is_answered_with_a_similar_one_if_there_is_one() {
    for (name, nearest) in [
        ("SMPT_HOST", "SMTP_HOST"),
        ("DATABSE_URL", "DATABASE_URL"),
        ("SMTP_USER", "SMTP_USERNAME"),
        ("SMTP_PASS", "SMTP_PASSWORD"),
        ("SMTP_PASSWORD_FLIE", "SMTP_PASSWORD_FILE"),
        ("TRUSTED_PROXY", "TRUSTED_PROXIES"),
        ("LISTEN ", "LISTEN"),
        ("SERVICE_NAM", "SERVICE_NAME"),
    ] {
        let error = read(&[(name, "x")]).err();
        let expected = EnvironmentError::Unknown { name: format!("{PREFIX}{name}"), nearest: Some(format!("{PREFIX}{nearest}")) };
        assert_eq!(error, Some(expected));
    }
    for name in ["FOO", "PORT", "HOST", "URL", "DEBUG", "TLS", "X"] {
        let error = read(&[(name, "x")]).err();
        assert_eq!(error, Some(EnvironmentError::Unknown { name: format!("{PREFIX}{name}"), nearest: None }));
        let sentence = error.map(|error| error.to_string()).unwrap_or_default();
        assert!(!sentence.contains("similar") && sentence.ends_with("`mailcode --help` lists all settings."), "{sentence}");
    }
    // The env file begins with a byte-order mark.
    let error = Environment::read([("\u{feff}MAILCODE_LISTEN".into(), "127.0.0.1:80".into())]).err().map(|error| error.to_string());
    assert!(error.is_some_and(|error| error.starts_with("\\u{feff}MAILCODE_LISTEN is not a setting of mailcode")));
}

#[test]
fn service_links_are_ignored() {
    let environment = read(&[
        ("SERVICE_HOST", "10.0.0.7"),
        ("PORT", "tcp://10.0.0.7:3000"),
        ("SMTP_PORT", "tcp://10.0.0.5:587"),
        ("SMTP_HOST", "relay.example"),
        ("SKIP_BUNDLE", "1"),
    ]);
    let environment = environment.unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(environment.service_links, ["MAILCODE_PORT", "MAILCODE_SERVICE_HOST", "MAILCODE_SMTP_PORT"]);
    assert_eq!(environment.flags.len(), 1, "the operator's own is kept");
    assert!(read(&[("PORT", "3000")]).is_err(), "an operator wrote it");
}

#[test]
fn only_paths_may_be_other_than_utf8() {
    let latin = || OsString::from_vec(b"/caf\xe9".to_vec());
    assert!(Environment::read([("MAILCODE_SMTP_CA_FILE".into(), latin())]).is_ok_and(|environment| environment.flags.len() == 1));
    let error = Environment::read([("MAILCODE_SERVICE_NAME".into(), latin())]).err();
    assert_eq!(error, Some(EnvironmentError::NotUnicode("MAILCODE_SERVICE_NAME".to_owned())));
}

#[test]
fn variables_of_kubernetes_and_docker_links_are_service_links() {
    for (name, value) in [
        ("MAILCODE_PORT", "tcp://10.0.0.7:3000"),
        ("MAILCODE_SERVICE_HOST", "10.0.0.7"),
        ("MAILCODE_SERVICE_PORT", "3000"),
        ("MAILCODE_SERVICE_PORT_HTTP", "3000"),
        ("MAILCODE_PORT_3000_TCP", "tcp://10.0.0.7:3000"),
        ("MAILCODE_PORT_3000_TCP_ADDR", "10.0.0.7"),
        ("MAILCODE_PORT_3000_TCP_PORT", "3000"),
        ("MAILCODE_PORT_3000_TCP_PROTO", "tcp"),
        ("MAILCODE_PORT_53_UDP", "udp://10.0.0.7:53"),
        ("MAILCODE_NAME", "/web/mailcode"),
        ("MAILCODE_ENV_PATH", "/usr/bin"),
        ("MAILCODE_ADMIN_PORT", "tcp://10.0.0.8:9000"),
        ("MAILCODE_ADMIN_SERVICE_HOST", "10.0.0.8"),
        ("MAILCODE_POSTGRESQL_PORT_5432_TCP_ADDR", "10.0.0.9"),
    ] {
        assert!(is_service_link(name, value, false), "{name}");
    }
    assert!(is_service_link("MAILCODE_SMTP_PORT", "tcp://10.0.0.5:587", true), "of a service called mailcode-smtp");
}

#[test]
fn variables_of_an_operator_are_no_service_links() {
    for (name, value) in [
        ("MAILCODE_PORT", "3000"),
        ("MAILCODE_NAME", "Example"),
        ("MAILCODE_ENV", "production"),
        ("MAILCODE_SMPT_HOST", "relay.example"),
        ("MAILCODE_SMTP_PROT", "587"),
        ("MAILCODE_PORT_HTTP", "3000"),
        ("MAILCODE_", ""),
    ] {
        assert!(!is_service_link(name, value, false), "{name}");
    }
    assert!(!is_service_link("MAILCODE_SMTP_PORT", "587", true));
    assert!(!is_service_link("MAILCODE_SERVICE_NAME", "/a/b", true));
}
