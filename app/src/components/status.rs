use super::moment::Moment;
use crate::domain::CodeStep;
use crate::messages::{self, TIME};
use leptos::either::Either;
use leptos::prelude::*;

/// What is known of the newest mail, and where to look for it. The region is there before any news.
#[component]
pub(crate) fn Status(code: CodeStep) -> impl IntoView {
    let told = messages::status(&code);
    let told = match told.split_once(TIME) {
        Some((before, after)) => {
            let (before, after) = (before.to_owned(), after.to_owned());
            Either::Left(view! { {before}<Moment at=code.known_since/>{after} })
        }
        None => Either::Right(told),
    };
    let webmail = (!code.link.is_empty()).then(|| {
        view! { <p class="webmail"><a id="webmail" href=code.link target="_blank" rel="noreferrer">"Look for the mail in " {code.webmail}</a></p> }
    });
    view! {
        <div id="status" role="status" data-final=code.is_final.then_some("")>
            <p>{told}</p>
            {webmail}
        </div>
    }
}
