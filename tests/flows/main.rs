//! The flows of a visitor and of an operator, against the real binary. Each test has its own server.

#![allow(clippy::unwrap_used, reason = "a test fails by a panic")]

mod accessibility;
mod account;
mod audit;
mod browser_address;
mod browser_code_field;
mod browser_failures;
mod browser_flow;
mod browser_islands;
mod browser_navigation;
mod browser_news;
mod browser_outcomes;
mod crowds;
mod dkim;
mod doctor;
mod fallback;
mod faults;
mod faults_connecting;
mod faults_lost;
mod faults_refusals;
mod faults_tls;
mod forgery;
mod languages;
mod large_requests;
mod leaks;
mod memory;
mod not_me;
mod open_files;
mod operator;
mod plain_forms;
mod postfix;
mod programs;
mod proof_of_work;
mod raw_requests;
mod recovery;
mod restart;
mod secrecy;
mod sent_mail;
mod sign_out;
mod slow_clients;
mod spam_filter;
mod steps;
mod tarpit;
