// The selection: which facts and which nodes every part of the page shows.
const NOTHING = { facts: null, ends: null, around: null, hanging: new Set(), top: kg.top.length ? new Set(kg.top) : null };
let selection = NOTHING;

const isEarlier = (time, since) => since !== "" && time < since.slice(0, time.length);
const isLater = (time, until) => until !== "" && time.slice(0, until.length) > until;
const lastDay = () => state.asOf || state.until;
const inTime = (time) => time !== "" && !isEarlier(time, state.since) && !isLater(time, lastDay());

// What begins after the day or ended before it did not exist then (a province of now in 2021).
function existed(node) {
  const note = (name) => String(node.notes.find(([key]) => key === name)?.[1] ?? "");
  return !isLater(note("validFrom"), state.asOf) && !(note("validTo") && isEarlier(note("validTo"), state.asOf));
}

// The text of a fact without accents: the names of its ends, its words and its quotes.
const textOfNode = new Map();
function foldedNames(node) {
  if (!textOfNode.has(node)) textOfNode.set(node, [node.label, node.english, ...node.aliases].map(fold).join(" "));
  return textOfNode.get(node);
}

const foldedSentences = [];
const foldedSentence = (number) => (foldedSentences[number] ??= fold(kg.sentences[number].slice(0, 3).join("")));

function textOf(entry) {
  const { fact, from, to } = entry;
  const quotes = () => fact.evidence.map((number) => foldedSentence(kg.evidence[number][0]));
  const said = () => fold(fact.words.flatMap((value) => (typeof value === "number" ? kg.terms[value].slice(0, 2) : value)).join(" "));
  return (entry.text ??= [foldedNames(from), to ? foldedNames(to) : "", said(), ...quotes()].join(" "));
}

// Whether each of *words* begins a word of *text*: "a" is the union A, not every "quà".
const holds = (text, words) => words.every((part) => ` ${text}`.includes(` ${part}`));

// What is asked of every fact, and what lets a node pass by itself; nothing tells the time of a node.
function filtersChosen() {
  const words = fold(state.words).split(" ").filter(Boolean);
  return [
    words.length && { fact: (entry) => holds(textOf(entry), words), node: (node) => holds(foldedNames(node), words) },
    (state.since || lastDay()) && { fact: ({ fact }) => inTime(fact.time), node: () => false },
    state.asOf && { fact: ({ from, to }) => existed(from) && (!to || existed(to)), node: existed },
    state.flagged && { fact: isFlagged, node: (node) => flagsOfNode(node).length > 0 },
  ].filter(Boolean);
}

const isFlagged = ({ fact, from, to }) => Boolean(flagsOfFact(fact).length || flagsOfNode(from).length || (to && flagsOfNode(to).length));

// Facts that pass, and the nodes they join: relations of the register bring no node, they only join what is there.
function factsThatPass() {
  const filters = filtersChosen();
  if (!filters.length) return { facts: null, ends: null };
  const passing = facts.filter((entry) => (isTold(entry.fact) || entry.fact.state === "given") && filters.every((filter) => filter.fact(entry)));
  const named = nodes.filter((node) => filters.every((filter) => filter.node(node)));
  const ends = [...passing.flatMap(({ from, to }) => (to ? [from, to] : [from])), ...named];
  return { facts: new Set(passing.map(({ fact }) => fact)), ends: new Set(ends.map((node) => node.id)) };
}

// What lies within so many relations of a node; no way leads through places, awards and articles.
function neighbourhood(start, depth) {
  const found = new Set([start.id]);
  let border = [start];
  for (let step = 0; step < depth; step += 1) {
    const next = border.flatMap((node) => nextSteps(node, start).map((line) => otherEnd(line, node))).filter((node) => !found.has(node.id));
    for (const node of next) found.add(node.id);
    border = [...new Set(next)];
  }
  return found;
}

// The neighbours of a node that hang on nothing else of the kinds that are shown.
function hangingOn(centre) {
  const hangs = (node) => neighbours(node).every((other) => other === centre || !state.kinds.has(other.group));
  return neighbours(centre).filter(hangs);
}

const hangingNodes = () => new Set([...state.folded].flatMap((id) => hangingOn(nodes[id]).map((node) => node.id)));

const isNarrowed = () => Boolean(selection.facts || selection.around);

// Of a network too large to be drawn, the most connected nodes; once it is narrowed down, those of what is left.
function mostConnected() {
  if (!kg.top.length) return null;
  if (!isNarrowed()) return NOTHING.top;
  const passing = byImportance.filter(passes);
  return passing.length > kg.large ? new Set(passing.slice(0, kg.top.length).map((node) => node.id)) : null;
}

// What is found fault with is shown on demand whatever its kind: most notes are about articles, which are hidden.
function passes(node) {
  const { id, group } = node;
  const { ends, around, hanging } = selection;
  const isAsked = state.kinds.has(group) || (state.flagged && flagsOfNode(node).length > 0);
  return isAsked && !hanging.has(id) && (!ends || ends.has(id)) && (!around || around.has(id));
}

// What is open: a node, the ends of a line, or all that lies on a way.
function openNodes({ node, line, path }) {
  if (path) return [path.from, path.to, ...(path.steps ?? []).map((step) => step.to)];
  return node ? [node] : line ? [nodes[line.from], nodes[line.to]] : [];
}

// What was brought in by hand goes when the selection becomes another one; only what is open stays.
let narrowedBy = "";
function forgetRevealed() {
  const now = JSON.stringify([timeText(), state.words, state.flagged, state.about?.id]);
  if (now !== narrowedBy) state.revealed = new Set(openNodes(state).map((node) => node.id));
  narrowedBy = now;
}

function chooseAnew() {
  forgetRevealed();
  selection = { ...factsThatPass(), around: state.about && neighbourhood(state.about, state.depth), hanging: hangingNodes(), top: null };
  selection.top = mostConnected();
}

const nodeShown = (node) => state.revealed.has(node.id) || (passes(node) && (!selection.top || selection.top.has(node.id)));
const factShown = (fact) => !selection.facts || selection.facts.has(fact) || !(isTold(fact) || fact.state === "given");
const lineShown = (line) =>
  state.predicates.has(line.predicate) && nodeShown(nodes[line.from]) && nodeShown(nodes[line.to]) && line.facts.some(factShown);
const shownNodes = () => byImportance.filter(nodeShown);

// What a fact counts as: an event is told of by each of its hosts and by its article, and is one.
const identityOf = (fact) => fact.key || fact;

// The facts of the selection with where they stand, in the order of the page.
const shownFacts = () =>
  facts.filter(({ fact, predicate, from, to, line }) => (line ? lineShown(line) : state.predicates.has(predicate) && nodeShown(from)) && factShown(fact) && (!to || nodeShown(to)));
