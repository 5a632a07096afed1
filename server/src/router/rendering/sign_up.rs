use super::view_builder::ViewBuilder;
use crate::i18n::Words;
use crate::router::Site;
use crate::sessions::Flash;
use crate::sign_up::Visit;
use crate::sign_up::ports::StoreError;
use app::view::{Flow, SignUpView};
use domain::{Refusal, Step};

/// What a visitor sees of the sign-up.
///
/// # Errors
/// [`StoreError`] when the store fails.
pub(in crate::router) async fn sign_up_view(
    site: &Site,
    words: &Words,
    visit: &Visit,
    flash: Option<&Flash>,
) -> Result<SignUpView, StoreError> {
    let builder = ViewBuilder { site, words, flow: Flow::SignUp };
    let (mut refusal, mut prefill) = flash.map_or((None, String::new()), |flash| (flash.refusal(), flash.prefill.clone()));
    if let (Step::Code(code), Some(pending)) = (site.step(words, visit).await?, &visit.pending) {
        // Not once but as long as it is so.
        if code.is_spent {
            refusal = refusal.or(Some(Refusal::TriesSpent));
        }
        return Ok(builder.code(&code, pending.address(), refusal));
    }
    // The same: whoever reads the mail may have said it at any time.
    if let Some(address) = site.sign_up.voided(visit).await? {
        refusal = refusal.or(Some(Refusal::Voided));
        if prefill.is_empty() {
            address.as_str().clone_into(&mut prefill);
        }
    }
    Ok(builder.address(None, refusal, prefill))
}
