use super::moment::Moment;
use crate::domain::CodeStep;
use crate::messages;
use crate::words::{Key, Value, Words};
use leptos::either::Either;
use leptos::prelude::*;

/// What is known of the newest mail, and where to look for it. The region is there before any news.
#[component]
pub(crate) fn Status(words: Words, code: CodeStep) -> impl IntoView {
    let told = match messages::around_the_time(&words, &code) {
        Ok((before, after)) => Either::Left(view! { {before}<Moment at=code.known_since/>{after} }),
        Err(told) => Either::Right(told),
    };
    let look = words.say_with(Key::Webmail, &[("name", Value::Text(&code.webmail))]);
    let webmail = (!code.link.is_empty()).then(|| {
        view! { <p class="webmail"><a id="webmail" href=code.link target="_blank" rel="noreferrer">{look}</a></p> }
    });
    view! {
        <div id="status" role="status" data-final=code.is_final.then_some("")>
            <p>{told}</p>
            {webmail}
        </div>
    }
}
