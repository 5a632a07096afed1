//! The main flows in Firefox. Those that need `DevTools`, or wasm blocked, run in Chromium only.

use crate::accessibility::the_sign_up_has_no_barrier;
use crate::browser_code_field::{pastes_a_line, shows_an_error_without_scripts};
use crate::browser_flow::{refuses_wrong_input, signs_up};
use crate::browser_navigation::{goes_back, signs_out_and_goes_back};
use crate::double_press::{presses_twice, presses_twice_without_scripts};
use e2e::{Engine, Scripting};

#[tokio::test]
async fn a_visitor_signs_up_with_scripts() {
    signs_up(Engine::Firefox, Scripting::On).await;
}

#[tokio::test]
async fn a_visitor_signs_up_without_scripts() {
    signs_up(Engine::Firefox, Scripting::Off).await;
}

#[tokio::test]
async fn the_right_code_is_accepted_after_a_wrong_one_with_scripts() {
    refuses_wrong_input(Engine::Firefox, Scripting::On).await;
}

#[tokio::test]
async fn the_right_code_is_accepted_after_a_wrong_one_without_scripts() {
    refuses_wrong_input(Engine::Firefox, Scripting::Off).await;
}

#[tokio::test]
async fn back_from_the_code_keeps_the_address_and_the_code_with_scripts() {
    goes_back(Engine::Firefox, Scripting::On).await;
}

#[tokio::test]
async fn back_from_the_code_keeps_the_address_and_the_code_without_scripts() {
    goes_back(Engine::Firefox, Scripting::Off).await;
}

#[tokio::test]
async fn a_pasted_code_with_a_space_is_sent_at_once() {
    pastes_a_line(Engine::Firefox).await;
}

#[tokio::test]
async fn a_code_with_a_space_is_accepted_without_scripts() {
    shows_an_error_without_scripts(Engine::Firefox).await;
}

#[tokio::test]
async fn a_double_press_sends_one_mail_with_scripts() {
    presses_twice(Engine::Firefox, Scripting::On).await;
}

#[tokio::test]
async fn a_double_press_sends_one_mail_without_scripts() {
    presses_twice_without_scripts(Engine::Firefox).await;
}

#[tokio::test]
async fn back_after_signing_out_shows_no_account_with_scripts() {
    signs_out_and_goes_back(Engine::Firefox, Scripting::On).await;
}

#[tokio::test]
async fn back_after_signing_out_shows_no_account_without_scripts() {
    signs_out_and_goes_back(Engine::Firefox, Scripting::Off).await;
}

/// In light and dark, 320 pixels wide without scrolling sideways, in large text.
#[tokio::test]
async fn no_state_of_the_sign_up_has_a_barrier() {
    the_sign_up_has_no_barrier(Engine::Firefox).await;
}
