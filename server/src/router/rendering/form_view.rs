use super::display_address::display_address;
use super::view_builder::ViewBuilder;
use crate::i18n::Translations;
use crate::router::Site;
use crate::sessions::Flash;
use crate::sign_up::VisitorState;
use crate::sign_up::ports::StoreError;
use app::view::{Flow, SignUpView};
use domain::{Refusal, Step};

/// The view of the visitor's sign-up.
///
/// # Errors
/// [`StoreError`] when the store fails.
pub(in crate::router) async fn sign_up_view(
    site: &Site,
    translations: &Translations,
    visitor: &VisitorState,
    flash: Option<&Flash>,
) -> Result<SignUpView, StoreError> {
    let builder = ViewBuilder { site, translations, flow: Flow::SignUp };
    let (mut refusal, mut prefill) = flash.map_or((None, String::new()), |flash| (flash.refusal(), flash.prefill.clone()));
    if let (Step::Code(code), Some(pending)) = (site.step(translations, visitor).await?, &visitor.pending) {
        return Ok(builder.code_view(&code, pending.address(), refusal));
    }
    // Shown as long as the sign-up is voided, not just once: the recipient of the mail may have voided it at any time.
    if let Some(address) = site.sign_up.voided(visitor).await? {
        refusal = refusal.or(Some(Refusal::Voided));
        if prefill.is_empty() {
            address.as_str().clone_into(&mut prefill);
        }
    }
    Ok(builder.address_view(None, refusal, prefill))
}

/// The view for changing the address of the account; if no account is signed in, the page to load instead.
pub(in crate::router) async fn email_change_view(
    site: &Site,
    translations: &Translations,
    visitor: &VisitorState,
    flash: Option<&Flash>,
) -> Result<SignUpView, StoreError> {
    let Some(account) = site.sign_up.account(visitor).await? else {
        return Ok(SignUpView::elsewhere(site.page(visitor).await?));
    };
    let builder = ViewBuilder { site, translations, flow: Flow::EmailChange };
    let (refusal, prefill) = flash.map_or((None, String::new()), |flash| (flash.refusal(), flash.prefill.clone()));
    if let (Some(code), Some(change)) = (site.email_change_step(translations, visitor).await?, &visitor.change) {
        return Ok(builder.code_view(&code, change.address(), refusal));
    }
    Ok(builder.address_view(Some(display_address(account.email.typed())), refusal, prefill))
}
