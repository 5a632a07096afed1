use super::State;
use super::anew::{anew, part, part_of};
use super::line::Line;
use super::moment::{Moment, time_of_day};
use crate::view::{Number, Text};
use leptos::either::Either;
use leptos::prelude::*;

/// What is known of the newest mail, and where to look for it. The region is there before any news, and stays.
#[component]
pub(super) fn Status(state: State) -> impl IntoView {
    view! {
        <div id="status" role="status" data-final=state.derive(|state| state.is(Number::IsFinal).then_some(""))>
            {anew(
                state,
                |state| state.live_text(Text::Status),
                move |status| {
                    let status = status.to_owned();
                    let sentence = if state.text(Text::StatusMoment).is_empty() {
                        Either::Right(view! { <span>{status}</span> })
                    } else {
                        Either::Left(view! {
                            <span class="plain" hidden=state.derive(|state| state.is_live.get())>{status}</span>
                            <span class="live" hidden=state.derive(|state| !state.is_live.get())>
                                {state.text(Text::StatusBefore)}
                                <Moment state moment=|state| state.live_text(Text::StatusMoment) time=|state| time_of_day(state, Number::KnownSince, Text::StatusTime)/>
                                {state.text(Text::StatusAfter)}
                            </span>
                        })
                    };
                    // Nothing that is about to be pressed moves when the next sentence takes the place of this one.
                    let next = state.text(Text::StatusNext);
                    let room = (!next.is_empty()).then(|| view! { <span class="next" hidden>{next}</span> });
                    part(view! { <p class="either">{sentence}{room}</p> })
                },
            )}
            <Line state id="status-reload" text=|state| state.live_text(Text::StatusReload) class=Some("scriptless")/>
            {anew(
                state,
                |state| [state.live_text(Text::WebmailLink), state.live_text(Text::Webmail)].concat(),
                move |shown| {
                    part_of(shown, |_| {
                        let link = state.text(Text::WebmailLink);
                        let is_early = link.is_empty();
                        view! {
                            <p class="webmail" hidden=is_early>
                                <a id="webmail" href=link target="_blank" rel="noreferrer">{state.text(Text::Webmail)}</a>
                            </p>
                        }
                    })
                },
            )}
        </div>
    }
}
