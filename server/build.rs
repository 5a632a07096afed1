//! Tells cargo to look at the migrations, which `sqlx::migrate!` reads at compile time.

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    std::io::Write::write_all(&mut out, b"cargo::rerun-if-changed=migrations\n")
}
