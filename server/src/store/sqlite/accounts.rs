use super::failed;
use crate::sign_up::ports::{Account, AccountId, Change, StoreError};
use crate::sign_up::{CanonicalAddress, Timestamp};
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};

/// The account of this mailbox, made with `new_account` as its id if there is none.
pub(super) async fn find_or_make(
    connection: &mut SqliteConnection,
    address: &CanonicalAddress,
    new_account: AccountId,
    now: Timestamp,
) -> Result<Account, StoreError> {
    sqlx::query("INSERT INTO account (id, identity, email, created_at) VALUES (?, ?, ?, ?) ON CONFLICT (identity) DO NOTHING")
        .bind(new_account.as_bytes().as_slice())
        .bind(address.identity())
        .bind(address.typed().as_str())
        .bind(now.millis())
        .execute(&mut *connection)
        .await
        .map_err(failed)?;
    find(connection, address).await?.ok_or_else(|| failed(sqlx::Error::RowNotFound))
}

pub(super) async fn read(connection: &mut SqliteConnection, id: AccountId) -> Result<Option<Account>, StoreError> {
    let row = sqlx::query("SELECT id, email, created_at FROM account WHERE id = ?")
        .bind(id.as_bytes().as_slice())
        .fetch_optional(connection)
        .await
        .map_err(failed)?;
    row.as_ref().map(account).transpose()
}

pub(super) async fn find(connection: &mut SqliteConnection, address: &CanonicalAddress) -> Result<Option<Account>, StoreError> {
    let row = sqlx::query("SELECT id, email, created_at FROM account WHERE identity = ?")
        .bind(address.identity())
        .fetch_optional(connection)
        .await
        .map_err(failed)?;
    row.as_ref().map(account).transpose()
}

/// Makes the address that of the account, unless another one has it. A spelling of its own address may change.
pub(super) async fn change_email(
    connection: &mut SqliteConnection,
    id: AccountId,
    address: &CanonicalAddress,
) -> Result<Change, StoreError> {
    if find(connection, address).await?.is_some_and(|account| account.id != id) {
        return Ok(Change::Taken);
    }
    let Some(before) = read(connection, id).await? else { return Ok(Change::NoAccount) };
    sqlx::query("UPDATE account SET identity = ?, email = ? WHERE id = ?")
        .bind(address.identity())
        .bind(address.typed().as_str())
        .bind(id.as_bytes().as_slice())
        .execute(&mut *connection)
        .await
        .map_err(failed)?;
    Ok(Change::Done(before))
}

/// Deletes the account and its sessions, and says what it was.
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
    })
}
