//! A reader with a pen: knows nothing of the model, reads the page as it is printed, does as it says, and comes to the same end.

use social_or_not::domain::gate::GateState;
use social_or_not::domain::question::Kind;
use social_or_not::domain::{Answer, Answers, Evaluator, Options, Report, Verdict, ledger};
use social_or_not::json;

use super::*;

/// An element of the page, or a text (without a tag).
#[derive(Default)]
struct Node {
    tag: String,
    attributes: String,
    text: String,
    children: Vec<Node>,
}

impl Node {
    fn read(html: &str) -> Node {
        let mut open = vec![Node::default()];
        let mut rest = html.split_once("<body").expect("a body").1;
        rest = rest.split_once('>').expect("a tag").1;
        while let Some((text, after)) = rest.split_once('<') {
            let text = text.replace("&quot;", "\"").replace("&lt;", "<").replace("&amp;", "&");
            open.last_mut().expect("a root").children.push(Node { text, ..Node::default() });
            let (tag, after) = after.split_once('>').expect("a tag ends");
            rest = after;
            if let Some(tag) = tag.strip_prefix('/') {
                if tag == "body" {
                    break;
                }
                let node = open.pop().expect("what is closed was open");
                assert_eq!(node.tag, tag);
                open.last_mut().expect("a root").children.push(node);
            } else {
                let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
                let node = Node { tag: name.to_owned(), attributes: attributes.to_owned(), ..Node::default() };
                if name == "input" {
                    open.last_mut().expect("a root").children.push(node);
                } else {
                    open.push(node);
                }
            }
        }
        assert_eq!(open.len(), 1, "all is closed");
        open.remove(0)
    }

    /// All elements inside, by tag or `.class`.
    fn all<'a>(&'a self, selector: &str) -> Vec<&'a Node> {
        let is = |node: &Node| match selector.strip_prefix('.') {
            Some(class) => node.attributes.contains(&format!("class=\"{class}\"")),
            None => node.tag == selector,
        };
        let mut found = Vec::new();
        for child in &self.children {
            if is(child) {
                found.push(child);
            }
            found.extend(child.all(selector));
        }
        found
    }

    fn one(&self, selector: &str) -> &Node {
        self.all(selector).first().unwrap_or_else(|| panic!("no {selector} in: {}", self.said()))
    }

    /// What stands there, but for what is only heard and for what is small.
    fn said(&self) -> String {
        if self.tag == "small" || self.attributes.contains("sheet-heard") {
            return String::new();
        }
        let inside: String = self.children.iter().map(Node::said).collect();
        format!("{}{inside}", self.text).trim().to_owned() + if self.text.ends_with(' ') { " " } else { "" }
    }

    /// The numbers that stand there, in tenths; those of codes such as 3a left out.
    fn numbers(&self) -> Vec<i32> {
        numbers(&self.said())
    }
}

fn words_of(text: &str) -> Vec<String> {
    let part = |sign: char| sign.is_alphanumeric() || matches!(sign, ',' | '.' | '\u{202f}' | '*');
    let words = text.split(move |sign| !part(sign));
    words
        .map(|word| word.trim_matches([',', '.', '\u{202f}']).replace('\u{202f}', ""))
        .filter(|word| !word.is_empty())
        .collect()
}

fn tenths(word: &str) -> Option<i32> {
    // In English a comma stands before three figures; in French before decimals, of which there are never three.
    let thousands = word.split_once(',').is_some_and(|(_, after)| after.len() == 3);
    let number: f64 = word.replace(',', if thousands { "" } else { "." }).parse().ok()?;
    Some((number * 10.0).round() as i32)
}

fn numbers(text: &str) -> Vec<i32> {
    words_of(text).iter().filter_map(|word| tenths(word)).collect()
}

/// The codes that stand in a text: "3a" is (3, 'a').
fn codes(text: &str) -> Vec<(usize, char)> {
    let code = |word: &String| {
        let letter = word.chars().last().filter(char::is_ascii_lowercase)?;
        Some((word[..word.len() - 1].parse().ok()?, letter))
    };
    words_of(text).iter().filter_map(code).collect()
}

/// What the reader ticked and wrote in the first section.
struct Filled {
    ticked: Vec<(usize, char)>,
    /// By question, in tenths.
    numbers: Vec<(usize, i32)>,
}

impl Filled {
    fn any(&self, codes: &[(usize, char)]) -> bool {
        codes.iter().any(|code| self.ticked.contains(code))
    }

    fn blank(&self, question: usize) -> bool {
        self.letters(question).is_empty() && self.number(question).is_none()
    }

    fn letters(&self, question: usize) -> Vec<char> {
        self.ticked.iter().filter(|(other, _)| *other == question).map(|(_, letter)| *letter).collect()
    }

    fn number(&self, question: usize) -> Option<i32> {
        self.numbers.iter().find(|(other, _)| *other == question).map(|(_, number)| *number)
    }
}

/// What a reader comes to.
#[derive(Debug, PartialEq)]
struct Outcome {
    points: Vec<(String, i32)>,
    pros: i32,
    cons: i32,
    balance: i32,
    gates: Vec<String>,
    /// As its headline.
    verdict: String,
    /// The networks that suit, in the page's order.
    suit: Vec<usize>,
}

/// Someone with the page in front of them. The page is read once, by its looks alone.
struct Pen {
    root: Node,
    words: Words,
    /// What each question's number is, and each option's letter, found by their words.
    places: Vec<Option<(usize, Vec<char>)>>,
    camps: [Vec<Line>; 2],
    tables: Vec<(usize, Vec<Vec<String>>)>,
    rules: Vec<String>,
    columns: Vec<(usize, String)>,
    needed: Vec<(i32, Vec<String>)>,
}

/// An argument's place in the ledger.
struct Line {
    says: String,
    only: Vec<String>,
    most: Option<i32>,
    /// A question's number, and what stands after it: a letter or a range, and points.
    counts: Vec<(usize, Vec<(String, i32)>)>,
}

impl Pen {
    fn new(lang: Lang) -> Pen {
        let root = Node::read(&html(lang, "sheet.css", None).expect("a sheet"));
        let words = Words::built_in(lang);
        let asked = root.all("fieldset");
        let places = (0..MODEL.questions.len())
            .map(|question| {
                let text = words.question(question).text;
                let field = asked.iter().find(|field| field.one("legend").said().ends_with(text))?;
                let letters = (0..MODEL.questions[question].options.len())
                    .map(|option| {
                        let label = words.option(&MODEL, question, option).label;
                        let labels = field.all("label");
                        let label =
                            labels.iter().find(|other| other.one("span").said() == label).expect("every option");
                        label.one("i").said().chars().next().expect("a letter")
                    })
                    .collect();
                Some((field.one("b").said().parse().expect("a number"), letters))
            })
            .collect();
        let camps =
            root.all(".sheet-ledger").into_iter().map(|camp| camp.all("tbody").into_iter().map(Line::read).collect());
        let camps: Vec<Vec<Line>> = camps.collect();
        let camps: [Vec<Line>; 2] = camps.try_into().ok().expect("two camps");
        let tables = root
            .all(".sheet-fit")
            .into_iter()
            .filter(|table| !table.one("caption").all("b").is_empty())
            .map(|table| {
                let heads = table.one("thead").all("th").into_iter().map(Node::said).collect();
                let rows = table.one("tbody").all("tr");
                let cells = |row: &Node| {
                    let mut cells = vec![row.one("th").said()];
                    cells.extend(row.all("td").into_iter().map(Node::said));
                    cells
                };
                let mut all: Vec<Vec<String>> = vec![heads];
                all.extend(rows.into_iter().map(cells));
                (table.one("caption").one("b").said().parse().expect("a number"), all)
            })
            .collect();
        let place =
            root.all("section").into_iter().find(|section| section.attributes.contains("place")).expect("a section");
        let rules = place.one("ol").all("li").into_iter().map(Node::said).collect();
        let needed = root.one(".sheet-needed");
        let heads = needed.one("thead").all("tr");
        let spans: Vec<&Node> = heads[0].all("th").into_iter().skip(1).collect();
        let lower = heads[1].all("th");
        let columns =
            lower.iter().enumerate().map(|(place, head)| (place / (lower.len() / spans.len()), head.said())).collect();
        let needed = needed
            .one("tbody")
            .all("tr")
            .into_iter()
            .map(|row| {
                let mean: f64 = row.one("th").said().replace(',', ".").parse().expect("a mean");
                ((mean * 100.0).round() as i32, row.all("td").into_iter().map(Node::said).collect())
            })
            .collect();
        Pen { root, words, places, camps, tables, rules, columns, needed }
    }

    fn fill(&self, answers: &Answers) -> Filled {
        let mut filled = Filled { ticked: Vec::new(), numbers: Vec::new() };
        for (question, place) in self.places.iter().enumerate() {
            let Some((number, letters)) = place else { continue };
            match answers.get(question) {
                Some(Answer::Number(tenths)) => filled.numbers.push((*number, tenths)),
                Some(answer) => filled.ticked.extend(bits(answer.options()).map(|option| (*number, letters[option]))),
                None => {}
            }
        }
        filled
    }

    fn count(&self, answers: &Answers) -> Outcome {
        let filled = self.fill(answers);
        let mut points = Vec::new();
        let [pros, cons] = [0, 1].map(|camp: usize| {
            let camp = &self.camps[camp];
            camp.iter()
                .map(|line| {
                    let sum = line.points(&filled);
                    if sum > 0 {
                        points.push((line.says.clone(), sum));
                    }
                    sum
                })
                .sum::<i32>()
        });
        let balance = pros - cons;
        let suit: Vec<usize> = (1..self.tables[0].1.len()).filter(|row| self.suits(&filled, *row)).collect();
        let gates = self.gates(&filled, &suit);
        let verdict = self.verdict(&filled, balance, &gates, &suit);
        Outcome { points, pros, cons, balance, gates, verdict, suit: suit.into_iter().map(|row| row - 1).collect() }
    }

    /// The table of a question, and of the last what stands in its two last columns.
    fn table(&self, question: usize) -> &[Vec<String>] {
        &self.tables.iter().find(|(number, _)| *number == question).expect("a table").1
    }

    /// What stands in a network's row under the letters chosen.
    fn under(&self, question: usize, row: usize, letters: &[char]) -> Vec<&str> {
        let table = self.table(question);
        let column = |letter: &char| table[0].iter().position(|head| *head == letter.to_string());
        letters.iter().filter_map(column).map(|column| table[row][column].as_str()).collect()
    }

    fn hours(&self, row: usize, from_the_right: usize) -> i32 {
        let row = &self.tables.last().expect("a table").1[row];
        tenths(&row[row.len() - from_the_right]).expect("hours")
    }

    /// Does as the numbered rules say.
    fn suits(&self, filled: &Filled, row: usize) -> bool {
        let [single, several, ages, formats, needs, reach, _] = &self.rules[..] else { panic!("seven rules") };
        let mut points = 0;
        // "12 for question 1, 12 for question 12, 4 for question 13"
        let neutral = numbers(single);
        for pair in neutral.chunks(2) {
            let [middle, question] = [pair[0] / 10, pair[1] / 10];
            let question = question as usize;
            let found = self.under(question, row, &filled.letters(question));
            points += found.first().map_or(middle, |points| points.parse().expect("points"));
        }
        let figures = numbers(several);
        let [question, one, two, three, middle] = figures[..] else { panic!("five figures: {figures:?}") };
        let question = question as usize / 10;
        let alone = codes(several);
        let found: Vec<i32> = self
            .under(question, row, &filled.letters(question))
            .iter()
            .map(|figure| figure.parse().expect("a figure"))
            .collect();
        let sum: i32 = found.iter().sum();
        points += match found.len() {
            _ if filled.any(&alone) => middle / 10,
            0 => middle / 10,
            1 => sum * one / 10,
            2 => sum * two / 10,
            _ => sum * three / 10,
        };
        let uneven = found.len() == 3 && sum % 3 != 0;
        let figures = numbers(ages);
        let ticked: Vec<i32> = self
            .under(figures[0] as usize / 10, row, &filled.letters(figures[0] as usize / 10))
            .iter()
            .map(|figure| figure.parse().expect("a figure"))
            .collect();
        let mean =
            if ticked.is_empty() { figures[1] * 10 } else { ticked.iter().sum::<i32>() * 100 / ticked.len() as i32 };
        let question = numbers(formats)[0] as usize / 10;
        let crosses = self.under(question, row, &filled.letters(question)).iter().filter(|cell| **cell == "×").count();
        let shared = if filled.letters(question).is_empty() { 2 } else { crosses.min(2) };
        if shared == 0 {
            return false;
        }
        let name = &self.table(question)[row][0];
        for need in needs.split([';', '.']) {
            if need.contains(name.trim_end_matches(['°', '†'])) {
                let codes = codes(need);
                if !filled.any(&codes) && !codes.iter().any(|(question, _)| filled.blank(*question)) {
                    return false;
                }
            }
        }
        let values = numbers(reach)[0] as usize / 10;
        let letter = filled.letters(values).first().copied();
        let column = |head: &str| {
            self.columns.iter().position(|(formats, other)| {
                *formats == shared - 1 && {
                    let letters: Vec<&str> = other.split(' ').collect();
                    letters.contains(&head)
                }
            })
        };
        let column = match letter {
            None => self.columns.iter().position(|(formats, _)| *formats == shared - 1),
            Some(letter) if name.contains('°') => {
                column(&format!("{letter}°")).or_else(|| column(&letter.to_string()))
            }
            Some(letter) => column(&letter.to_string()),
        };
        let Some((_, cells)) = self.needed.iter().rev().find(|(from, _)| *from <= mean) else { return false };
        let cell = &cells[column.expect("a column")];
        match cell.trim_end_matches('*').parse::<i32>() {
            Ok(needed) => points >= needed + i32::from(cell.ends_with('*') && uneven),
            Err(_) => false,
        }
    }

    fn gates(&self, filled: &Filled, suit: &[usize]) -> Vec<String> {
        let rows = |gate: &Node| {
            let rows = gate.one("tbody").all("tr");
            let state = |state: GateState| self.words.state(state).to_owned();
            let holds: Vec<String> = rows
                .iter()
                .filter(|row| {
                    let when = row.one("label").said();
                    let (codes, numbers) = (codes(&when), numbers(&when));
                    let words = when.to_lowercase();
                    if words.contains("no network") || words.contains("aucun réseau ne") {
                        suit.is_empty()
                    } else if words.contains("without an answer") || words.contains("sans réponse") {
                        filled.blank(numbers[0] as usize / 10)
                    } else if codes.is_empty() {
                        // "9 below the hours of every network that suits (below 0.5 if none suits)"
                        let hours = filled.number(numbers[0] as usize / 10);
                        let least = suit.iter().map(|row| self.hours(*row, 2)).min().unwrap_or(numbers[1]);
                        hours.is_some_and(|hours| hours < least)
                    } else if let [question, below] = numbers[..] {
                        filled.any(&codes) && filled.number(question as usize / 10).is_some_and(|number| number < below)
                    } else {
                        filled.any(&codes)
                    }
                })
                .map(|row| row.all("td")[1].said())
                .collect();
            let worst = [GateState::Closed, GateState::Ajar].map(state);
            worst.into_iter().find(|state| holds.contains(state)).unwrap_or_else(|| state(GateState::Open))
        };
        self.root.all(".sheet-gate").into_iter().map(rows).collect()
    }

    fn verdict(&self, filled: &Filled, balance: i32, gates: &[String], suit: &[usize]) -> String {
        let gate = |state: GateState| gates.iter().filter(|gate| *gate == self.words.state(state)).count();
        let closed = |place: usize| gates[place] == self.words.state(GateState::Closed);
        let mut ticked = Vec::new();
        for ground in self.root.one(".sheet-grounds").all("li") {
            let letter = ground.one("i").said();
            let text = ground.one("span").said();
            let (codes, numbers, words) = (codes(&text), numbers(&text), text.to_lowercase());
            let holds = if words.contains("balance is") || words.contains("solde est") {
                balance >= numbers[0] / 10
            } else if words.contains("all three gates") || words.contains("les trois portes") {
                gate(GateState::Open) == 3
            } else if words.contains("one at most is ajar") || words.contains("une au plus est entrouverte") {
                gate(GateState::Closed) == 0 && gate(GateState::Ajar) <= 1
            } else if words.contains("neither the second gate nor the third")
                || words.contains("ni la deuxième porte ni la troisième")
            {
                !closed(1) && !closed(2)
            } else if words.contains("did not tick") || words.contains("n’avez pas coché") {
                assert!(!codes.is_empty());
                !filled.any(&codes)
            } else if words.contains("you ticked") || words.contains("vous avez coché") {
                assert!(!codes.is_empty());
                filled.any(&codes)
            } else {
                assert!(words.contains('†'), "{text}");
                let hours = filled.number(numbers[0] as usize / 10);
                let accounts = suit.iter().filter(|row| !self.tables[0].1[**row][0].contains('†'));
                let well = accounts.map(|row| self.hours(*row, 1)).min();
                matches!((hours, well), (Some(hours), Some(well)) if hours >= well)
            };
            if holds {
                ticked.push(letter);
            }
        }
        let tables = self.root.all(".sheet-verdict");
        let [absent, present] = tables[..] else { panic!("two tables") };
        let there = codes(&present.one("caption").said());
        assert_eq!(there, codes(&absent.one("caption").said()));
        let table = if filled.any(&there) { present } else { absent };
        let rows = table.one("tbody").all("tr");
        let wants = |row: &Node| -> Vec<String> {
            let words = words_of(&row.one("th").said());
            words
                .into_iter()
                .filter(|word| word.len() == 1 && word.chars().all(|sign| sign.is_ascii_uppercase()))
                .collect()
        };
        let row = rows.iter().find(|row| wants(row).iter().all(|letter| ticked.contains(letter))).expect("a last row");
        row.one("td").said()
    }
}

impl Line {
    fn read(node: &Node) -> Line {
        let count = |item: &Node| {
            let worth = |span: &&Node| span.one("b").said().trim_start_matches('+').parse().expect("points");
            let what = |span: &&Node| match span.all("i").first() {
                Some(letter) => letter.said(),
                None => span.children.iter().filter(|child| child.tag != "b").map(Node::said).collect(),
            };
            let spans = item.all("span").into_iter().map(|span| (what(&span), worth(&span))).collect();
            (item.one("b").said().parse().expect("a number"), spans)
        };
        Line {
            says: node.one("th").said().trim().to_owned(),
            only: node.all(".sheet-only").into_iter().map(Node::said).collect(),
            most: node.all(".sheet-most").first().map(|most| most.numbers()[0] / 10),
            counts: node.all("li").into_iter().map(count).collect(),
        }
    }

    fn points(&self, filled: &Filled) -> i32 {
        let met = |only: &String| {
            let codes = codes(only);
            if !codes.is_empty() {
                return filled.any(&codes);
            }
            let [question, least] = numbers(only)[..] else { panic!("{only}") };
            filled.number(question as usize / 10).is_some_and(|number| number >= least)
        };
        if !self.only.iter().all(met) {
            return 0;
        }
        let most_of = |(question, spans): &(usize, Vec<(String, i32)>)| {
            let holds = |what: &str| match filled.number(*question) {
                Some(number) => match numbers(what)[..] {
                    [from, to] => (from..to).contains(&number),
                    [end] if what.starts_with("less") || what.starts_with("moins") => number < end,
                    [from] => number >= from,
                    _ => panic!("{what}"),
                },
                None => filled.letters(*question).iter().any(|letter| letter.to_string() == what),
            };
            spans.iter().filter(|(what, _)| holds(what)).map(|(_, points)| *points).max().unwrap_or(0)
        };
        let sum: i32 = self.counts.iter().map(most_of).sum();
        self.most.map_or(sum, |most| sum.min(most))
    }
}

/// What the program says, in the words of the page.
fn program(words: &Words, evaluator: &Evaluator, answers: &Answers) -> Outcome {
    let report: Report = evaluator.evaluate(answers);
    let mut points: Vec<(usize, String, i32)> = report
        .ledger
        .iter()
        .map(|entry| (entry.argument, words.argument(entry.argument).to_owned(), entry.points))
        .collect();
    points.sort_by_key(|(argument, ..)| (MODEL.arguments[*argument].side == Side::Con, *argument));
    let weighing = evaluator.weigh(answers);
    let fits = weighing.fits.iter().enumerate();
    let (pros, cons) = (ledger::sum(&report.ledger, Side::Pro), ledger::sum(&report.ledger, Side::Con));
    Outcome {
        points: points.into_iter().map(|(_, says, points)| (says, points)).collect(),
        pros,
        cons,
        balance: weighing.balance,
        gates: report.gates.iter().map(|gate| words.state(gate.state).to_owned()).collect(),
        verdict: words.verdict(report.verdict, report.pause).headline.to_owned(),
        suit: fits.filter(|(_, fit)| fit.publish >= MODEL.thresholds.fits).map(|(network, _)| network).collect(),
    }
}

/// Numbers that look random and are always the same (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize % end
    }

    /// Any reader: all core questions answered, and of the others as many as `more` of 100; or no question for sure.
    fn reader(&mut self, core: usize, more: usize) -> Answers {
        let mut answers = Answers::none(&MODEL);
        for (question, row) in MODEL.questions.iter().enumerate() {
            if self.below(100) >= if row.core { core } else { more } {
                continue;
            }
            let answer = match row.kind {
                Kind::Single { .. } => Answer::Single(self.below(row.options.len()) as u8),
                Kind::Number(range) => {
                    // Most readers have few hours, where the thresholds are.
                    let few = if self.below(4) > 0 {
                        range.most.min(1200) / range.step.max(1)
                    } else {
                        range.most / range.step
                    };
                    let few = if range.most <= 600 && self.below(3) > 0 { few.min(20) } else { few };
                    Answer::Number(range.least + self.below(few as usize + 1) as i32 * range.step)
                }
                Kind::Multi { most, alone } => loop {
                    let count = 1 + self.below(usize::from(most).min(row.options.len()));
                    let chosen = (0..count).fold(0u32, |chosen, _| chosen | 1 << self.below(row.options.len()));
                    if chosen & alone == 0 || chosen.count_ones() == 1 {
                        break Answer::Multi(chosen);
                    }
                },
            };
            answers.set(&MODEL, question, Some(answer)).expect("a valid answer");
        }
        answers
    }
}

fn personas() -> Vec<(String, Answers)> {
    let personas: serde_json::Value =
        serde_json::from_str(&project::read("tests/personas.json").expect("the personas")).expect("JSON");
    let read = |persona: &serde_json::Value| {
        let answers = json::read(&persona["answers"].to_string()).expect("answers");
        (persona["id"].to_string(), Answers::read(&MODEL, &answers).expect("valid answers"))
    };
    personas.as_array().expect("a list").iter().map(read).collect()
}

#[test]
fn a_reader_with_a_pen_comes_to_the_programs_points_gates_networks_and_verdict_for_every_persona() {
    let evaluator = Evaluator::new(&MODEL, Options::default());
    for lang in Lang::ALL {
        let pen = Pen::new(lang);
        for (id, answers) in personas() {
            assert_eq!(pen.count(&answers), program(&pen.words, &evaluator, &answers), "{id}, {lang:?}");
        }
    }
}

#[test]
fn a_reader_with_a_pen_agrees_with_the_program_for_thousands_of_readers_whatever_they_left_blank() {
    let evaluator = Evaluator::new(&MODEL, Options::default());
    for lang in Lang::ALL {
        let pen = Pen::new(lang);
        let mut dice = Dice(20_261_122);
        let mut verdicts = BTreeMap::new();
        for (core, more) in [(100, 0), (100, 60), (100, 100), (70, 70)] {
            for _ in 0..1000 {
                let answers = dice.reader(core, more);
                let outcome = pen.count(&answers);
                assert_eq!(outcome, program(&pen.words, &evaluator, &answers), "{lang:?} {answers:?}");
                *verdicts.entry(outcome.verdict).or_insert(0) += 1;
            }
        }
        // The seven and the pause: or the dice prove nothing of some rows.
        assert_eq!(verdicts.len(), Verdict::ALL.len() + 1, "{verdicts:?}");
        assert!(verdicts.values().all(|count| *count >= 5), "{verdicts:?}");
    }
}

#[test]
fn a_network_that_just_suits_or_just_does_not_is_told_apart_for_every_mean_that_ages_can_have() {
    let evaluator = Evaluator::new(&MODEL, Options::default());
    let pen = Pen::new(Lang::En);
    let place = |id: &str| MODEL.question(id).expect("a question");
    let threes = |end: u32| (1u32..1 << end).filter(|set| set.count_ones() == 3);
    let (mut edge, mut checked) = (0, 0);
    for ages in 1u32..1 << 6 {
        for goals in threes(9) {
            // The rest varies with them, so that all columns and sums are met.
            let turn = ages as usize * 7 + goals as usize * 3;
            let mut answers = Answers::none(&MODEL);
            let mut set = |id: &str, answer| answers.set(&MODEL, place(id), Some(answer)).expect("valid");
            set("ages", Answer::Multi(ages));
            set("goals", Answer::Multi(goals));
            set("values", Answer::Single((turn / 2 % 4) as u8));
            set("who", Answer::Single((turn % 6) as u8));
            set("sector", Answer::Single((turn / 6 % 8) as u8));
            set("area", Answer::Single((turn / 5 % 3) as u8));
            set("formats", Answer::Multi([0b1, 0b10, 0b11, 0b100, 0b11111][turn % 5]));
            let suit: Vec<usize> = {
                let filled = pen.fill(&answers);
                (1..pen.tables[0].1.len()).filter(|row| pen.suits(&filled, *row)).map(|row| row - 1).collect()
            };
            let fits = evaluator.weigh(&answers).fits;
            for (network, fit) in fits.iter().enumerate() {
                assert_eq!(suit.contains(&network), fit.publish >= MODEL.thresholds.fits, "{network} {answers:?}");
                edge += usize::from((fit.publish - MODEL.thresholds.fits).abs() <= 1);
                checked += 1;
            }
        }
    }
    assert!(edge > 500, "{edge} of {checked}");
}

#[test]
fn a_sheet_has_no_script_and_no_style_of_its_own() {
    for lang in Lang::ALL {
        let html = html(lang, "sheet.css", None).expect("a sheet");
        for what in ["<script", "style=", "<style", " on"] {
            let tags = html.split('<').filter_map(|tag| tag.split_once('>')).map(|(tag, _)| format!("<{tag}"));
            for tag in tags {
                // An attribute's text may have any words.
                let bare: String = tag.split('"').step_by(2).collect();
                assert!(!bare.contains(what), "{tag}");
            }
        }
    }
}
