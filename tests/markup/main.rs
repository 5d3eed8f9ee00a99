//! The screens rendered to text: what a reader is shown, without a browser.

mod comparison;
mod component;
mod document;
mod everywhere;
mod links;
mod paper;
mod plan;
mod questions;
mod result;
mod screens;
mod states;
