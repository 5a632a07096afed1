/// A file of the bundle, ready to be served. Its path contains a hash of its content, so it can be cached permanently.
#[derive(Clone, Copy)]
pub struct Asset {
    /// Absolute path on the server.
    pub path: &'static str,
    /// Value of the `Content-Type` header.
    pub content_type: &'static str,
    /// The file, uncompressed.
    pub plain: &'static [u8],
    /// The file, compressed with brotli (RFC 7932).
    pub brotli: &'static [u8],
    /// The file, compressed with gzip (RFC 1952).
    pub gzip: &'static [u8],
}

/// All files that pages load, at once or on demand.
#[derive(Clone, Copy)]
pub struct Bundle {
    /// The stylesheet.
    pub stylesheet: Asset,
    /// The icon.
    pub icon: Asset,
    /// The module that starts the islands.
    pub start: Asset,
    /// The module that loads the wasm.
    pub script: Asset,
    /// The islands' code.
    pub wasm: Asset,
    /// The module that finds a proof of work, loaded when the server requires one.
    pub prove: Asset,
    /// The worker of the proof of work.
    pub worker: Asset,
    /// The module that loads the worker's wasm.
    pub solver: Asset,
    /// The worker's code.
    pub solver_wasm: Asset,
    /// The script of the development mailbox.
    pub mailbox: Asset,
}

impl Bundle {
    /// All files of the bundle.
    #[must_use]
    pub const fn assets(&self) -> [Asset; 10] {
        let Self { stylesheet, icon, start, script, wasm, prove, worker, solver, solver_wasm, mailbox } = *self;
        [stylesheet, icon, start, script, wasm, prove, worker, solver, solver_wasm, mailbox]
    }
}

include!(concat!(env!("OUT_DIR"), "/bundle.rs"));

/// Inline style of the page that refuses a connection. Requests for files would be refused, too.
pub const REFUSAL_STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/refusal.css"));

/// The bundle that was built with this program.
pub const BUNDLE: Bundle = Bundle {
    stylesheet: STYLESHEET,
    icon: ICON,
    start: START,
    script: SCRIPT,
    wasm: WASM,
    prove: PROVE,
    worker: WORKER,
    solver: SOLVER,
    solver_wasm: SOLVER_WASM,
    mailbox: MAILBOX,
};
