/// The sessions do not depend on the database: all tests but those of SQLite's files.
#[test]
fn the_same_holds_on_postgresql() {
    test_support::run_again_on_postgres(&["on_postgres::", "files::"]);
}
