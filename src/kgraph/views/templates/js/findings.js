// What validation has to say of a node or a fact: a mark beside it, and a button that shows nothing else.
const flagsByNode = new Map();
const flagsByKey = new Map();
for (const [about, severity, vi, en] of kg.findings) {
  const place = typeof about === "number" ? flagsByNode : flagsByKey;
  place.set(about, [...(place.get(about) ?? []), { severity, texts: [vi, en] }]);
}
const NONE = [];
const flagsOfNode = (node) => flagsByNode.get(node.id) ?? NONE;
const flagsOfFact = (fact) => flagsByKey.get(fact.key) ?? NONE;

const flagItem = ({ severity, texts }) =>
  element("li", { className: severity }, element("strong", {}, word(`severity.${severity}`)), ` ${texts[second()]}`);

const flagList = (flags) => (flags.length ? element("ul", { className: "flags" }, ...flags.map(flagItem)) : "");

// All that is found at a node: at itself and at its facts.
const allFlags = (node) => [...flagsOfNode(node), ...entriesOf(node).flatMap(({ fact }) => flagsOfFact(fact))];

function flagButton() {
  const made = byId("flagged");
  made.hidden = !kg.findings.length;
  made.setAttribute("aria-pressed", String(state.flagged));
  made.replaceChildren(element("span", {}, word("flagged")), element("small", {}, String(kg.findings.length)));
}
