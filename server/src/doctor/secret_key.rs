use super::{DoctorProblem, Finding, Stage, as_sentence};
use crate::config::{SecretKeyError, SecretKeySource, absolute_path};
use std::path::Path;

/// Checks that the secret key can be read, and not by users who should not. `given_file` is the file that the settings name, if any.
#[must_use]
pub fn check_secret_key(source: &SecretKeySource, given_file: Option<&Path>) -> Finding {
    let (path, forbidden) = match (source, given_file) {
        (SecretKeySource::Configured(_), None) => return Finding::ok(Stage::SecretKey, "set by MAILCODE_SECRET_KEY"),
        // Software that provides secrets may give the file to the group of the service.
        (SecretKeySource::Configured(_), Some(path)) => (path, 0o007),
        (SecretKeySource::Generated(path), _) => (path.as_path(), 0o077),
    };
    let shown = absolute_path(path);
    let shown = shown.display();
    match source.read() {
        Err(SecretKeyError::Missing(_)) => {
            Finding::ok(Stage::SecretKey, &format!("{shown} does not exist yet; the server creates it at its start"))
        }
        Err(error) => Finding::failed(Stage::SecretKey, DoctorProblem::SecretKeyUnreadable, &error.to_string(), as_sentence(error.fix())),
        Ok(_) => match mode(path) {
            Some(mode) if mode & forbidden != 0 => Finding::failed(
                Stage::SecretKey,
                DoctorProblem::SecretKeyNotPrivate,
                &format!("{shown} has mode {mode:04o}: other users can read or change it"),
                format!("Restrict it to its owner: chmod 600 {shown}\nIf somebody may have read it, replace the key."),
            ),
            _ => Finding::ok(Stage::SecretKey, &format!("{shown} exists and is private")),
        },
    }
}

/// The permissions of a file, as the octal digits of chmod(1).
#[cfg(unix)]
fn mode(path: &Path) -> Option<u32> {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().ok().map(|metadata| metadata.permissions().mode() & 0o777)
}

/// Access control lists of other systems are not checked.
#[cfg(not(unix))]
fn mode(_: &Path) -> Option<u32> {
    None
}

#[cfg(all(test, unix))]
mod tests {
    use super::check_secret_key;
    use crate::config::SecretKeySource;
    use crate::doctor::{CheckOutcome, DoctorProblem};
    use crate::sign_up::MacKey;
    use std::fs::{self, Permissions};
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_key_must_be_valid_and_readable_by_its_owner_alone() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("secret.key");
        let (generated, configured) =
            (SecretKeySource::Generated(path.clone()), SecretKeySource::Configured(MacKey::new([7; MacKey::LENGTH])));
        let finding = check_secret_key(&generated, None);
        assert!(
            finding.outcome == CheckOutcome::Ok && finding.said.as_str().contains("does not exist yet") && !path.exists(),
            "{finding:?}"
        );
        assert_eq!(check_secret_key(&configured, None).outcome, CheckOutcome::Ok);

        fs::write(&path, "07".repeat(MacKey::LENGTH)).expect("written");
        for (mode, of_generated, of_configured) in [
            (0o600, None, None),
            (0o400, None, None),
            (0o440, Some(DoctorProblem::SecretKeyNotPrivate), None),
            (0o604, Some(DoctorProblem::SecretKeyNotPrivate), Some(DoctorProblem::SecretKeyNotPrivate)),
            (0o602, Some(DoctorProblem::SecretKeyNotPrivate), Some(DoctorProblem::SecretKeyNotPrivate)),
        ] {
            fs::set_permissions(&path, Permissions::from_mode(mode)).expect("changed");
            assert_eq!(check_secret_key(&generated, None).problem(), of_generated, "{mode:o}");
            assert_eq!(check_secret_key(&configured, Some(&path)).problem(), of_configured, "{mode:o}");
        }
        fs::write(&path, "no key").expect("written");
        let finding = check_secret_key(&generated, None);
        assert!(finding.problem() == Some(DoctorProblem::SecretKeyUnreadable) && !finding.said.as_str().contains("no key"), "{finding:?}");
    }
}
