// A fact with the words that state it: quote in its sentence, article, date, how directly it is said.
function quoteOf(number) {
  const [, rule, confidence] = kg.evidence[number];
  const [before, exact, after, article] = sentenceOf(number);
  const quote = element("blockquote", {}, element("span", {}, before), element("mark", {}, exact), element("span", {}, after));
  const how = element("span", { className: `sure ${confidence}`, title: `${word("rule")}: ${kg.rules[rule]}` }, word(confidence));
  return element("figure", {}, quote, element("figcaption", {}, ...sourceOf(article), how));
}

function sourceOf(article) {
  if (article < 0) return [];
  const [title, published, address, publisher, file] = kg.articles[article];
  const rest = [dateText(published) || word("undated"), publisher, file].filter(Boolean).join(" · ");
  return [link(address, title || word("untitled")), element("span", {}, rest)];
}

const wordsOf = (fact) => fact.words.map(term).map((text) => (/^\d{4}/.test(text) ? dateText(text) : text)).join(" – ");

const nodeButton = (node) => button(() => openNode(node), { className: "node" }, shapeIcon(kinds.get(node.group)), nameOf(node));

const isChosen = ({ fact }) => Boolean(fact.key) && fact.key === state.fact;

function factItem({ fact, other }) {
  const text = fact.words.length ? element("strong", {}, wordsOf(fact)) : "";
  const date = fact.date ? element("time", {}, dateText(fact.date)) : "";
  const head = element("p", { className: "fact" }, hedge(fact), text, other < 0 ? "" : nodeButton(nodes[other]), date);
  const key = fact.key ? element("small", { className: "key" }, `${word("fact")}: ${fact.key}`) : "";
  const proof = fact.evidence.length ? fact.evidence.map(quoteOf) : [element("p", { className: "registry" }, word(fact.state === "given" ? "proof.given" : "registry"))];
  const chosen = isChosen({ fact }) ? { className: "chosen", "aria-current": "true", tabIndex: -1 } : {};
  return element("li", chosen, head, flagList(flagsOfFact(fact)), ...proof, key);
}

const FIRST = 6;

function factList(entries) {
  const first = Math.max(FIRST, entries.findIndex(isChosen) + 1);
  const list = element("ul", { className: "facts" }, ...entries.slice(0, first).map(factItem));
  if (entries.length <= first) return [list];
  const showRest = ({ target }) => {
    list.append(...entries.slice(first).map(factItem));
    target.remove();
  };
  return [list, button(showRest, { className: "more" }, word("more", { n: entries.length - first }))];
}
