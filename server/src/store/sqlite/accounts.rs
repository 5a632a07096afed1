use crate::sign_up::ports::{Account, AccountId};
use crate::sign_up::{CanonicalAddress, Timestamp};
use rusqlite::types::Type;
use rusqlite::{Connection, Error, OptionalExtension, Result, Row, params};

/// Creates the account of this address, which has none, and returns it.
pub(super) fn create(connection: &Connection, id: AccountId, address: &CanonicalAddress, now: Timestamp) -> Result<Account> {
    let insert = "INSERT INTO account (id, identity, email, created_at) VALUES (?, ?, ?, ?)";
    let values = params![id.as_bytes(), address.normalized(), address.typed().as_str(), now.millis()];
    connection.prepare_cached(insert)?.execute(values)?;
    read(connection, id)?.ok_or(Error::QueryReturnedNoRows)
}

pub(super) fn read(connection: &Connection, id: AccountId) -> Result<Option<Account>> {
    let query = "SELECT id, email, created_at, address_changes FROM account WHERE id = ?";
    connection.prepare_cached(query)?.query_row([id.as_bytes()], account).optional()
}

pub(super) fn find(connection: &Connection, address: &CanonicalAddress) -> Result<Option<Account>> {
    let query = "SELECT id, email, created_at, address_changes FROM account WHERE identity = ?";
    connection.prepare_cached(query)?.query_row([address.normalized()], account).optional()
}

/// Changes the account's address to one that no other account has, and returns the changed account. The new address may be another
/// spelling of the present one.
pub(super) fn change_email(connection: &Connection, id: AccountId, address: &CanonicalAddress) -> Result<Account> {
    let update = "UPDATE account SET address_changes = address_changes + (identity <> ?1), identity = ?1, email = ?2 WHERE id = ?3";
    connection.prepare_cached(update)?.execute(params![address.normalized(), address.typed().as_str(), id.as_bytes()])?;
    read(connection, id)?.ok_or(Error::QueryReturnedNoRows)
}

pub(super) fn delete(connection: &Connection, id: AccountId) -> Result<()> {
    connection.prepare_cached("DELETE FROM account WHERE id = ?")?.execute([id.as_bytes()])?;
    Ok(())
}

fn account(row: &Row<'_>) -> Result<Account> {
    let email: String = row.get(1)?;
    Ok(Account {
        id: AccountId(row.get(0)?),
        email: CanonicalAddress::parse(&email).map_err(|error| Error::FromSqlConversionFailure(1, Type::Text, Box::new(error)))?,
        created_at: Timestamp::from_millis(row.get(2)?),
        address_changes: row.get(3)?,
    })
}
