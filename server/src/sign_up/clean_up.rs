use super::SignUp;
use super::ports::StoreError;

impl SignUp {
    /// Deletes from the store what no rule needs any more. It should run every few minutes.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails.
    pub async fn clean_up(&self) -> Result<(), StoreError> {
        let now = self.now();
        self.ports.store.clean_up(now, now - self.limits.longest_window()).await
    }
}
