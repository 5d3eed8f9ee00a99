//! The cases that the model must satisfy.

use serde_json::Value as Json;
use social_or_not::{
    content::{MODEL, PLAN},
    domain::{Answers, Evaluator, Options, evaluate, network::Role, report::NetworkRef},
};

use crate::readers::value;

fn ids(persona: &Json, key: &str) -> Option<Vec<String>> {
    let id = |item: &Json| item.as_str().expect("an id").to_owned();
    persona.get(key).map(|list| list.as_array().expect("a list of ids").iter().map(id).collect())
}

#[test]
fn every_persona_gets_its_verdict_and_networks() {
    let personas: Vec<Json> = serde_json::from_str(include_str!("../personas.json")).expect("a list of personas");
    assert!(personas.len() >= 14, "personas are missing");
    for persona in &personas {
        let name = persona["id"].as_str().expect("an id");
        let answers = Answers::read(&MODEL, &value(&persona["answers"])).expect("valid answers");
        let report = evaluate(&MODEL, &answers, &Options::default());
        let with_role = |role| -> Vec<&str> {
            let live = report.with_role(role).filter_map(|network| match network.network {
                NetworkRef::Live(position) => Some(MODEL.networks[position].id),
                NetworkRef::Retired(_) => None,
            });
            live.collect()
        };
        let (published, listened) = (with_role(Role::Publish), with_role(Role::Listen));
        if let Some(verdicts) = ids(persona, "verdict") {
            assert!(verdicts.contains(&report.verdict.id().to_owned()), "{name} gets {}", report.verdict.id());
        }
        if let Some(any) = ids(persona, "publish_any_of") {
            assert!(any.iter().any(|id| published.contains(&id.as_str())), "{name} is to publish on {published:?}");
        }
        if let Some(none) = ids(persona, "publish_none_of") {
            assert!(none.iter().all(|id| !published.contains(&id.as_str())), "{name} is to publish on {published:?}");
        }
        if let Some(any) = ids(persona, "listen_any_of") {
            assert!(any.iter().any(|id| listened.contains(&id.as_str())), "{name} is to listen to {listened:?}");
        }
        let count = published.len() as u64;
        let bound = |key: &str| persona.get(key).and_then(Json::as_u64);
        assert!(bound("publish_count").is_none_or(|exact| count == exact), "{name} is to publish on {published:?}");
        assert!(
            bound("publish_count_at_least").is_none_or(|least| count >= least),
            "{name} is to publish on {published:?}"
        );
        assert!(
            bound("publish_count_at_most").is_none_or(|most| count <= most),
            "{name} is to publish on {published:?}"
        );
        let report: Json =
            serde_json::from_str(&Evaluator::new(&MODEL, Options::default()).report_json(&PLAN, &answers))
                .expect("the report is JSON");
        let possible = report["coverage"]["possible"].as_array().map_or(0, Vec::len) as u64;
        assert!(bound("possible_count_at_least").is_none_or(|least| possible >= least), "{name} may get {possible}");
    }
}
