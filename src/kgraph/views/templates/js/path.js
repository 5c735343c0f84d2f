// The way from one thing to another, each step with the words that state it.
const STATED = 2; // what articles say counts as shorter than what only the registry says
const LISTED = 5;
const lengthOf = (line) => (line.facts.some((fact) => fact.evidence.length) ? STATED : LISTED);
const leads = (line) => state.predicates.has(line.predicate);

// A way does not lead through places, awards and articles: they would join everything to everything.
function nextSteps(node, from) {
  return node === from || kinds.get(node.group).through ? node.lines.filter(leads) : [];
}

// Dijkstra's algorithm with a list of nodes for each distance; of equally short ways the first in the order of lines.
function wayBetween(from, to) {
  const distance = new Map([[from.id, 0]]);
  const reached = new Map();
  const at = [[from]];
  for (let here = 0; here < at.length; here += 1) {
    for (const node of at[here] ?? []) {
      if (node === to) return stepsBack(from, to, reached);
      for (const line of nextSteps(node, from)) {
        const other = otherEnd(line, node);
        const there = here + lengthOf(line);
        if (there >= (distance.get(other.id) ?? Infinity)) continue;
        distance.set(other.id, there);
        reached.set(other.id, line);
        (at[there] ??= []).push(other);
      }
    }
  }
  return null;
}

function stepsBack(from, to, reached) {
  const steps = [];
  for (let node = to; node !== from; node = steps[0].from) {
    const line = reached.get(node.id);
    steps.unshift({ line, from: otherEnd(line, node), to: node });
  }
  return steps;
}

function seekFrom(node) {
  state.seeking = node;
  showPanel();
  toFinder();
}

const wayButton = (node) => button(() => seekFrom(node), { className: "more", id: "seek" }, word("path.seek"));

const seekingNote = () => (state.seeking ? element("p", { className: "missing", role: "status" }, word("path.pick", { from: nameOf(state.seeking) })) : "");

function stepItem({ line, from, to }) {
  const relation = element("em", {}, ` ${predicateName(line.predicate, line.from === from.id ? 1 : 2)} `);
  const head = element("p", { className: "ends" }, nodeButton(from), relation, nodeButton(to));
  return element("li", {}, head, ...factList(line.facts.map((fact) => ({ fact, other: -1 }))));
}

function pathPanel({ from, to, steps }) {
  const title = element("h2", {}, word("path.title", { from: nameOf(from), to: nameOf(to) }));
  const told = steps ? element("ol", { className: "way" }, ...steps.map(stepItem)) : element("p", {}, word("path.none"));
  return [closeButton(), title, told];
}
