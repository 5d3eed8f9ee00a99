//! What holds for every screen, in both languages.

use social_or_not::{
    content::Lang,
    ui::{Cta, Keeping, Notice, Sharing, WidgetProps},
};

use crate::{
    document::{Document, Element},
    screens::{everything, markup, props, render, today},
};

/// Looks at every screen in every language, with everything set that can be set.
fn check(look: impl Fn(&str, &Document)) {
    for screen in everything() {
        for lang in Lang::ALL {
            let cta =
                Cta { label: "Write".into(), href: "https://example.org/".into(), name: "A".into(), text: "B".into() };
            let props = props(lang, screen.session.clone());
            let address = Some("https://example.org/#r=".into());
            let comparison = Some("https://example.org/compare.html".into());
            let sharing =
                Sharing { address, comparison, sends: true, prints: true, saves: true, notice: Some(Notice::Copied) };
            let document =
                render(WidgetProps { today: today(), cta: Some(cta), sharing, keeping: Keeping::Nowhere, ..props });
            look(&format!("{} in {}", screen.name, lang.code()), &document);
        }
    }
}

#[test]
fn no_element_that_should_speak_is_empty() {
    let speaks = ["h2", "h3", "h4", "h5", "h6", "p", "li", "button", "a", "dt", "dd", "legend", "summary", "strong"];
    check(|name, document| {
        for element in document.elements.iter().filter(|element| speaks.contains(&element.tag.as_str())) {
            // A live region is there before it has anything to say.
            let may_be_silent = element.attribute("role") == Some("status");
            assert!(may_be_silent || !element.says().is_empty(), "{name}: {element:?}");
        }
    });
}

#[test]
fn no_placeholder_is_left_unfilled_and_no_sign_is_doubled() {
    check(|name, document| {
        let text = &document.one("son").text;
        for fault in ["{", "}", "  ", "..", " ,", " .", ",,", "NaN"] {
            let context = text
                .find(fault)
                .map(|place| &text[..place])
                .map(|before| before.chars().rev().take(60).collect::<String>());
            assert!(
                context.is_none(),
                "{name}: {fault:?} after {:?}",
                context.map(|text| text.chars().rev().collect::<String>())
            );
        }
    });
}

#[test]
fn a_strict_policy_holds_since_nothing_is_styled_or_scripted_in_place() {
    for screen in everything() {
        let markup = markup(props(Lang::Fr, screen.session));
        for forbidden in [" style=", " onclick=", "<script", "<style", "javascript:"] {
            assert!(!markup.contains(forbidden), "{}: {forbidden}", screen.name);
        }
    }
}

#[test]
fn ids_are_unique_and_whatever_is_named_is_there() {
    check(|name, document| {
        let mut ids: Vec<&str> = document.elements.iter().filter_map(|element| element.attribute("id")).collect();
        ids.sort_unstable();
        assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "{name}: {ids:?}");
        for element in &document.elements {
            for reference in ["aria-labelledby", "aria-describedby"].iter().filter_map(|name| element.attribute(name)) {
                assert!(ids.contains(&reference), "{name}: nothing is called {reference}");
            }
            if let Some(id) = element.attribute("fill").and_then(|fill| fill.strip_prefix("url(#")) {
                assert!(ids.contains(&id.trim_end_matches(')')), "{name}: no pattern is called {id}");
            }
        }
    });
}

#[test]
fn headings_begin_at_the_given_level_and_leave_none_out() {
    for screen in everything() {
        for level in 2..=4 {
            let props = WidgetProps { heading_level: level, ..props(Lang::En, screen.session.clone()) };
            let document = render(props);
            let of = |tag: &str| tag.strip_prefix('h').and_then(|level| level.parse::<u8>().ok());
            let levels: Vec<u8> = document.elements.iter().filter_map(|element| of(&element.tag)).collect();
            assert_eq!(levels.first(), Some(&level), "{}", screen.name);
            assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{}: {levels:?}", screen.name);
            assert_eq!(levels.iter().filter(|other| **other == level).count(), 1, "{}", screen.name);
        }
    }
}

#[test]
fn each_screen_has_one_heading_for_the_focus() {
    check(|name, document| {
        let focusable: Vec<_> =
            document.elements.iter().filter(|element| element.attribute("tabindex").is_some()).collect();
        assert_eq!(focusable.len(), 1, "{name}");
        assert_eq!((focusable[0].attribute("tabindex"), focusable[0].tag.as_str()), (Some("-1"), "h3"), "{name}");
    });
}

#[test]
fn every_control_has_a_name_of_its_own() {
    check(|name, document| {
        for button in document.tagged("button") {
            assert!(matches!(button.attribute("type"), Some("button" | "submit")), "{name}: {button:?}");
        }
        for input in document.tagged("input") {
            let labelled =
                document.around(input).iter().any(|element| element.tag == "label" && !element.says().is_empty());
            assert!(
                labelled || input.attribute("aria-label").is_some_and(|label| !label.is_empty()),
                "{name}: {input:?}"
            );
        }
        for picture in document.tagged("svg") {
            let is_named = picture.attribute("role") == Some("img") && picture.attribute("aria-label").is_some();
            let hidden = |element: &Element| element.attribute("aria-hidden") == Some("true");
            let is_hidden = hidden(picture) || document.around(picture).into_iter().any(hidden);
            assert!(is_named || is_hidden, "{name}: {picture:?}");
        }
    });
}

#[test]
fn links_lead_to_the_web_alone_and_tell_it_nothing() {
    check(|name, document| {
        for link in document.tagged("a") {
            let href = link.attribute("href").unwrap_or_default();
            assert!(href.starts_with("https://") || href.starts_with("http://"), "{name}: {href}");
            assert_eq!(link.attribute("target"), None, "{name}: no link opens a window of its own");
        }
    });
}

#[test]
fn no_landmark_stands_in_a_page_that_is_someone_elses() {
    check(|name, document| {
        for tag in ["main", "header", "footer", "nav", "aside", "h1"] {
            assert!(document.tagged(tag).is_empty(), "{name}: <{tag}>");
        }
    });
}

#[test]
fn both_languages_have_the_same_build() {
    for screen in everything() {
        let [french, english] = Lang::ALL.map(|lang| {
            let document = render(props(lang, screen.session.clone()));
            let shape =
                |element: &Element| (element.tag.clone(), element.attribute("class").unwrap_or_default().to_owned());
            document.elements.iter().map(shape).collect::<Vec<_>>()
        });
        assert_eq!(french, english, "{}", screen.name);
    }
}

#[test]
fn the_widget_says_its_language() {
    for lang in Lang::ALL {
        let document = render(props(lang, everything().swap_remove(0).session));
        assert_eq!(document.one("son").attribute("lang"), Some(lang.code()));
    }
}
