/// Whether this variable was made by Kubernetes for a service (its documentation: "Discovering services", environment variables) or by a
/// container link of Docker, not by an operator for Mailcode. Both name variables after the service: one called `mailcode` gets
/// `MAILCODE_PORT=tcp://10.0.0.7:3000`, one called `mailcode-smtp` even a `MAILCODE_SMTP_PORT`. `is_setting` is whether the name is that of
/// a setting.
pub(super) fn is_service_link(name: &str, value: &str, is_setting: bool) -> bool {
    let words: Vec<&str> = name.split('_').skip(1).collect();
    match words[..] {
        [.., "PORT"] if is_address(value) => true,
        _ if is_setting => false,
        [.., "SERVICE", "HOST"] => true,
        [.., "NAME"] => is_pair_of_containers(value),
        // A link names the variables of the linked container `…_ENV_<name>`, so this is none of them.
        [.., "ENV"] => false,
        _ => {
            let has_port = words.windows(3).any(|words| matches!(words, ["PORT", number, "TCP" | "UDP" | "SCTP"] if is_number(number)));
            has_port || words.contains(&"ENV") || words.windows(2).any(|words| words == ["SERVICE", "PORT"])
        }
    }
}

/// Whether the value has the form `tcp://10.0.0.7:3000`.
fn is_address(value: &str) -> bool {
    value.split_once("://").is_some_and(|(scheme, _)| matches!(scheme, "tcp" | "udp" | "sctp"))
}

/// Whether the value has the form `/web/mailcode`: the linked container, by the name that the container `web` uses for it.
fn is_pair_of_containers(value: &str) -> bool {
    value.strip_prefix('/').is_some_and(|names| names.contains('/'))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::is_service_link;

    #[test]
    fn what_kubernetes_and_links_make_is_theirs() {
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
    fn what_an_operator_wrote_is_not() {
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
}
