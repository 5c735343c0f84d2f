// The page's content, as tables of the JSON blocks; all text in it is untrusted and only ever becomes text nodes.
const byId = (id) => document.getElementById(id);
const readBlock = (id) => JSON.parse(byId(id).textContent);
const kg = readBlock("data");
const kinds = new Map(kg.kinds.map(([name, shape, light, dark, shown, vi, en, through]) => [name, { name, shape, light, dark, shown, vi, en, through }]));
const predicates = kg.predicates.map(([name, light, dark, ...rest]) => ({ name, light, dark, labels: rest.slice(0, 6), segment: rest[6], turtle: rest[7] }));

function rowsOf(columns) {
  const keys = Object.keys(columns);
  return (columns[keys[0]] ?? []).map((_, i) => Object.fromEntries(keys.map((key) => [key, columns[key][i]])));
}

const fullIri = (key, kind) => (/^[a-z][a-z0-9+.-]*:/i.test(key) ? key : `${kg.base}${kind}/${key}`);

// EDTF writes quarters as months 33 to 36; a bound ("[..2019-12-26]") has no beginning.
function beginning(edtf) {
  const [date, year, month] = /^(\d{4})(?:-(\d\d)(?:-\d\d)?)?/.exec(edtf) ?? [""];
  return Number(month) > 32 ? `${year}-${String((Number(month) - 33) * 3 + 1).padStart(2, "0")}` : date;
}

// The parts of an evidence, by its number: before, exact, after, number of the article; and that article.
const sentenceOf = (number) => kg.sentences[kg.evidence[number][0]];
const articleOf = (number) => kg.articles[sentenceOf(number)[3]];
const publishedOf = (number) => articleOf(number)?.[1] ?? "";

function grouped(items, key) {
  const groups = new Map();
  for (const item of items) {
    const found = groups.get(key(item));
    if (found) found.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

const countBy = (items, key) => new Map([...grouped(items, key)].map(([value, found]) => [value, found.length]));

// *time* is when a fact begins, or else the day of the first article that states it: what the time bar goes by.
function readFact([key = "", words = [], date = "", evidence = [], state = "", amount = null, iri = ""]) {
  const time = beginning(date) || evidence.map(publishedOf).filter(Boolean).sort()[0] || "";
  return { key, words, date, evidence, state, amount, iri, time };
}

function readNode(drawn, i) {
  const [key, cluster, rank, english = "", aliases = [], notes = [], own = [], cls = 0, province = 0] = kg.nodes[i];
  const facts = own.map(([predicate, fact]) => ({ predicate, fact: readFact(fact), other: -1, out: true }));
  return { ...drawn, iri: fullIri(key, drawn.group), cluster, rank, english, aliases, notes, own: facts, lines: [], cls, province: province - 1 };
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

// Every fact once, with where it stands: a line or the panel of a node.
const facts = [
  ...lines.flatMap((line) => line.facts.map((fact) => ({ fact, predicate: line.predicate, from: nodes[line.from], to: nodes[line.to], line }))),
  ...nodes.flatMap((node) => node.own.map(({ fact, predicate }) => ({ fact, predicate, from: node, to: null, line: null }))),
];
// An event is its own fact: told of by each host, by its place and by its article.
const eventOf = ({ fact, from, to }) => fact.key && [from, to].find((node) => node?.iri.endsWith(`/${fact.key}`));
const isTold = (fact) => fact.evidence.length > 0;
const usualKinds = kg.kinds.filter(([, , , , shown]) => shown).map(([name]) => name);

// What the reader has chosen; everything drawn follows from it.
const state = {
  lang: kg.lang,
  tab: "network",
  kinds: new Set(usualKinds),
  predicates: new Set(predicates.keys()),
  since: "", // YYYY, YYYY-MM or YYYY-MM-DD, like until and asOf
  until: "",
  asOf: "", // a day: what was told by then, among what there was then
  words: "", // which a fact must have in its names, its words or its quote
  flagged: false, // only what validation has something to say of
  about: null, // the node whose neighbourhood alone is shown
  depth: 1,
  colour: "kind",
  revealed: new Set(),
  folded: new Set(), // numbers of nodes whose hanging neighbours are put away
  node: null,
  line: null,
  fact: "", // key of the one that the address names
  path: null, // the two ends and the steps between them
  seeking: null, // where a way begins whose end is still to be chosen
  missing: null, // what the address names and the page does not hold
  dark: false,
};
