use super::problem::{store_error, unexpected};
use crate::sign_up::ports::{Account, AccountId, StoreError};
use crate::sign_up::{CanonicalAddress, Timestamp};
use serde::Deserialize;
use sqlx_core::row::Row;
use sqlx_postgres::PgRow;

/// An account as the database's functions return it.
#[derive(Deserialize)]
pub(super) struct StoredAccount {
    /// In hexadecimal.
    id: String,
    email: String,
    created_at: Timestamp,
    address_changes: u32,
}

impl StoredAccount {
    pub(super) fn parse(self) -> Result<Account, StoreError> {
        let id = hex::decode(self.id).map_err(|error| StoreError::Failed(Box::new(error)))?;
        account(&id, &self.email, self.created_at, self.address_changes)
    }
}

/// The account of a row with the columns `id, email, created_at, address_changes`.
pub(super) fn read(row: &PgRow) -> Result<Account, StoreError> {
    let (id, email): (Vec<u8>, String) = (row.try_get(0).map_err(store_error)?, row.try_get(1).map_err(store_error)?);
    let (created_at, changes): (i64, i64) = (row.try_get(2).map_err(store_error)?, row.try_get(3).map_err(store_error)?);
    let changes = u32::try_from(changes).map_err(|error| StoreError::Failed(Box::new(error)))?;
    account(&id, &email, Timestamp::from_millis(created_at), changes)
}

fn account(id: &[u8], email: &str, created_at: Timestamp, address_changes: u32) -> Result<Account, StoreError> {
    Ok(Account {
        id: AccountId(id.try_into().map_err(|_| unexpected())?),
        email: CanonicalAddress::parse(email).map_err(|error| StoreError::Failed(Box::new(error)))?,
        created_at,
        address_changes,
    })
}
