//! Everything that needs no browser, in one program.

mod answers;
mod authoring;
mod command;
mod compare;
mod documentation;
mod export;
mod firmness;
mod invariants;
mod layers;
mod link;
mod personas;
mod plan;
mod readers;
mod session;
mod vocabulary;
