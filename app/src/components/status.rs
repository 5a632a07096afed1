use super::moment::Moment;
use crate::domain::CodeStep;
use crate::messages;
use crate::words::{Key, Value, Words};
use leptos::either::Either;
use leptos::prelude::*;

/// What is known of the newest mail, and where to look for it. The region is there before any news.
#[component]
pub(crate) fn Status(
    words: Words,
    code: CodeStep,
    /// Where the island asks for more news.
    news: &'static str,
) -> impl IntoView {
    let told = match messages::around_the_time(&words, &code) {
        // The second takes the place of the first where the island knows the time of the place.
        Ok((before, after)) => Either::Left(view! {
            <span class="plain">{code.status}</span>
            <span class="live" hidden>{before}<Moment at=code.known_since/>{after}</span>
        }),
        Err(told) => Either::Right(view! { <span>{told}</span> }),
    };
    let look = words.say_with(Key::Webmail, &[("name", Value::Text(&code.webmail))]);
    let webmail = (!code.link.is_empty()).then(|| {
        view! { <p class="webmail"><a id="webmail" href=code.link target="_blank" rel="noreferrer">{look}</a></p> }
    });
    view! {
        <div id="status" role="status" data-news=news data-final=code.is_final.then_some("")>
            <p class="either">{told}</p>
            {webmail}
        </div>
    }
}
