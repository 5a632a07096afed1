use crate::mail_servers::until_listening;
use crate::{Mailcode, Process};
use std::fs;
use std::process::Command;
use tempfile::TempDir;

/// Debian's nginx in front of one Mailcode or several, configured as in `server/docs/proxies.md`. It also adds the port to the client's address, as some
/// proxies do. It needs no root.
pub struct Nginx {
    // Killed when this value is dropped.
    _process: Process,
    _directory: TempDir,
    origin: String,
}

impl Nginx {
    /// Starts nginx on this port of loopback.
    ///
    /// # Panics
    /// When nginx is missing or does not start.
    pub async fn start(port: u16, behind: &Mailcode) -> Self {
        Self::before(port, &[behind]).await
    }

    /// Starts nginx on this port of loopback in front of several instances, which get the requests in turn.
    ///
    /// # Panics
    /// When nginx is missing or does not start.
    pub async fn before(port: u16, instances: &[&Mailcode]) -> Self {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let file = directory.path().join("nginx.conf");
        fs::write(&file, configuration(port, instances)).expect("a file can be written");
        let mut command = Command::new("/usr/sbin/nginx");
        command.arg("-p").arg(directory.path()).arg("-c").arg(&file).args(["-e", "stderr"]);
        let process = Process::start(&mut command);
        until_listening("nginx", port).await;
        Self { _process: process, _directory: directory, origin: format!("http://127.0.0.1:{port}") }
    }

    /// The origin for browsers: `http://127.0.0.1:PORT`.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }
}

fn configuration(port: u16, instances: &[&Mailcode]) -> String {
    let servers = instances.iter().map(|one| format!("server {};", one.address())).collect::<Vec<_>>().join(" ");
    format!(
        r#"
daemon off;
master_process off;
pid nginx.pid;
events {{ worker_connections 64; }}
http {{
    access_log off;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    upstream instances {{ {servers} }}
    server {{
        listen 127.0.0.1:{port};
        location / {{
            proxy_pass http://instances;
            proxy_set_header Host $http_host;
            proxy_set_header X-Forwarded-For "$http_x_forwarded_for, $remote_addr:$remote_port";
        }}
    }}
}}
"#
    )
}
