use crate::world::World;

/// PostgreSQL does not know how long a list from JSON is, and takes new tables for small. It must not read a whole table therefore.
#[tokio::test]
async fn rows_are_found_by_an_index() {
    let world = World::new().await;
    let fill = "INSERT INTO session (id_hash, data, expires_at, version, handle)
            SELECT sha256(number::text::bytea), '[]', 0, 0, substr(sha256(number::text::bytea), 1, 16) FROM generate_series(1, 2000) AS number;
        INSERT INTO delivery (code_id, outcome, recorded_at, ends_at)
            SELECT substr(sha256(number::text::bytea), 1, 16), 'sending', 0, 0 FROM generate_series(1, 2000) AS number;
        INSERT INTO bucket_use (limited_by, key, used_at) SELECT 'limit', number, 0 FROM generate_series(1, 2000) AS number";
    world.execute(fill).await.expect("filled");
    let hash = "a".repeat(64);
    let read = format!(
        "BEGIN; SELECT mailcode_lock_sessions_v1('[{{\"id\": \"{hash}\"}}]', '\\xaa'); SELECT mailcode_give_back_v1('[1, 2]');
         SELECT mailcode_clear_v1('{{\"limit\": \"limit\", \"key\": \"3\"}}');
         SELECT mailcode_look_up_v1('{{\"buckets\": [], \"codes\": [\"aa\", \"bb\"], \"now\": 1}}')"
    );
    world.execute(&read).await.expect("read");
    let whole = "SELECT string_agg(relname || ' ' || seq_tup_read, ', ') FROM pg_stat_xact_user_tables WHERE seq_tup_read > 0";
    assert_eq!(world.text(whole).await, "", "these were read as a whole");
    let by_index = "SELECT string_agg(relname, ',' ORDER BY relname) FROM pg_stat_xact_user_tables WHERE idx_scan > 0
        AND relname IN ('session', 'delivery', 'bucket_use')";
    assert_eq!(world.text(by_index).await, "bucket_use,delivery,session");
    assert_eq!(world.number("SELECT count(*) FROM bucket_use").await, 1997);
}
