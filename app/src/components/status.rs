use super::State;
use super::anew::{anew, part, part_of};
use super::line::Line;
use super::moment::{Moment, time_of_day};
use crate::view::{Number, Text};
use leptos::either::Either;
use leptos::prelude::*;

/// What is known of the newest mail, and where to look for it. The region is there before any news, and stays.
///
/// The style keeps room for what is in `data-next`, so that nothing that is about to be pressed moves when it comes. It is no text of the
/// page, where a browser without style would show it as if it were so already.
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
                    part(view! { <p class="either" data-next=state.text(Text::StatusNext)>{sentence}</p> })
                },
            )}
            <Line state id="status-reload" text=|state| state.live_text(Text::StatusReload) class=Some("scriptless")/>
            {anew(
                state,
                |state| [state.live_text(Text::WebmailLink), state.live_text(Text::Webmail)].concat(),
                move |shown| {
                    part_of(shown, |_| {
                        let (link, label) = (state.text(Text::WebmailLink), state.text(Text::Webmail));
                        if link.is_empty() {
                            Either::Left(view! { <p class="webmail" data-next=label></p> })
                        } else {
                            Either::Right(view! {
                                <p class="webmail"><a id="webmail" href=link target="_blank" rel="noreferrer">{label}</a></p>
                            })
                        }
                    })
                },
            )}
        </div>
    }
}
