//! The articles that the arguments come from, by number and year.

use crate::ui::markup::markup;
use yew::Html;

use crate::content::{Lang, MODEL, Text, Words, text};

/// "Sources 3 (2011), 5 (2020)".
pub(super) fn cited(words: &Words, sources: &[u8]) -> String {
    let number = |source: &u8| {
        let source = usize::from(*source);
        format!("{} ({})", source + 1, words.source(source).year_short)
    };
    let list: Vec<String> = sources.iter().map(number).collect();
    let text: Text = if sources.len() == 1 { text::LEDGER_SOURCE_ONE } else { text::LEDGER_SOURCE_OTHER };
    words.fill(text, &[("list", &list.join(words.text(text::LIST_SEPARATOR)))])
}

/// All of them, by their titles, which are French in every language.
pub(super) fn sources(words: &Words) -> Html {
    let row = |source: usize| {
        let text = words.source(source);
        markup! {
            <li>
                <span>{(source + 1).to_string()}</span>
                <span>
                    <span lang={Lang::Fr.code()}>{text.title}</span>
                    if !text.publisher.is_empty() { {", "}<em lang={Lang::Fr.code()}>{text.publisher}</em> }
                    {", "}{text.year}
                </span>
            </li>
        }
    };
    markup! { <ol class="son-sources" part="sources">{for (0..MODEL.sources.len()).map(row)}</ol> }
}
