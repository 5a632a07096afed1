// The comments are the text of `--help`, which has no Markdown.
#![allow(clippy::doc_markdown, rustdoc::bare_urls)]

use super::smtp_settings::{FallbackSettings, SmtpTls};
use crate::sign_up::{Caps, parse_duration};
use clap::{ArgAction, Parser};
use secrecy::SecretString;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

/// How the values of limits are written.
const FORMS: &str = "A duration is 60s, 10m, 24h or 30d. Caps are a count in a window, such as 5/1h, several with commas: \
                     5/1h,10/24h. 0 is no cap and no pause.";

/// Every setting: a flag and an environment variable of the same name. The flag wins. A `global` setting may also follow a command.
#[derive(Debug, Parser)]
#[command(name = "mailcode", version, max_term_width = 100, after_help = FORMS)]
pub struct Settings {
    /// Address and port of the web server
    #[arg(long, env = "MAILCODE_LISTEN", value_name = "ADDRESS:PORT", default_value = "127.0.0.1:3000")]
    pub listen: SocketAddr,

    /// The origin people see, such as https://sign-up.example.org [default: http:// and the address listened on]
    ///
    /// Determines whether cookies are Secure, and which pages may post forms.
    #[arg(long, global = true, env = "MAILCODE_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,

    /// Where accounts, sessions, counters and the audit trail are stored
    #[arg(long, global = true, env = "MAILCODE_DATABASE_URL", value_name = "URL", default_value = "sqlite://data/mailcode.db")]
    pub database_url: String,

    /// The key of all MACs, 64 hexadecimal digits [default: created on first run, beside the database]
    #[arg(long, global = true, env = "MAILCODE_SECRET_KEY", value_name = "HEX", hide_env_values = true)]
    pub secret_key: Option<SecretString>,

    /// A file that holds the secret key
    #[arg(long, global = true, env = "MAILCODE_SECRET_KEY_FILE", value_name = "FILE")]
    pub secret_key_file: Option<PathBuf>,

    /// The relay that takes the mail [default: none, and the development mailbox instead]
    #[arg(long, global = true, env = "MAILCODE_SMTP_HOST", value_name = "HOST")]
    pub smtp_host: Option<String>,

    /// The relay's port [default: 587, or 465 with implicit TLS]
    #[arg(long, global = true, env = "MAILCODE_SMTP_PORT", value_name = "PORT")]
    pub smtp_port: Option<u16>,

    /// How TLS begins; there is no mode without TLS [default: starttls]
    #[arg(long, global = true, env = "MAILCODE_SMTP_TLS", value_name = "MODE")]
    pub smtp_tls: Option<SmtpTls>,

    /// The user name for the relay
    #[arg(long, global = true, env = "MAILCODE_SMTP_USERNAME", value_name = "NAME")]
    pub smtp_username: Option<String>,

    /// The password for the relay; blanks in a Gmail App Password are ignored
    #[arg(long, global = true, env = "MAILCODE_SMTP_PASSWORD", value_name = "PASSWORD", hide_env_values = true)]
    pub smtp_password: Option<SecretString>,

    /// A file that holds the password
    #[arg(long, global = true, env = "MAILCODE_SMTP_PASSWORD_FILE", value_name = "FILE")]
    pub smtp_password_file: Option<PathBuf>,

    /// A file whose first line is an OAuth 2.0 access token for the relay (XOAUTH2), read at every login
    #[arg(long, global = true, env = "MAILCODE_SMTP_TOKEN_FILE", value_name = "FILE")]
    pub smtp_token_file: Option<PathBuf>,

    /// A shell command that prints such a token within 10 seconds
    #[arg(long, global = true, env = "MAILCODE_SMTP_TOKEN_COMMAND", value_name = "COMMAND", hide_env_values = true)]
    pub smtp_token_command: Option<String>,

    /// Certificates (PEM) of authorities trusted for the relay besides the system's
    #[arg(long, global = true, env = "MAILCODE_SMTP_CA_FILE", value_name = "FILE")]
    pub smtp_ca_file: Option<PathBuf>,

    /// Connections that may be open at once to each relay [1 to 100]
    #[arg(long, env = "MAILCODE_SMTP_CONNECTIONS", value_name = "COUNT", default_value = "4", value_parser = clap::value_parser!(u16).range(1..=100))]
    pub smtp_connections: u16,

    /// Mails that may be waiting or in progress; for one more the visitor is asked to come back in a moment [1 to 10000]
    #[arg(long, env = "MAILCODE_SMTP_QUEUE", value_name = "COUNT", default_value = "200", value_parser = clap::value_parser!(u16).range(1..=10_000))]
    pub smtp_queue: u16,

    /// How long a relay may take to greet and to accept the login before it counts as silent [1s to 5m]
    #[arg(long, global = true, env = "MAILCODE_SMTP_OPEN_WITHIN", value_name = "DURATION", default_value = "30s", value_parser = parse_duration)]
    pub smtp_open_within: Duration,

    /// The second relay, for mails that the first cannot take
    #[command(flatten)]
    pub fallback: FallbackSettings,

    /// The sender of the mails; required with a relay (default: Mailcode <no-reply@localhost>)
    #[arg(long, global = true, env = "MAILCODE_MAIL_FROM", value_name = "MAILBOX")]
    pub mail_from: Option<String>,

    /// Whether the subject begins with the code; false keeps it off lock screens and out of mail lists
    #[arg(long, env = "MAILCODE_CODE_IN_SUBJECT", value_name = "BOOL", default_value_t = true, action = ArgAction::Set)]
    pub code_in_subject: bool,

    /// The selector of the DKIM key that signs the mails, several with commas [default: none, and no signature]
    #[arg(long, env = "MAILCODE_DKIM_SELECTOR", value_name = "NAMES", value_delimiter = ',')]
    pub dkim_selector: Vec<String>,

    /// The file of that key (PEM): RSA of 2048 to 4096 bits, or Ed25519; one for each selector, with commas
    #[arg(long, env = "MAILCODE_DKIM_KEY_FILE", value_name = "FILES", value_delimiter = ',')]
    pub dkim_key_file: Vec<PathBuf>,

    /// The domain that signs the mails [default: the sender's]
    #[arg(long, env = "MAILCODE_DKIM_DOMAIN", value_name = "DOMAIN")]
    pub dkim_domain: Option<String>,

    /// The service name in pages and mails
    #[arg(long, global = true, env = "MAILCODE_SERVICE_NAME", value_name = "NAME", default_value = "Mailcode")]
    pub service_name: String,

    /// The colour of buttons, links and focus, such as #0a7d4f; it must be readable on white [default: a blue]
    #[arg(long, env = "MAILCODE_ACCENT", value_name = "COLOUR")]
    pub accent: Option<String>,

    /// The logo that pages show in place of the name: an SVG or PNG file of 64 KB at most [default: none]
    #[arg(long, env = "MAILCODE_LOGO_FILE", value_name = "FILE")]
    pub logo_file: Option<PathBuf>,

    /// A directory with your own words for pages and mails: en.ftl, de.ftl … [default: none, and Mailcode's own words]
    #[arg(long, global = true, env = "MAILCODE_WORDS_DIR", value_name = "DIRECTORY")]
    pub words_dir: Option<PathBuf>,

    /// Proxies whose X-Forwarded-For is trusted: networks such as 10.0.0.0/8, with commas
    #[arg(long, env = "MAILCODE_TRUSTED_PROXIES", value_name = "NETWORKS")]
    pub trusted_proxies: Option<String>,

    /// How long an idle connection of a trusted proxy is kept; must be longer than the proxy keeps it [20s to 1h]
    #[arg(long, env = "MAILCODE_PROXY_IDLE", value_name = "DURATION", default_value = "620s", value_parser = parse_duration)]
    pub proxy_idle: Duration,

    /// Visitors' connections that may be open at once; one client may have a quarter of them [16 to 65536]
    #[arg(long, env = "MAILCODE_MAX_CONNECTIONS", value_name = "COUNT", default_value = "1024", value_parser = clap::value_parser!(u32).range(16..=65536))]
    pub max_connections: u32,

    /// Address and port of a second listener, for /metrics (default: none)
    #[arg(long, env = "MAILCODE_ADMIN_LISTEN", value_name = "ADDRESS:PORT")]
    pub admin_listen: Option<SocketAddr>,

    /// How long an audit event is kept [1s to 366d]; 0 keeps no trail
    #[arg(long, global = true, env = "MAILCODE_AUDIT_KEEP", value_name = "DURATION", default_value = "90d", value_parser = parse_duration)]
    pub audit_keep: Duration,

    /// How long a stopping server waits for requests and mails in progress
    #[arg(long, env = "MAILCODE_SHUTDOWN_GRACE", value_name = "DURATION", default_value = "30s", value_parser = parse_duration)]
    pub shutdown_grace: Duration,

    /// How long a code works after it was created [1s to 1h]
    #[arg(long, env = "MAILCODE_CODE_LIFETIME", value_name = "DURATION", default_value = "10m", value_parser = parse_duration, help_heading = "Limits")]
    pub code_lifetime: Duration,

    /// Wrong codes that one sign-up may enter, however often another code is sent [1 to 100]
    #[arg(long, env = "MAILCODE_TRIES", value_name = "COUNT", default_value = "5", value_parser = clap::value_parser!(u32).range(1..=100), help_heading = "Limits")]
    pub tries: u32,

    /// Wrong codes for one address, over all sessions
    #[arg(long, env = "MAILCODE_FAILURES_PER_ADDRESS", value_name = "CAPS", default_value = "50/24h", help_heading = "Limits")]
    pub failures_per_address: Caps,

    /// The pause between two mails to one address; none after a failed delivery or a finished sign-up
    #[arg(long, env = "MAILCODE_RESEND_AFTER", value_name = "DURATION", default_value = "60s", value_parser = parse_duration, help_heading = "Limits")]
    pub resend_after: Duration,

    /// Mails to one address
    #[arg(long, env = "MAILCODE_MAILS_PER_ADDRESS", value_name = "CAPS", default_value = "5/1h,10/24h", help_heading = "Limits")]
    pub mails_per_address: Caps,

    /// Mails to all addresses of one domain
    #[arg(long, env = "MAILCODE_MAILS_PER_DOMAIN", value_name = "CAPS", default_value = "100/1h", help_heading = "Limits")]
    pub mails_per_domain: Caps,

    /// Mails to all addresses of one large mail provider's domain, such as gmail.com
    #[arg(long, env = "MAILCODE_MAILS_PER_LARGE_DOMAIN", value_name = "CAPS", default_value = "500/1h", help_heading = "Limits")]
    pub mails_per_large_domain: Caps,

    /// Mails requested by one client: an IPv4 address or an IPv6 /64
    #[arg(long, env = "MAILCODE_MAILS_PER_CLIENT", value_name = "CAPS", default_value = "30/1h", help_heading = "Limits")]
    pub mails_per_client: Caps,

    /// Mails of the whole installation
    #[arg(long, env = "MAILCODE_MAILS_TOTAL", value_name = "CAPS", default_value = "1000/1h", help_heading = "Limits")]
    pub mails_total: Caps,

    /// Mails of the whole installation above which the first mail of a sign-up needs a proof of work, or a wait
    #[arg(long, env = "MAILCODE_PROOF_OF_WORK_ABOVE", value_name = "CAPS", default_value = "500/1h", help_heading = "Limits")]
    pub proof_of_work_above: Caps,

    /// The largest number that a proof of work may have to find; half of it is tried on average [1000 to 100000000]
    #[arg(long, env = "MAILCODE_PROOF_OF_WORK_COST", value_name = "COUNT", default_value = "3000000", value_parser = clap::value_parser!(u32).range(1000..=100_000_000), help_heading = "Limits")]
    pub proof_of_work_cost: u32,

    /// How long a visitor without a proof of work waits for the first mail [1s to 30m]
    #[arg(long, env = "MAILCODE_PROOF_OF_WORK_WAIT", value_name = "DURATION", default_value = "20s", value_parser = parse_duration, help_heading = "Limits")]
    pub proof_of_work_wait: Duration,

    /// Whether name+tag@gmail.com and na.me@gmail.com count as name@gmail.com, likewise for other providers known for it
    #[arg(long, env = "MAILCODE_ALIASES_ARE_ONE", value_name = "BOOL", default_value_t = false, action = ArgAction::Set, help_heading = "Limits")]
    pub aliases_are_one: bool,

    /// A file with the only domains that may sign up, one per line; *.example.org means all below
    #[arg(long, env = "MAILCODE_ALLOWED_DOMAINS_FILE", value_name = "FILE", help_heading = "Limits")]
    pub allowed_domains_file: Option<PathBuf>,

    /// A file with domains that may not sign up, one per line
    #[arg(long, env = "MAILCODE_BLOCKED_DOMAINS_FILE", value_name = "FILE", help_heading = "Limits")]
    pub blocked_domains_file: Option<PathBuf>,

    /// What is logged: a level (error, warn, info, debug) or tracing directives
    #[arg(long, env = "MAILCODE_LOG", value_name = "FILTER", default_value = "info")]
    pub log: String,
}
