//! One network: what to do there, why, and what is known of it.

use yew::Html;

use super::{
    fact::fact,
    heading::{heading, paragraph},
};
use crate::content::{MODEL, text};
use crate::domain::{
    fit::lacks_needs,
    network::Role,
    report::{NetworkRef, NetworkReport},
};
use crate::ui::{markup::markup, view::View};

/// A network to publish on, to monitor, or to leave. The first to publish on gives its reasons in full.
pub(super) fn network(view: &View<'_>, network: &NetworkReport, is_first: bool) -> Html {
    let words = view.words;
    let fit = |fit: i32, text| words.fill(text, &[("fit", &fit.to_string()), ("hours", &words.hours(network.hours))]);
    let (meta, what) = match (network.network, network.role) {
        (NetworkRef::Retired(retired), _) => {
            (words.text(text::NETWORKS_RETIRED).to_owned(), words.retired_since(retired).to_owned())
        }
        (NetworkRef::Live(live), Role::Publish) if network.hours > 0 => {
            (fit(network.fit, text::NETWORKS_FIT_HOURS), words.network_publish(live).to_owned())
        }
        (NetworkRef::Live(live), Role::Publish) => {
            (fit(network.fit, text::NETWORKS_FIT), words.network_publish(live).to_owned())
        }
        (NetworkRef::Live(live), Role::Listen) => {
            (fit(network.watch, text::NETWORKS_FIT_SHORT), words.network_listen(live).to_owned())
        }
        (NetworkRef::Live(live), Role::Leave | Role::Skip) => {
            let reason = network.skip.map_or("", |skip| words.skip(live, skip));
            (fit(network.fit, text::NETWORKS_FIT_SHORT), capitalised(reason))
        }
    };
    let publishes = network.role == Role::Publish;
    let class = if publishes { "son-network__name son-network__name--first" } else { "son-network__name" };
    markup! {
        <li class="son-network" part="network">
            <div class="son-network__head">
                {heading(view.level + 2, class, words.network_name(network.network).into())}
                {paragraph("son-network__meta", &meta)}
            </div>
            {paragraph("son-network__what", &what)}
            {if is_first && publishes { why(view, network) } else { brief(view, network) }}
            {facts(view, network)}
        </li>
    }
}

/// An answer of the reader's as it is quoted.
fn quoted(view: &View<'_>, question: u8) -> Option<String> {
    let answer = view.words.short_answer(&MODEL, question.into(), view.answers().get(question.into()))?;
    Some(view.words.fill(text::QUOTE, &[("text", &answer)]))
}

/// The reader's own answers, for and against, each in a sentence.
fn why(view: &View<'_>, network: &NetworkReport) -> Html {
    let NetworkRef::Live(live) = network.network else { return Html::default() };
    let pros = network
        .because
        .iter()
        .filter_map(|question| view.words.speaks_for(&MODEL, *question, &quoted(view, *question)?));
    let row = &MODEL.networks[live];
    let lacks =
        |question: u8| lacks_needs(view.answers(), row) && row.needs.iter().any(|need| need.question == question);
    let cons = network.against.iter().filter_map(|question| {
        view.words.speaks_against(&MODEL, live, *question, &quoted(view, *question)?, lacks(*question))
    });
    let mut cons: Vec<String> = cons.collect();
    // Several answers may be one and the same lack.
    cons.dedup();
    let line = |sign: &'static str, text: String| {
        markup! { <li class="son-why"><span class="son-why__sign">{sign}</span><span>{text}</span></li> }
    };
    let lines: Vec<Html> =
        pros.map(|text| line("+", text)).chain(cons.into_iter().map(|text| line("−", text))).collect();
    if lines.is_empty() {
        Html::default()
    } else {
        markup! { <ul class="son-network__why">{lines}</ul> }
    }
}

/// The same by the answers alone.
fn brief(view: &View<'_>, network: &NetworkReport) -> Html {
    if !matches!(network.role, Role::Publish | Role::Listen) {
        return Html::default();
    }
    let line = |text, questions: &[u8]| {
        let answers: Vec<String> = questions.iter().filter_map(|question| quoted(view, *question)).collect();
        let list = answers.join(view.text(text::LIST_SEPARATOR));
        (!list.is_empty()).then(|| paragraph("son-network__brief", &view.words.fill(text, &[("list", &list)])))
    };
    markup! { <>{line(text::NETWORKS_FOR, &network.because)}{line(text::NETWORKS_AGAINST, &network.against)}</> }
}

fn facts(view: &View<'_>, network: &NetworkReport) -> Html {
    let NetworkRef::Live(live) = network.network else { return Html::default() };
    let facts = MODEL.networks[live].facts.iter().zip(&network.stale);
    markup! { <>{for facts.map(|(row, is_stale)| fact(view.words, row, *is_stale))}</> }
}

/// A clause as a sentence. The library's `to_uppercase` would bring tables of all alphabets, 4 KB; our clauses begin with
/// a letter of Latin-1 at most.
fn capitalised(clause: &str) -> String {
    let mut signs = clause.chars();
    match signs.next() {
        Some(first) => [upper(first)].into_iter().chain(signs).chain(['.']).collect(),
        None => String::new(),
    }
}

/// The capital of a letter: of ASCII, or of the accented letters of Latin-1.
fn upper(letter: char) -> char {
    match letter {
        '\u{e0}'..='\u{fe}' => char::from_u32(u32::from(letter) - 0x20).unwrap_or(letter),
        _ => letter.to_ascii_uppercase(),
    }
}
