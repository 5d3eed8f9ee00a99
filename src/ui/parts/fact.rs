//! A figure with who published it and when.

use crate::ui::markup::markup;
use yew::Html;

use crate::content::{MODEL, Plural, Words, text};
use crate::domain::network::{Fact, Unit};

pub(super) fn fact(words: &Words, fact: &Fact, is_stale: bool) -> Html {
    let months = MODEL.stale_after_months.to_string();
    markup! {
        <p class="son-fact" part="fact">
            <strong>{figure(words, fact)}</strong>{" "}{words.fact(fact.position)}{". "}
            if let Some(url) = fact.url {
                <a href={url} rel="noopener">{fact.publisher}</a>
            } else {
                {fact.publisher}
            }
            {", "}{fact.year.to_string()}{"."}
            if is_stale { {" "}<span class="son-stale">{words.fill(text::NETWORKS_STALE, &[("months", &months)])}</span> }
            {fact.url.map(written_out)}
        </p>
    }
}

/// An address as paper has it, where there is nothing to follow.
pub(super) fn written_out(url: &str) -> Html {
    markup! { {" "}<span class="son-url son-paper">{url}</span> }
}

fn figure(words: &Words, fact: &Fact) -> String {
    let value = words.lang().number(fact.value);
    let plural = |plural: Plural| {
        let text = if words.lang().is_one(fact.value / 1000) { plural.one } else { plural.other };
        words.fill(text, &[("count", &value)])
    };
    match fact.unit {
        Unit::Percent => words.fill(text::UNITS_PERCENT, &[("value", &value)]),
        Unit::Million => plural(Plural { one: text::UNITS_MILLION_ONE, other: text::UNITS_MILLION_OTHER }),
        Unit::Billion => plural(Plural { one: text::UNITS_BILLION_ONE, other: text::UNITS_BILLION_OTHER }),
        Unit::Hours => words.fill(text::UNITS_HOURS, &[("value", &value)]),
        Unit::Minutes => words.fill(text::UNITS_MINUTES, &[("value", &value)]),
        Unit::Count => value,
    }
}
