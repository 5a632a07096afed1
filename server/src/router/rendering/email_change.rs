use super::view_builder::ViewBuilder;
use crate::i18n::Words;
use crate::router::{Site, shown_address};
use crate::sessions::Flash;
use crate::sign_up::Visit;
use crate::sign_up::ports::StoreError;
use app::view::{Flow, SignUpView};
use domain::Refusal;

/// What the visitor sees of the change of their account's address; where nobody is signed in, where to go.
pub(in crate::router) async fn email_change_view(
    site: &Site,
    words: &Words,
    visit: &Visit,
    flash: Option<&Flash>,
) -> Result<SignUpView, StoreError> {
    let Some(account) = site.sign_up.account(visit).await? else {
        return Ok(SignUpView::elsewhere(site.page(visit).await?));
    };
    let builder = ViewBuilder { site, words, flow: Flow::EmailChange };
    let (refusal, prefill) = flash.map_or((None, String::new()), |flash| (flash.refusal(), flash.prefill.clone()));
    if let (Some(code), Some(change)) = (site.email_change_step(words, visit).await?, &visit.change) {
        return Ok(builder.code(&code, change.address(), refusal.or(code.is_spent.then_some(Refusal::TriesSpent))));
    }
    Ok(builder.address(Some(shown_address::shown(account.email.typed())), refusal, prefill))
}
