// The figures of the selection by unit, the largest first. They are never added up: kinds, periods and parts differ.
const unitOf = ({ fact }) => fact.amount?.[1] ?? null;

function byUnit(entries) {
  return [...grouped(entries, unitOf)].sort(([a, x], [b, y]) => (a === null) - (b === null) || y.length - x.length || (String(a) < String(b) ? -1 : 1));
}

const valueOf = ({ fact }) => fact.amount?.[0] ?? 0;

function figureRow(entry, most) {
  const { fact, from, to } = entry;
  const bar = element("i", { className: "bar", "aria-hidden": "true" });
  bar.style.width = `${Math.max(0.5, (100 * valueOf(entry)) / most)}%`;
  const head = element("p", { className: "fact" }, hedge(fact), button(() => openFact(entry), { className: "what" }, wordsOf(fact)), element("time", {}, dateText(fact.date)));
  return element("li", {}, head, element("p", { className: "ends" }, nodeButton(from), to ? nodeButton(to) : ""), most ? bar : "");
}

function unitSection([unit, entries]) {
  const ordered = entries.sort((a, b) => valueOf(b) - valueOf(a));
  const most = valueOf(ordered[0]);
  const name = unit === null ? word("unit.none") : term(unit);
  const list = element("ul", { className: "facts" });
  const rest = element("div");
  growRows(list, rest, ordered, (entry) => figureRow(entry, most), "figures.none");
  return element("section", {}, element("h3", {}, name, element("small", {}, String(entries.length))), list, rest);
}

function drawFigures() {
  const figures = shownFacts().filter(({ predicate }) => predicates[predicate].name === "figure");
  const sections = byUnit(figures).map(unitSection);
  byId("amounts").replaceChildren(element("p", { className: "summary" }, word(figures.length ? "figures.note" : "figures.none")), ...sections);
}
