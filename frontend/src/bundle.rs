/// A file of the bundle, ready to be sent. Its path holds a hash of its content, so it can be cached for good.
#[derive(Clone, Copy)]
pub struct Asset {
    /// Absolute path on the server.
    pub path: &'static str,
    /// Value of the `Content-Type` header.
    pub content_type: &'static str,
    /// The file itself.
    pub plain: &'static [u8],
    /// The file, brotli (RFC 7932).
    pub brotli: &'static [u8],
    /// The file, gzip (RFC 1952).
    pub gzip: &'static [u8],
}

/// Everything a page loads, at once or when it is needed.
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
    /// The module that finds a proof of work when one is asked for.
    pub prove: Asset,
    /// Its worker.
    pub worker: Asset,
    /// The module that loads the worker's wasm.
    pub solver: Asset,
    /// The worker's code.
    pub solver_wasm: Asset,
}

impl Bundle {
    /// All its files.
    #[must_use]
    pub const fn assets(&self) -> [Asset; 9] {
        let Self { stylesheet, icon, start, script, wasm, prove, worker, solver, solver_wasm } = *self;
        [stylesheet, icon, start, script, wasm, prove, worker, solver, solver_wasm]
    }
}

include!(concat!(env!("OUT_DIR"), "/bundle.rs"));

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
};
