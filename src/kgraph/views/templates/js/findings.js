// What validation has to say of a node or a fact: a mark beside it, and a button that shows nothing else.
const flags = grouped(kg.findings, ([about]) => about); // by the number of a node or the key of a fact
const NONE = [];
const flagsOfNode = (node) => flags.get(node.id) ?? NONE;
const flagsOfFact = (fact) => flags.get(fact.key) ?? NONE;

const flagItem = ([, severity, ...texts]) =>
  element("li", { className: severity }, element("strong", {}, word(`severity.${severity}`)), ` ${texts[second()]}`);

const flagList = (found) => (found.length ? element("ul", { className: "flags" }, ...found.map(flagItem)) : "");

function flagButton() {
  const made = byId("flagged");
  made.hidden = !kg.findings.length;
  made.setAttribute("aria-pressed", String(state.flagged));
  made.replaceChildren(element("span", {}, word("flagged")), element("small", {}, String(kg.findings.length)));
}
