// The panel at the side: the chosen node with all its facts by kind, a chosen line, or how to begin.
const panel = byId("panel");

function entriesOf(node) {
  const drawn = node.lines.flatMap((line) =>
    line.facts.map((fact) => ({ predicate: line.predicate, fact, other: otherEnd(line, node).id, out: line.from === node.id })));
  return [...node.own, ...drawn];
}

const latestFirst = (a, b) => (a.fact.date < b.fact.date ? 1 : a.fact.date > b.fact.date ? -1 : 0);

function groupsOf(node) {
  const shown = entriesOf(node).filter(({ fact }) => factShown(fact) || isChosen({ fact }));
  return [...grouped(shown, ({ predicate, out }) => predicate * 2 + (out ? 0 : 1))].sort(([a], [b]) => a - b).map(([key, entries]) => ({ predicate: key >> 1, side: (key & 1) + 1, entries: entries.sort(latestFirst) }));
}

function groupSection({ predicate, side, entries }) {
  const title = element("h3", {}, predicateName(predicate, side), element("small", {}, String(entries.length)));
  return element("section", {}, title, ...factList(entries));
}

const closeButton = () => button(closePanel, { className: "close", "aria-label": word("close") }, "×");

function noteRows(node) {
  const rows = node.notes.filter(([key]) => kg.words[`note.${key}`]).map(([key, value]) => [word(`note.${key}`), key === "code" || key === "identifier" ? value : dateText(String(term(value)))]);
  if (node.aliases.length) rows.unshift([word("alias"), node.aliases.join("; ")]);
  return rows.flatMap(([key, value]) => [element("dt", {}, key), element("dd", {}, value)]);
}

// A name in the other language stands below the name.
const otherName = (node) => (node.english ? (state.lang === "en" ? node.label : node.english) : "");

function summary(entries) {
  const told = entries.filter(({ fact }) => fact.evidence.length);
  const articles = new Set(told.flatMap(({ fact }) => fact.evidence.map((number) => sentenceOf(number)[3])));
  return word("facts.one", { n: told.length, articles: articles.size });
}

const neighbours = (node) => [...new Set(node.lines.map((line) => otherEnd(line, node)))];
const hiddenAround = (node) => neighbours(node).filter((other) => !nodeShown(other) && kinds.get(other.group).shown);

function expandButton(node) {
  const n = hiddenAround(node).length;
  return n ? button(() => expand(node), { className: "more", id: "expand" }, word("expand", { n })) : "";
}

const collapseButton = (node) => (hangingOn(node).some(nodeShown) && !state.folded.has(node.id) ? button(() => collapse(node), { className: "more", id: "collapse" }, word("collapse")) : "");

// The neighbourhood alone, and how far it reaches.
function aroundButtons(node) {
  if (state.about !== node) return [button(() => lookAround(node, 1), { className: "more", id: "around" }, word("around"))];
  const depth = (change, sign) => button(() => lookAround(node, state.depth + change), { className: "more", disabled: state.depth + change < 1 || state.depth + change > 9, "aria-label": word(change > 0 ? "deeper" : "shallower") }, sign);
  return [depth(-1, "−"), element("span", { className: "depth" }, word("depth", { n: state.depth })), depth(1, "+"), button(() => lookAround(null, 1), { className: "more", id: "everything" }, word("everything"))];
}

// Whatever is chosen meanwhile, the way back from a neighbourhood stays in sight.
const aroundNote = (node) =>
  state.about && state.about !== node ? element("p", { className: "missing" }, word("around.only", { name: nameOf(state.about), n: state.depth }), " ", button(() => lookAround(null, 1), { className: "more" }, word("everything"))) : "";

const hiddenNote = (hidden) =>
  hidden ? element("p", { className: "missing" }, word("outside", { n: hidden }), " ", button(showEverything, { className: "more" }, word("outside.show"))) : "";

function showEverything() {
  Object.assign(state, { since: "", until: "", asOf: "", words: "", flagged: false });
  changed();
}

function nodePanel(node) {
  const kind = kinds.get(node.group);
  const chip = element("p", { className: "kind" }, shapeIcon(kind), kindName(kind));
  const other = otherName(node) ? element("p", { className: "other", lang: state.lang === "en" ? "vi" : "en" }, otherName(node)) : "";
  const groups = groupsOf(node);
  const count = element("p", { className: "summary" }, summary(groups.flatMap(({ entries }) => entries)));
  const acts = element("p", { className: "acts" }, expandButton(node), collapseButton(node), ...aroundButtons(node), wayButton(node));
  const hidden = entriesOf(node).filter(({ fact }) => !factShown(fact)).length;
  return [closeButton(), chip, element("h2", {}, nameOf(node)), other, flagList(flagsOfNode(node)), element("dl", {}, ...noteRows(node)), count, acts, hiddenNote(hidden), postsSection(node), ...groups.map(groupSection)];
}

function linePanel(line) {
  const ends = element("p", { className: "ends" }, nodeButton(nodes[line.from]), element("span", { "aria-hidden": "true" }, "→"), nodeButton(nodes[line.to]));
  return [closeButton(), element("h2", {}, predicateName(line.predicate)), ends, ...factList(line.facts.map((fact) => ({ fact, other: -1 })))];
}

const missingNote = () =>
  state.missing ? [element("p", { className: "missing" }, word(`missing.${state.missing.what}`, { name: state.missing.name }))] : [];

function welcomePanel() {
  if (!nodes.length) return [...missingNote(), element("p", {}, word("empty"))];
  const steps = [1, 2, 3, 4].map((n) => element("li", {}, word(`welcome.${n}`)));
  const first = shownNodes().filter((node) => kinds.get(node.group).name !== "place").slice(0, 8).map((node) => element("li", {}, nodeButton(node)));
  return [...missingNote(), element("h2", {}, word("welcome")), element("ol", {}, ...steps), element("h3", {}, word("welcome.top")), element("ul", { className: "plain" }, ...first)];
}

const chosenFact = () => panel.querySelector(".chosen");

function showPanel() {
  const { path, node, line } = state;
  const content = path ? pathPanel(path) : node ? nodePanel(node) : line ? linePanel(line) : welcomePanel();
  panel.replaceChildren(...[seekingNote(), aroundNote(node), ...content].filter((part) => part !== ""));
  panel.scrollTop = 0;
  chosenFact()?.scrollIntoView({ block: "center" });
}
