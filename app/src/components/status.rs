use super::local_time::{LocalTime, time_of_day};
use super::remount::{Line, part, part_of, remount};
use crate::state::State;
use crate::view::{Number, Text};
use leptos::either::Either;
use leptos::prelude::*;

/// The delivery state of the newest mail, in one line. The live region exists from the start, so that changes are announced.
///
/// The stylesheet reserves room for the text in `data-next`, so that no button moves when that text is shown. It is an attribute, since a
/// browser without style would show a text node as if it were true already.
#[component]
pub(super) fn Status(state: State) -> impl IntoView {
    view! {
        <div
            id="status"
            role="status"
            class=state.derive(|state| match (state.is(Number::IsTrouble), state.is(Number::IsRetrying)) {
                (true, _) => "trouble",
                (false, true) => "retrying",
                (false, false) => "calm",
            })
            data-final=state.derive(|state| state.is(Number::IsFinal).then_some(""))
        >
            {remount(
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
                                <LocalTime state moment=|state| state.live_text(Text::StatusMoment) time=|state| time_of_day(state, Number::KnownSince, Text::StatusTime)/>
                                {state.text(Text::StatusAfter)}
                            </span>
                        })
                    };
                    part(view! { <p class="either" data-next=state.text(Text::StatusNext)>{sentence}</p> })
                },
            )}
            <Line state id="status-reload" text=|state| state.live_text(Text::StatusReload) class=Some("scriptless")/>
        </div>
    }
}

/// Link to the webmail, once it may contain the mail. Until then the stylesheet reserves its room.
#[component]
pub(super) fn Webmail(state: State) -> impl IntoView {
    remount(
        state,
        |state| [state.live_text(Text::WebmailLink), state.live_text(Text::Webmail)].concat(),
        move |shown| {
            part_of(shown, |_| {
                let (link, label) = (state.text(Text::WebmailLink), state.text(Text::Webmail));
                if link.is_empty() {
                    Either::Left(view! { <p class="webmail" data-next=label></p> })
                } else {
                    Either::Right(view! {
                        <p class="webmail"><a class="button" id="webmail" href=link target="_blank" rel="noreferrer">{label}</a></p>
                    })
                }
            })
        },
    )
}
