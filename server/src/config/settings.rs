// The comments are the text of `--help`, which has no Markdown.
#![allow(clippy::doc_markdown, rustdoc::bare_urls)]

use super::smtp_settings::{FallbackSettings, SmtpTls};
use super::value_parsers::{address_and_port, count, port, true_or_false};
use crate::sign_up::{Caps, parse_duration};
use clap::{ArgAction, Parser};
use secrecy::SecretString;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

/// The headings of `--help`, which are those of `docs/configuration.md`, in the same order.
const SERVER: &str = "Server and data";
const MAIL: &str = "Mail";
const APPEARANCE: &str = "Appearance";
const LIMITS: &str = "Limits";

/// How durations and caps are written.
pub const FORMS: &str = "Durations are written as 60s, 10m, 24h or 30d. Caps are written as a count per window, such as 5/1h; separate \
                         several with commas: 5/1h,10/24h. 0 means no cap or no pause.";

/// The exit status of every command.
const EXIT_STATUS: &str = "The exit status is 0 after a success, 1 after a failure, and 2 if the arguments or the settings are invalid.";

/// Every setting: a flag and an environment variable of the same name. The flag takes precedence. All flags are `global`, so that they may
/// be written before or after a command. A command accepts the flags of settings that it does not read, as it accepts their variables.
#[derive(Debug, Parser)]
#[command(name = "mailcode", version, max_term_width = 100, after_help = format!("{FORMS}\n\n{EXIT_STATUS}"))]
pub struct Settings {
    /// The address and port on which the web server listens
    #[arg(long, global = true, help_heading = SERVER, env = "MAILCODE_LISTEN", value_name = "ADDRESS:PORT", default_value = "127.0.0.1:3000", value_parser = address_and_port)]
    pub listen: SocketAddr,

    /// The public origin of the site, such as https://sign-up.example.org [default: http:// and the listen address]
    ///
    /// Decides whether cookies are Secure, and from which origin forms may be posted.
    #[arg(long, global = true, help_heading = SERVER, env = "MAILCODE_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,

    /// Proxies whose X-Forwarded-For is trusted: networks such as 10.0.0.0/8, separated by commas [default: none]
    #[arg(long, global = true, help_heading = SERVER, env = "MAILCODE_TRUSTED_PROXIES", value_name = "NETWORKS")]
    pub trusted_proxies: Option<String>,

    /// How long an idle connection of a trusted proxy is kept open; must be longer than the proxy keeps it [20s to 1h]
    #[arg(long, global = true, help_heading = SERVER, env = "MAILCODE_PROXY_IDLE", value_name = "DURATION", default_value = "620s", value_parser = parse_duration)]
    pub proxy_idle: Duration,

    /// The maximum number of open connections of visitors; one client may have a quarter of them [16 to 65536]
    #[arg(long, global = true, help_heading = SERVER, env = "MAILCODE_MAX_CONNECTIONS", value_name = "COUNT", default_value = "1024", value_parser = count::<u32>(16..=65536, 1024))]
    pub max_connections: u32,

    /// The address and port of a second listener, for /metrics [default: none]
    #[arg(long, global = true, help_heading = SERVER, env = "MAILCODE_ADMIN_LISTEN", value_name = "ADDRESS:PORT", value_parser = address_and_port)]
    pub admin_listen: Option<SocketAddr>,

    /// The database for accounts, sessions, counters and the audit trail: sqlite:// and the path of a file, or the URL of a PostgreSQL database
    ///
    /// Several instances may use one PostgreSQL database: postgres://user:password@host:port/database, with ?sslmode=verify-full if it is on
    /// another machine, and &sslrootcert= with a file if its certificate is from your own authority. All instances need the same secret key.
    #[arg(long, global = true, help_heading = SERVER, env = "MAILCODE_DATABASE_URL", value_name = "URL", hide_env_values = true, default_value = "sqlite://data/mailcode.db")]
    pub database_url: SecretString,

    /// The secret key of all MACs: 64 hexadecimal digits [default: generated on first run, stored beside the database]
    #[arg(long, global = true, help_heading = SERVER, env = "MAILCODE_SECRET_KEY", value_name = "HEX", hide_env_values = true)]
    pub secret_key: Option<SecretString>,

    /// A file that contains the secret key
    #[arg(long, global = true, help_heading = SERVER, env = "MAILCODE_SECRET_KEY_FILE", value_name = "FILE")]
    pub secret_key_file: Option<PathBuf>,

    /// How long audit events are kept [1s to 366d]; 0 disables the audit trail
    #[arg(long, global = true, help_heading = SERVER, env = "MAILCODE_AUDIT_KEEP", value_name = "DURATION", default_value = "90d", value_parser = parse_duration)]
    pub audit_keep: Duration,

    /// How long the server waits for requests and mails in progress when it is stopped
    #[arg(long, global = true, help_heading = SERVER, env = "MAILCODE_SHUTDOWN_GRACE", value_name = "DURATION", default_value = "30s", value_parser = parse_duration)]
    pub shutdown_grace: Duration,

    /// What is logged: a level (error, warn, info or debug), or directives of the tracing crate
    ///
    /// error: what keeps the server from its work. warn: also what an operator should look into. info: also the start, the stop and each
    /// step of a sign-up. debug: also details for programmers.
    #[arg(long, global = true, help_heading = SERVER, env = "MAILCODE_LOG", value_name = "FILTER", default_value = "info")]
    pub log: String,

    /// The SMTP relay that sends the mails [default: none; mails go to the development mailbox]
    #[arg(long, global = true, help_heading = MAIL, env = "MAILCODE_SMTP_HOST", value_name = "HOST")]
    pub smtp_host: Option<String>,

    /// The relay's port [default: 587, or 465 with implicit TLS]
    #[arg(long, global = true, help_heading = MAIL, env = "MAILCODE_SMTP_PORT", value_name = "PORT", value_parser = port)]
    pub smtp_port: Option<u16>,

    /// How TLS is started; there is no mode without TLS [default: starttls]
    #[arg(long, global = true, help_heading = MAIL, env = "MAILCODE_SMTP_TLS", value_name = "MODE")]
    pub smtp_tls: Option<SmtpTls>,

    /// The user name for the relay
    #[arg(long, global = true, help_heading = MAIL, env = "MAILCODE_SMTP_USERNAME", value_name = "NAME")]
    pub smtp_username: Option<String>,

    /// The password for the relay; spaces in a Gmail App Password are ignored
    #[arg(long, global = true, help_heading = MAIL, env = "MAILCODE_SMTP_PASSWORD", value_name = "PASSWORD", hide_env_values = true)]
    pub smtp_password: Option<SecretString>,

    /// A file that contains the password
    #[arg(long, global = true, help_heading = MAIL, env = "MAILCODE_SMTP_PASSWORD_FILE", value_name = "FILE")]
    pub smtp_password_file: Option<PathBuf>,

    /// A file whose first line is an OAuth 2.0 access token for the relay (XOAUTH2); it is read at every login
    #[arg(long, global = true, help_heading = MAIL, env = "MAILCODE_SMTP_TOKEN_FILE", value_name = "FILE")]
    pub smtp_token_file: Option<PathBuf>,

    /// A shell command that prints such a token within 10 seconds; it runs at every login
    #[arg(long, global = true, help_heading = MAIL, env = "MAILCODE_SMTP_TOKEN_COMMAND", value_name = "COMMAND", hide_env_values = true)]
    pub smtp_token_command: Option<String>,

    /// CA certificates (PEM) that are trusted for the relay in addition to the system's
    #[arg(long, global = true, help_heading = MAIL, env = "MAILCODE_SMTP_CA_FILE", value_name = "FILE")]
    pub smtp_ca_file: Option<PathBuf>,

    /// The maximum number of open connections to each relay; more than one are opened only while mails wait [1 to 100]
    #[arg(long, global = true, help_heading = MAIL, env = "MAILCODE_SMTP_CONNECTIONS", value_name = "COUNT", default_value = "16", value_parser = count::<u16>(1..=100, 16))]
    pub smtp_connections: u16,

    /// The maximum number of mails waiting or being sent; beyond it, visitors are asked to try again in a moment [1 to 10000]
    #[arg(long, global = true, help_heading = MAIL, env = "MAILCODE_SMTP_QUEUE", value_name = "COUNT", default_value = "200", value_parser = count::<u16>(1..=10_000, 200))]
    pub smtp_queue: u16,

    /// How long a relay may take to accept a connection and the login [1s to 5m]
    #[arg(long, global = true, help_heading = MAIL, env = "MAILCODE_SMTP_OPEN_WITHIN", value_name = "DURATION", default_value = "30s", value_parser = parse_duration)]
    pub smtp_open_within: Duration,

    /// The sender of the mails; required with a relay (default: Mailcode <no-reply@localhost>)
    #[arg(long, global = true, help_heading = MAIL, env = "MAILCODE_MAIL_FROM", value_name = "MAILBOX")]
    pub mail_from: Option<String>,

    /// Whether the subject begins with the code; false keeps the code off lock screens and out of lists of mails
    #[arg(long, global = true, help_heading = MAIL, env = "MAILCODE_CODE_IN_SUBJECT", value_name = "BOOL", default_value_t = true, action = ArgAction::Set, value_parser = true_or_false("The subject and the first line of the text contain the code", "The code is only further down in the text"))]
    pub code_in_subject: bool,

    /// The selector of the DKIM key that signs the mails; separate several with commas [default: none; mails are not signed]
    #[arg(long, global = true, help_heading = MAIL, env = "MAILCODE_DKIM_SELECTOR", value_name = "NAMES", value_delimiter = ',')]
    pub dkim_selector: Vec<String>,

    /// The file of that key (PEM): RSA of 2048 to 4096 bits, or Ed25519; one file per selector, separated by commas
    #[arg(long, global = true, help_heading = MAIL, env = "MAILCODE_DKIM_KEY_FILE", value_name = "FILES", value_delimiter = ',')]
    pub dkim_key_file: Vec<PathBuf>,

    /// The domain that signs the mails [default: the sender's domain]
    #[arg(long, global = true, help_heading = MAIL, env = "MAILCODE_DKIM_DOMAIN", value_name = "DOMAIN")]
    pub dkim_domain: Option<String>,

    /// The second relay, for mails that the first cannot send
    #[command(flatten)]
    pub fallback: FallbackSettings,

    /// The name of the service in pages and mails
    #[arg(long, global = true, help_heading = APPEARANCE, env = "MAILCODE_SERVICE_NAME", value_name = "NAME", default_value = "Mailcode")]
    pub service_name: String,

    /// The colour of buttons, links and focus, such as #0a7d4f; it must be readable on white [default: a blue]
    #[arg(long, global = true, help_heading = APPEARANCE, env = "MAILCODE_ACCENT", value_name = "COLOUR")]
    pub accent: Option<String>,

    /// The logo that pages show instead of the name: an SVG or PNG file of at most 64 KB [default: none]
    #[arg(long, global = true, help_heading = APPEARANCE, env = "MAILCODE_LOGO_FILE", value_name = "FILE")]
    pub logo_file: Option<PathBuf>,

    /// A directory with your own texts for pages and mails: en.ftl, de.ftl … [default: none; the built-in texts are used]
    #[arg(long, global = true, help_heading = APPEARANCE, env = "MAILCODE_WORDS_DIR", value_name = "DIRECTORY")]
    pub words_dir: Option<PathBuf>,

    /// How long a code is valid after it was created [1s to 1h]
    #[arg(long, global = true, help_heading = LIMITS, env = "MAILCODE_CODE_LIFETIME", value_name = "DURATION", default_value = "10m", value_parser = parse_duration)]
    pub code_lifetime: Duration,

    /// Wrong codes allowed in one sign-up; sending another code does not reset the count [1 to 100]
    #[arg(long, global = true, help_heading = LIMITS, env = "MAILCODE_TRIES", value_name = "COUNT", default_value = "5", value_parser = count::<u32>(1..=100, 5))]
    pub tries: u32,

    /// Wrong codes allowed for one address, over all sessions
    #[arg(long, global = true, help_heading = LIMITS, env = "MAILCODE_FAILURES_PER_ADDRESS", value_name = "CAPS", default_value = "50/24h")]
    pub failures_per_address: Caps,

    /// The pause between two mails to one address; there is none after a failed delivery or a completed sign-up
    #[arg(long, global = true, help_heading = LIMITS, env = "MAILCODE_RESEND_AFTER", value_name = "DURATION", default_value = "60s", value_parser = parse_duration)]
    pub resend_after: Duration,

    /// Mails allowed to one address
    #[arg(long, global = true, help_heading = LIMITS, env = "MAILCODE_MAILS_PER_ADDRESS", value_name = "CAPS", default_value = "5/1h,10/24h")]
    pub mails_per_address: Caps,

    /// Mails allowed to all addresses of one domain
    #[arg(long, global = true, help_heading = LIMITS, env = "MAILCODE_MAILS_PER_DOMAIN", value_name = "CAPS", default_value = "100/1h")]
    pub mails_per_domain: Caps,

    /// Mails allowed to all addresses of a large mail provider's domain, such as gmail.com
    #[arg(long, global = true, help_heading = LIMITS, env = "MAILCODE_MAILS_PER_LARGE_DOMAIN", value_name = "CAPS", default_value = "500/1h")]
    pub mails_per_large_domain: Caps,

    /// Mails that one client may request: an IPv4 address or an IPv6 /64
    #[arg(long, global = true, help_heading = LIMITS, env = "MAILCODE_MAILS_PER_CLIENT", value_name = "CAPS", default_value = "30/1h")]
    pub mails_per_client: Caps,

    /// Mails allowed for the whole installation
    #[arg(long, global = true, help_heading = LIMITS, env = "MAILCODE_MAILS_TOTAL", value_name = "CAPS", default_value = "1000/1h")]
    pub mails_total: Caps,

    /// Mails of the whole installation beyond which the first mail of a sign-up requires a proof of work or a wait; 0 means never
    #[arg(long, global = true, help_heading = LIMITS, env = "MAILCODE_PROOF_OF_WORK_ABOVE", value_name = "CAPS", default_value = "500/1h")]
    pub proof_of_work_above: Caps,

    /// The largest number that a proof of work may have to find; on average, half of the numbers are tried [1000 to 100000000]
    #[arg(long, global = true, help_heading = LIMITS, env = "MAILCODE_PROOF_OF_WORK_COST", value_name = "COUNT", default_value = "3000000", value_parser = count::<u32>(1000..=100_000_000, 3_000_000))]
    pub proof_of_work_cost: u32,

    /// How long a visitor without a proof of work waits for the first mail [1s to 30m]
    #[arg(long, global = true, help_heading = LIMITS, env = "MAILCODE_PROOF_OF_WORK_WAIT", value_name = "DURATION", default_value = "20s", value_parser = parse_duration)]
    pub proof_of_work_wait: Duration,

    /// Whether the limits count name+tag@gmail.com and na.me@gmail.com as name@gmail.com, and likewise for other providers
    #[arg(long, global = true, help_heading = LIMITS, env = "MAILCODE_ALIASES_ARE_ONE", value_name = "BOOL", default_value_t = false, action = ArgAction::Set, value_parser = true_or_false("They count as one address", "Each counts by itself"))]
    pub aliases_are_one: bool,

    /// A file with the only domains that may sign up, one per line; *.example.org means all subdomains
    #[arg(long, global = true, help_heading = LIMITS, env = "MAILCODE_ALLOWED_DOMAINS_FILE", value_name = "FILE")]
    pub allowed_domains_file: Option<PathBuf>,

    /// A file with domains that may not sign up, one per line, in the same format
    #[arg(long, global = true, help_heading = LIMITS, env = "MAILCODE_BLOCKED_DOMAINS_FILE", value_name = "FILE")]
    pub blocked_domains_file: Option<PathBuf>,
}
