// Types of the npm package: the element, its events, and what it knows without an interface. tests/public-face.json holds them still.

/// <reference lib="dom" />

/** The languages of texts. */
export type Language = "fr" | "en";

/** What the reader is told. */
export type VerdictId = "go" | "start_small" | "refocus" | "prepare" | "listen" | "leave" | "no";

/** What arguments belong to, and what a reader can weigh. */
export type ThemeId = "reach" | "relations" | "knowledge" | "effort" | "values";

/** The three conditions of being present: a reason, a place, the means. */
export type GateId = "why" | "where" | "how";

/** How a gate stands. */
export type GateState = "closed" | "ajar" | "open";

/** Why a gate is not open: the question and what was answered, or left unanswered. */
export type CauseId =
  | "goals_unanswered" | "goals_trend" | "strategy_unanswered" | "strategy_none" | "strategy_vague"
  | "audience_unanswered" | "audience_unknown" | "audience_guess" | "audience_few" | "network_none"
  | "runner_unanswered" | "runner_nobody" | "runner_between" | "runner_agency"
  | "hours_unanswered" | "hours_short" | "constancy_unanswered" | "constancy_weeks" | "constancy_months";

/** Which side an argument is on: for being present, or against. */
export type Side = "pro" | "con";

/** What is weighed. */
export type ArgumentId =
  | "visibility" | "bonds" | "voice" | "insight" | "acquire" | "reputation" | "service" | "affordable" | "absence" | "welcome" | "audience"
  | "fashion" | "aimless" | "mirage" | "time" | "lifeless" | "intrusion" | "unproven" | "opaque" | "unskilled" | "exposure" | "empty"
  | "dearer" | "disappointed";

/** The articles that arguments come from. */
export type SourceId = "S1" | "S2" | "S3" | "S4" | "S5";

/** The networks that live. */
export type NetworkId =
  | "facebook" | "instagram" | "x" | "linkedin" | "tiktok" | "youtube" | "pinterest" | "snapchat" | "threads" | "bluesky" | "mastodon"
  | "reddit" | "whatsapp" | "telegram" | "discord" | "twitch" | "google_business" | "reviews" | "communities";

/** The networks that are gone, which a reader may still have an account on. */
export type RetiredId = "foursquare" | "second_life" | "viadeo";

/** What to do with a network. */
export type Role = "publish" | "listen" | "leave" | "skip";

/** Why a network is left aside: what weighs most against it. */
export type Skip = "nature" | "needs" | "ages" | "formats" | "values" | "hours" | "overlap" | "lead" | "verdict";

/** With `refocus`: what to change. */
export type AdviceId = "fewer_networks" | "broadcast_less" | "set_goal" | "prove" | "answer_people" | "mind_values" | "keep_on";

/** Answers by question. `null` is "I don't know", a missing one "not asked yet"; the report treats both alike. */
export interface Answers {
  who?: "shop" | "b2b" | "association" | "personality" | "freelance" | "public" | null;
  sector?: "visual" | "local" | "expertise" | "tech" | "culture" | "industry" | "sensitive" | "cause" | null;
  presence?: "none" | "dormant" | "irregular" | "active" | null;
  results?: "nothing" | "unclear" | "some" | "clear" | null;
  accounts?: (NetworkId | RetiredId)[] | null;
  /** Three at most; `trend` stands alone. */
  goals?: ("visibility" | "acquire" | "retain" | "know" | "dialogue" | "service" | "sales" | "recruit" | "reputation" | "trend")[] | null;
  strategy?: "none" | "vague" | "written" | "integrated" | null;
  measure?: "cannot" | "counts" | "actions" | "proven" | null;
  ages?: ("13-17" | "18-24" | "25-34" | "35-49" | "50-64" | "65+")[] | null;
  area?: "local" | "national" | "international" | null;
  audience?: "unknown" | "guess" | "few" | "many" | null;
  talk?: "no" | "unsure" | "some" | "lots" | null;
  welcome?: "intrusion" | "indifferent" | "curious" | "expecting" | null;
  value?: "promotion" | "news" | "useful" | "shared" | null;
  /** `none` stands alone. */
  formats?: ("text" | "photo" | "short_video" | "long_video" | "live" | "none")[] | null;
  values?: "conflict" | "uneasy" | "fine" | "natural" | null;
  /** Hours a week, 0 to 60. */
  hours?: number | null;
  runner?: "nobody" | "between" | "assigned" | "dedicated" | "agency" | null;
  skills?: "none" | "basic" | "trained" | null;
  constancy?: "weeks" | "months" | "year" | "years" | null;
  replies?: "never" | "late" | "day" | "hours" | null;
  /** Euros a month, 0 to 10,000. */
  budget?: number | null;
}

/** The questions. */
export type QuestionId = keyof Answers;

/** What an evaluation takes beside the answers. */
export interface Options {
  /** How much each theme matters to the reader; 1 unless said. */
  weights?: Partial<Record<ThemeId, 0 | 1 | 2>> | null;
  /** What an hour costs, in euros. */
  rate?: number | null;
  /** The day of reading, YYYY-MM-DD. Without it no figure is stale. */
  today?: string | null;
}

/** Everything that one evaluation gives. */
export interface Report {
  /** The version of the model. */
  model: string;
  verdict: VerdictId;
  /** Not every core question is answered yet. */
  provisional: boolean;
  /** With `leave` alone: pause and hand over rather than close. */
  pause?: boolean;
  /** Points for being present. */
  pros: number;
  /** Points against, as a positive number. */
  cons: number;
  /** `pros` less `cons`. */
  balance: number;
  /** The balance on a scale from -100 to 100. */
  scale: number;
  gates: Record<GateId, GateState>;
  /** Why gates are not open. */
  causes: CauseId[];
  /** The arguments that count, strongest first. */
  ledger: LedgerEntry[];
  coverage: Coverage;
  /** How often each verdict comes when the arguments are weighed otherwise, as shares of 1. Those that never come are left out. */
  robustness: Partial<Record<VerdictId, number>>;
  /** The verdict that comes second there. */
  runner_up?: RunnerUp;
  /** The smallest changes that lead to a verdict of more presence. */
  flips: Flip[];
  /** The smallest single change that would lose a positive verdict. */
  loses?: Flip;
  hours: Hours;
  /** All live networks, best fit first, then the retired ones among the accounts. */
  networks: NetworkReport[];
  /** With `refocus` alone: what to change. */
  advice?: AdviceId[];
  plan: Plan;
}

/** What follows from the verdict. Days count from the start; with `today`, their dates (YYYY-MM-DD) stand beside them. */
export interface Plan {
  /** The hours of a week, by what they are for. They add up to `hours.planned` and `hours.monitoring`. */
  activities: { id: string; hours: number }[];
  /** Posts a week, by network. */
  rhythm: { network: NetworkId; posts: number }[];
  /** Networks to look at without posting: how often a week, and the hours that it takes. */
  watch: { network: NetworkId; hours: number; looks: number }[];
  /** What to count, by goal. */
  indicators: { goal: string; count: string[] }[];
  /** The first 90 days. `gate`: the gate that the step opens. */
  steps: { id: string; gate?: GateId; day: number; date?: string }[];
  /** When to look at the decision again. */
  review: { day: number; date?: string };
  /** When to stop. */
  stop: string[];
  /** Where the hours serve better, with `no` and `leave`. */
  instead: string[];
  cautions: string[];
  /** A year, in euros and hours; null where the reader's rate, or budget, is not known. Where no hours are planned, there is none. */
  cost?: {
    hours: number;
    rate: number | null;
    wages: number | null;
    budget: number | null;
    year: number | null;
    /** Published figures to compare with. `stale`: too old to lean on. */
    beside: { id: string; least: number; most?: number; year: number; stale: boolean }[];
  };
}

/** An argument that counts. */
export interface LedgerEntry {
  id: ArgumentId;
  side: Side;
  /** What it adds to its side: weight × the reader's weight of the theme × strength. */
  points: number;
  weight: number;
  /** 1 to 4. */
  strength: number;
  theme: ThemeId;
  /** The questions whose answers it rests on. */
  because: QuestionId[];
  sources: SourceId[];
}

/** What is answered, and what the rest could still change. */
export interface Coverage {
  /** How many questions apply. */
  asked: number;
  answered: number;
  /** The lowest balance that is still possible. */
  lowest: number;
  /** The highest. */
  highest: number;
  /** The verdicts that are still possible. */
  possible: VerdictId[];
  /** The open question that would tell most. */
  next?: QuestionId;
}

/** The verdict that comes second when the arguments are weighed otherwise. */
export interface RunnerUp {
  verdict: VerdictId;
  /** The single theme that would give it, weighed otherwise. */
  theme?: ThemeId;
  /** With that weight. */
  weight?: 0 | 1 | 2;
}

/** A few changes to answers, and the verdict they lead to. */
export interface Flip {
  to: VerdictId;
  changes: Change[];
}

/** An answer changed. */
export type Change = { [Id in QuestionId]: ChangeOf<Id> }[QuestionId];

/** An answer changed, of one question. */
export interface ChangeOf<Id extends QuestionId> {
  question: Id;
  /** `null` where the question is unanswered. */
  from: NonNullable<Answers[Id]> | null;
  to: NonNullable<Answers[Id]>;
}

/** Hours a week. */
export interface Hours {
  /** What the reader has; `null` where that is unanswered. */
  available: number | null;
  /** For publishing, all the work of those accounts included. */
  planned: number;
  /** For listening. */
  monitoring: number;
}

/** What the report says of one network. */
export type NetworkReport = LiveNetwork | RetiredNetwork;

/** A network that lives. */
export interface LiveNetwork {
  id: NetworkId;
  role: Role;
  /** How well it suits publishing, 0 to 100. */
  fit: number;
  /** How well it suits listening, 0 to 100. */
  watch: number;
  /** Hours a week for publishing on it. */
  hours: number;
  /** The questions whose answers speak for it. */
  because: QuestionId[];
  /** The questions whose answers speak against it. */
  against: QuestionId[];
  /** Why it is left aside, if it is. */
  skip?: Skip;
  /** The dated figures known of it. */
  facts: Fact[];
}

/** A network that is gone. */
export interface RetiredNetwork {
  id: RetiredId;
  role: "leave";
  fit: 0;
  hours: 0;
  because: QuestionId[];
  against: QuestionId[];
  /** What took its place. */
  replaced_by: NetworkId;
}

/** A dated figure about a network. */
export interface Fact {
  id: string;
  year: number;
  /** Too old on the day of reading to be relied on. */
  stale: boolean;
}

/** A question with its texts. */
export type Question = SingleQuestion | MultiQuestion | NumberQuestion;

interface QuestionBase {
  id: QuestionId;
  /** Asked before the first verdict. */
  core: boolean;
  text: string;
  /** Empty where there is none. */
  hint: string;
}

/** A question of which one option is chosen. */
export interface SingleQuestion extends QuestionBase {
  kind: "single";
  options: Option[];
}

/** A question of which several options may be chosen. */
export interface MultiQuestion extends QuestionBase {
  kind: "multi";
  options: Option[];
  /** How many at most. */
  most: number;
  /** Options that no other one may stand beside. */
  alone: string[];
}

/** A question answered by a number. */
export interface NumberQuestion extends QuestionBase {
  kind: "number";
  least: number;
  most: number;
  step: number;
}

/** An option of a question. */
export interface Option {
  id: string;
  label: string;
  /** Empty where there is none. */
  hint: string;
}

/** The report on a set of answers, without any interface. Rejects with an error that names question and value. */
export function evaluate(answers?: Answers, options?: Options): Promise<Report>;

/** The questions with their texts, in a language; without one, in the page's or the browser's. */
export function questions(lang?: string): Promise<Question[]>;

/** The element's own attributes, as they are written on the tag. For the JSX of your framework. */
export interface SocialOrNotAttributes {
  lang?: string;
  theme?: "auto" | "light" | "dark";
  storage?: "local" | "session" | "none";
  /** A preset, as JSON. */
  answers?: string;
  "heading-level"?: "2" | "3" | "4";
  "cta-label"?: string;
  "cta-href"?: string;
  "cta-name"?: string;
  "cta-text"?: string;
  "share-detail"?: "verdict" | "report";
}

/** `<social-or-not>`. Importing the package defines it. */
export class SocialOrNot extends HTMLElement {
  static observedAttributes: string[];

  /**
   * The answers by question. Setting it replaces them all. Wrong ones are refused with an error that names question and value; set
   * before the quiz is ready, by `social-or-not-error`.
   */
  get answers(): Answers;
  set answers(answers: Answers | null | undefined);

  /** The report on the answers; `null` while there are none, and until the first `social-or-not-verdict` at the latest. */
  get report(): Report | null;

  /**
   * The address that opens these answers on the quiz's own page; `null` while there are none, until the first verdict at the
   * latest, and where that page is not known, as in this package.
   */
  get link(): string | null;

  theme: string;
  storage: string;
  headingLevel: string;
  ctaLabel: string;
  ctaHref: string;
  ctaName: string;
  ctaText: string;
  shareDetail: string;

  /** Opens answers that a reader saved: the file, or its text. Who has other answers is asked first, and keeps theirs. */
  open(file: Blob | string): Promise<void>;

  /** Back to the first question, with no answers. */
  restart(): void;
}

/** What `social-or-not-answer` tells: the question, never the answer. */
export interface AnswerDetail {
  question: QuestionId;
}

/** What `social-or-not-verdict` tells. */
export interface VerdictDetail {
  verdict: VerdictId;
  /** Shown for the first time, not changed. */
  first: boolean;
  /** With `share-detail="report"` alone. */
  report?: Report;
}

/** What went wrong. */
export type ErrorCause = "download" | "cors" | "mime" | "csp" | "wasm" | "panic" | "words" | "answers" | "storage";

/** What `social-or-not-error` tells. */
export interface ErrorDetail {
  cause: ErrorCause;
  message: string;
}

/** The events of the element. They bubble, and leave the shadow roots that the element stands in. */
export interface SocialOrNotEventMap {
  /** The first screen is there. */
  "social-or-not-ready": CustomEvent<null>;
  /** The first answer of a run. */
  "social-or-not-start": CustomEvent<null>;
  "social-or-not-answer": CustomEvent<AnswerDetail>;
  /** The verdict is shown for the first time, or has changed. */
  "social-or-not-verdict": CustomEvent<VerdictDetail>;
  /** The reader has begun anew. */
  "social-or-not-restart": CustomEvent<null>;
  "social-or-not-error": CustomEvent<ErrorDetail>;
}

declare global {
  interface HTMLElementTagNameMap {
    "social-or-not": SocialOrNot;
  }
  // Of elements, of the document and of the window.
  interface GlobalEventHandlersEventMap extends SocialOrNotEventMap {}
}
