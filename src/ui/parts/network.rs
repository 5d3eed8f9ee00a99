//! One network: what to do there, why, and what is known of it.

use yew::{Html, html};

use super::{
    fact::fact,
    heading::heading,
    verdict::{hours, name},
};
use crate::content::{MODEL, Words, text};
use crate::domain::{
    Answers,
    fit::lacks_needs,
    network::Role,
    report::{NetworkRef, NetworkReport},
};

/// A network to publish on, to monitor, or to leave. The first to publish on gives its reasons in full.
pub(super) fn network(words: &Words, answers: &Answers, network: &NetworkReport, is_first: bool, level: u8) -> Html {
    let fit = |fit: i32, text| words.fill(text, &[("fit", &fit.to_string()), ("hours", &hours(words, network.hours))]);
    let (meta, what) = match (network.network, network.role) {
        (NetworkRef::Retired(retired), _) => (words.text(text::NETWORKS_RETIRED).to_owned(), words.retired_since(retired).to_owned()),
        (NetworkRef::Live(live), Role::Publish) if network.hours > 0 => {
            (fit(network.fit, text::NETWORKS_FIT_HOURS), words.network_publish(live).to_owned())
        }
        (NetworkRef::Live(live), Role::Publish) => (fit(network.fit, text::NETWORKS_FIT), words.network_publish(live).to_owned()),
        (NetworkRef::Live(live), Role::Listen) => (fit(network.watch, text::NETWORKS_FIT_SHORT), words.network_listen(live).to_owned()),
        (NetworkRef::Live(live), Role::Leave | Role::Skip) => {
            let reason = network.skip.map_or("", |skip| words.skip(live, skip));
            (fit(network.fit, text::NETWORKS_FIT_SHORT), capitalised(reason))
        }
    };
    let publishes = network.role == Role::Publish;
    let class = if publishes { "son-network__name son-network__name--first" } else { "son-network__name" };
    html! {
        <li class="son-network" part="network">
            <div class="son-network__head">
                {heading(level, class, name(words, network.network))}
                <p class="son-network__meta">{meta}</p>
            </div>
            <p class="son-network__what">{what}</p>
            {if is_first && publishes { why(words, answers, network) } else { brief(words, answers, network) }}
            {facts(words, network)}
        </li>
    }
}

/// An answer of the reader's as it is quoted.
fn quoted(words: &Words, answers: &Answers, question: u8) -> Option<String> {
    let answer = words.short_answer(&MODEL, question.into(), answers.get(question.into()))?;
    Some(words.fill(text::QUOTE, &[("text", &answer)]))
}

/// The reader's own answers, for and against, each in a sentence.
fn why(words: &Words, answers: &Answers, network: &NetworkReport) -> Html {
    let NetworkRef::Live(live) = network.network else { return Html::default() };
    let pros = network.because.iter().filter_map(|question| words.speaks_for(&MODEL, *question, &quoted(words, answers, *question)?));
    let row = &MODEL.networks[live];
    let lacks = |question: u8| lacks_needs(answers, row) && row.needs.iter().any(|need| need.question == question);
    let cons = network.against.iter().filter_map(|question| {
        words.speaks_against(&MODEL, live, *question, &quoted(words, answers, *question)?, lacks(*question))
    });
    let mut cons: Vec<String> = cons.collect();
    // Several answers may be one and the same lack.
    cons.dedup();
    let line = |sign: &'static str, text: String| {
        html! { <li class="son-why"><span class="son-why__sign">{sign}</span><span>{text}</span></li> }
    };
    let lines: Vec<Html> = pros.map(|text| line("+", text)).chain(cons.into_iter().map(|text| line("−", text))).collect();
    if lines.is_empty() { Html::default() } else { html! { <ul class="son-network__why">{lines}</ul> } }
}

/// The same by the answers alone.
fn brief(words: &Words, answers: &Answers, network: &NetworkReport) -> Html {
    if !matches!(network.role, Role::Publish | Role::Listen) {
        return Html::default();
    }
    let line = |text, questions: &[u8]| {
        let answers: Vec<String> = questions.iter().filter_map(|question| quoted(words, answers, *question)).collect();
        let list = answers.join(words.text(text::LIST_SEPARATOR));
        (!list.is_empty()).then(|| html! { <p class="son-network__brief">{words.fill(text, &[("list", &list)])}</p> })
    };
    html! { <>{line(text::NETWORKS_FOR, &network.because)}{line(text::NETWORKS_AGAINST, &network.against)}</> }
}

fn facts(words: &Words, network: &NetworkReport) -> Html {
    let NetworkRef::Live(live) = network.network else { return Html::default() };
    let facts = MODEL.networks[live].facts.iter().zip(&network.stale);
    html! { <>{for facts.map(|(row, is_stale)| fact(words, row, *is_stale))}</> }
}

/// A clause as a sentence.
fn capitalised(clause: &str) -> String {
    let mut signs = clause.chars();
    match signs.next() {
        Some(first) => first.to_uppercase().chain(signs).chain(['.']).collect(),
        None => String::new(),
    }
}
