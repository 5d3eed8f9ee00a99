//! The scales: minus lies left, plus lies right, and each argument is one weight as wide as its points.

use yew::Html;

use crate::content::{Text, Words, text};
use crate::domain::{Report, argument::Side};
use crate::export::drawing::{self, Weight, beam_end, turn};
use crate::ui::{lengths::decimal, markup::markup};

pub(crate) fn scales(words: &Words, report: &Report) -> Html {
    let [pros, cons] = drawing::weights(report);
    let (x, y) = beam_end(report.scale);
    markup! {
        <figure part="scales">
            <svg class="son-scales" viewBox="0 0 360 206" role="img" aria-label={name(words, report)}>
                <defs>
                    <pattern id="son-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                        <path class="son-con-line" d="M1 0v5" />
                    </pattern>
                </defs>
                <path class="son-scales__fine" d={drawing::TICKS} />
                <path class="son-scales__frame" d={drawing::STAND} />
                // Seen from the pivot, so that the beam can turn about it.
                <g transform="translate(180 54)">
                    {pan(Side::Con, -x, -y, &cons)}
                    {pan(Side::Pro, x, y, &pros)}
                    <g class="son-scales__beam" transform={format!("rotate({})", decimal(turn(report.scale)))}>
                        <path class="son-scales__frame" d={drawing::BEAM} />
                    </g>
                    <circle class="son-scales__frame" cy="-1" r="4.5" />
                </g>
            </svg>
            <figcaption class="son-scales__sum">
                {sum(words, -report.cons(), text::SCALES_CON, Some(Side::Con))}
                {sum(words, report.balance(), text::SCALES_BALANCE, None)}
                {sum(words, report.pros(), text::SCALES_PRO, Some(Side::Pro))}
            </figcaption>
        </figure>
    }
}

fn pan(side: Side, x: i32, y: i32, pile: &[Weight]) -> Html {
    let weight = |weight: &Weight| {
        let (x, y) = (decimal(-weight.width / 2), decimal(weight.top));
        markup! { <rect {x} {y} width={decimal(weight.width)} height={decimal(weight.height)} rx="1" /> }
    };
    markup! {
        <g class="son-scales__pan" data-side={side.id()} transform={format!("translate({} {})", decimal(x), decimal(y))}>
            <path class="son-scales__fine" d={drawing::STRINGS} />
            <g class="son-weight" data-side={side.id()} fill={fill(side)} stroke-width="1">{for pile.iter().map(weight)}</g>
            <path class="son-scales__frame" d={drawing::BOWL} />
        </g>
    }
}

/// What a side's weights are filled with: solid, by its colour in the styles, or hatched.
pub(super) fn fill(side: Side) -> &'static str {
    match side {
        Side::Pro => "currentColor",
        Side::Con => "url(#son-hatch)",
    }
}

/// A sum under its pan; the balance in the middle has no side.
fn sum(words: &Words, sum: i32, name: Text, side: Option<Side>) -> Html {
    markup! {
        <p>
            <span class="son-scales__value">{words.lang().signed(sum)}</span>
            <span class="son-scales__name">
                if let Some(side) = side {
                    <svg class="son-swatch" viewBox="0 0 14 14" aria-hidden="true">
                        <rect class="son-weight" data-side={side.id()} fill={fill(side)} x="1" y="1" width="12" height="12" rx="1.5" />
                    </svg>
                }
                {words.text(name)}
            </span>
        </p>
    }
}

/// The scales in words.
fn name(words: &Words, report: &Report) -> String {
    let (balance, tips) = match report.balance() {
        0 => (String::new(), text::SCALES_LEVEL),
        balance => {
            let (sign, tips) = if balance > 0 {
                (text::SCALES_PLUS, text::SCALES_TO_PRO)
            } else {
                (text::SCALES_MINUS, text::SCALES_TO_CON)
            };
            (words.fill(sign, &[("points", &balance.abs().to_string())]), tips)
        }
    };
    words.fill(
        tips,
        &[("pros", &report.pros().to_string()), ("cons", &report.cons().to_string()), ("balance", &balance)],
    )
}
