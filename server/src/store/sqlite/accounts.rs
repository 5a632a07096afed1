use super::failed;
use crate::sign_up::ports::{Account, AccountId, Change, StoreError};
use crate::sign_up::{CanonicalAddress, Timestamp};
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};

/// Finds the account of this mailbox, or creates it with `new_account` as its id.
pub(super) async fn find_or_create(
    connection: &mut SqliteConnection,
    address: &CanonicalAddress,
    new_account: AccountId,
    now: Timestamp,
) -> Result<Account, StoreError> {
    sqlx::query("INSERT INTO account (id, identity, email, created_at) VALUES (?, ?, ?, ?) ON CONFLICT (identity) DO NOTHING")
        .bind(new_account.as_bytes().as_slice())
        .bind(address.normalized())
        .bind(address.typed().as_str())
        .bind(now.millis())
        .execute(&mut *connection)
        .await
        .map_err(failed)?;
    find(connection, address).await?.ok_or_else(|| failed(sqlx::Error::RowNotFound))
}

pub(super) async fn read(connection: &mut SqliteConnection, id: AccountId) -> Result<Option<Account>, StoreError> {
    let row = sqlx::query("SELECT id, email, created_at, address_changes FROM account WHERE id = ?")
        .bind(id.as_bytes().as_slice())
        .fetch_optional(connection)
        .await
        .map_err(failed)?;
    row.as_ref().map(account).transpose()
}

pub(super) async fn find(connection: &mut SqliteConnection, address: &CanonicalAddress) -> Result<Option<Account>, StoreError> {
    let row = sqlx::query("SELECT id, email, created_at, address_changes FROM account WHERE identity = ?")
        .bind(address.normalized())
        .fetch_optional(connection)
        .await
        .map_err(failed)?;
    row.as_ref().map(account).transpose()
}

/// Changes the account's address, unless another account has the new one. Another spelling of its own address is allowed.
pub(super) async fn change_email(
    connection: &mut SqliteConnection,
    id: AccountId,
    address: &CanonicalAddress,
) -> Result<Change, StoreError> {
    if find(connection, address).await?.is_some_and(|account| account.id != id) {
        return Ok(Change::Taken);
    }
    let Some(before) = read(connection, id).await? else { return Ok(Change::NoAccount) };
    sqlx::query("UPDATE account SET address_changes = address_changes + (identity <> ?1), identity = ?1, email = ?2 WHERE id = ?3")
        .bind(address.normalized())
        .bind(address.typed().as_str())
        .bind(id.as_bytes().as_slice())
        .execute(&mut *connection)
        .await
        .map_err(failed)?;
    let after = read(connection, id).await?.ok_or_else(|| failed(sqlx::Error::RowNotFound))?;
    Ok(Change::Done(Box::new((before, after))))
}

/// Deletes the account and its sessions, and returns the deleted account.
pub(super) async fn delete(connection: &mut SqliteConnection, id: AccountId) -> Result<Option<Account>, StoreError> {
    let before = read(connection, id).await?;
    sqlx::query("DELETE FROM session WHERE account = ?").bind(id.as_bytes().as_slice()).execute(&mut *connection).await.map_err(failed)?;
    sqlx::query("DELETE FROM account WHERE id = ?").bind(id.as_bytes().as_slice()).execute(connection).await.map_err(failed)?;
    Ok(before)
}

fn account(row: &SqliteRow) -> Result<Account, StoreError> {
    let id: Vec<u8> = row.try_get("id").map_err(failed)?;
    let email: String = row.try_get("email").map_err(failed)?;
    Ok(Account {
        id: AccountId(id.as_slice().try_into().map_err(failed)?),
        email: CanonicalAddress::parse(&email).map_err(failed)?,
        created_at: Timestamp::from_millis(row.try_get("created_at").map_err(failed)?),
        address_changes: row.try_get("address_changes").map_err(failed)?,
    })
}
