// The page's content, as tables of the JSON blocks; all text in it is untrusted and only ever becomes text nodes.
const byId = (id) => document.getElementById(id);
const readBlock = (id) => JSON.parse(byId(id).textContent);
const kg = readBlock("data");
const kinds = new Map(kg.kinds.map(([name, shape, light, dark, shown, vi, en, through]) => [name, { name, shape, light, dark, shown, vi, en, through }]));
const predicates = kg.predicates.map(([name, light, dark, ...labels]) => ({ name, light, dark, labels }));

function rowsOf(columns) {
  const keys = Object.keys(columns);
  return (columns[keys[0]] ?? []).map((_, i) => Object.fromEntries(keys.map((key) => [key, columns[key][i]])));
}

const readFact = ([key = "", words = [], date = "", evidence = [], state = ""]) => ({ key, words, date, evidence, state });

function readNode(drawn, i) {
  const [key, cluster, english = "", aliases = [], notes = [], own = []] = kg.nodes[i];
  const iri = /^https?:/.test(key) ? key : `${kg.base}${drawn.group}/${key}`;
  const facts = own.map(([predicate, fact]) => ({ predicate, fact: readFact(fact), other: -1, out: true }));
  return { ...drawn, iri, cluster, english, aliases, notes, own: facts, lines: [] };
}

function readLine(drawn, i) {
  const [predicate, facts] = kg.lines[i];
  return { ...drawn, id: i, predicate, facts: facts.map(readFact) };
}

const nodes = rowsOf(readBlock("nodes")).map(readNode);
const lines = rowsOf(readBlock("edges")).map(readLine);
for (const line of lines) {
  nodes[line.from].lines.push(line);
  nodes[line.to].lines.push(line);
}
const byIri = new Map(nodes.map((node) => [node.iri, node]));
// Where a fact is shown, by its key: on its first line, or else in the panel of its node.
const byKey = new Map();
const keep = (key, place) => key && !byKey.has(key) && byKey.set(key, place);
for (const line of lines) for (const { key } of line.facts) keep(key, { node: null, line });
for (const node of nodes) for (const { fact } of node.own) keep(fact.key, { node, line: null });
const byImportance = [...nodes].sort((a, b) => b.size - a.size || a.id - b.id);
const otherEnd = (line, node) => nodes[line.from === node.id ? line.to : line.from];

// What the reader has chosen; everything drawn follows from it.
const state = {
  lang: kg.lang,
  kinds: new Set(kg.kinds.filter(([, , , , shown]) => shown).map(([name]) => name)),
  predicates: new Set(predicates.keys()),
  top: kg.top.length ? new Set(kg.top) : null,
  revealed: new Set(),
  node: null,
  line: null,
  fact: "", // key of the one that the address names
  path: null, // the two ends and the steps between them
  seeking: null, // where a way begins whose end is still to be chosen
  missing: null, // what the address names and the page does not hold
  clusters: false,
  dark: false,
};
