// What is visible as Turtle (RDF 1.1): a part of the dataset, triple by triple, so that it can be loaded beside it.
const turtleIri = (iri) => `<${iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`)}>`;
const ESCAPES = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };
const turtleString = (text, lang) => `"${text.replace(/[\\"\n\r\t]/g, (sign) => ESCAPES[sign])}"@${lang}`;

const NO_ACTOR = new Set(["article", "award"]); // a fact that names no actor hangs on these in the drawing
const actor = (node, subject) => (node && node.iri !== subject && !NO_ACTOR.has(node.group) ? turtleIri(node.iri) : "");
const conceptOf = (fact) => kg.terms[fact.words.find((value) => typeof value === "number")]?.[2];

// The IRI of a fact: one of its ends (an event), the one that it brings, or that of its kind and key.
function subjectOf(entry) {
  const { fact, predicate, from } = entry;
  if (!fact.key || fact.iri) return fact.iri || from.iri;
  return eventOf(entry)?.iri ?? fullIri(fact.key, predicates[predicate].segment);
}

function valueOfMark(mark, entry, subject) {
  const text = entry.fact.words.find((value) => typeof value === "string");
  const concept = conceptOf(entry.fact);
  return {
    "@source": () => actor(entry.from, subject),
    "@target": () => actor(entry.to, subject),
    "@concept": () => (concept ? turtleIri(concept) : ""),
    "@text": () => (text ? turtleString(text, "vi") : ""),
  }[mark]?.() ?? mark;
}

// The template of a relation, such as "a org:Membership ; org:member @source", without the parts that are not told.
function factTurtle(entry) {
  const subject = subjectOf(entry);
  const isEnd = [entry.from, entry.to].some((node) => node?.iri === subject);
  const told = predicates[entry.predicate].turtle.split(" ; ").map((part) => part.split(" ").map((mark) => valueOfMark(mark, entry, subject)));
  const kept = told.filter(([property, value]) => property && value && !(isEnd && property === "a"));
  const proofs = entry.fact.evidence.map((number) => ["prov:wasDerivedFrom", turtleIri(evidenceIri(number))]);
  return statement(turtleIri(subject), [...kept, ...proofs]);
}

const statement = (subject, pairs) => (pairs.length ? `${subject} ${pairs.map((pair) => pair.join(" ")).join(" ;\n  ")} .` : "");
const evidenceIri = (number) => fullIri(kg.evidence[number][3], "evidence");

const classOf = ({ cls, group }) => (cls ? kg.classes[cls] : kg.classes.find(([, kind]) => kind === group))[0];

function nodeTurtle(node) {
  if (node.group === "thing") return "";
  const label = node.group === "article" ? "dct:title" : "skos:prefLabel";
  const names = [[node.label, "vi"], [node.english, "en"]].filter(([text]) => text).map(([text, lang]) => [label, turtleString(text, lang)]);
  return statement(turtleIri(node.iri), [["a", turtleIri(classOf(node))], ...names]);
}

function evidenceTurtle(number) {
  const [prefix, exact, suffix, article] = sentenceOf(number);
  const [proof, quote] = [evidenceIri(number), `${evidenceIri(number)}#quote`];
  const parts = [["oa:exact", exact], ["oa:prefix", prefix], ["oa:suffix", suffix]].filter(([, text]) => text);
  const source = article < 0 ? [] : [["oa:hasSource", turtleIri(fullIri(kg.articles[article][5], "article"))]];
  return [
    statement(turtleIri(proof), [["a", "oa:SpecificResource"], ...source, ["oa:hasSelector", turtleIri(quote)]]),
    statement(turtleIri(quote), [["a", "oa:TextQuoteSelector"], ...parts.map(([property, text]) => [property, turtleString(text, "vi")])]),
  ].join("\n");
}

function turtleText() {
  const entries = shownFacts();
  const proofs = [...new Set(entries.flatMap(({ fact }) => fact.evidence))].sort((a, b) => a - b);
  const ends = new Set(entries.flatMap(({ from, to }) => (to ? [from, to] : [from])));
  const shown = [...new Set([...shownNodes(), ...ends])].sort((a, b) => a.id - b.id);
  const prefixes = Object.entries(kg.prefixes).map(([name, iri]) => `@prefix ${name}: <${iri}> .`);
  const body = [...shown.map(nodeTurtle), ...entries.map(factTurtle), ...proofs.map(evidenceTurtle)];
  return [...prefixes, "", ...new Set(body.filter(Boolean)), ""].join("\n");
}
