// The selection as tables to sort: its things, or its facts; for screen readers, for print, and for people who like lists.
const sorting = { things: { column: -1, down: false }, facts: { column: -1, down: false } };
let rowsAre = "things";

function tellLinks(node) {
  const counts = countBy(node.lines.filter(lineShown), (line) => line.predicate * 2 + (line.from === node.id ? 0 : 1));
  return [...counts].sort(([a], [b]) => a - b).map(([key, n]) => `${predicateName(key >> 1, (key & 1) + 1)}: ${n}`).join("; ");
}

const linkCount = (node) => node.lines.filter(lineShown).length;
const quotesOf = (fact) => fact.evidence.map((number) => sentenceOf(number)[1]);
const titlesOf = (fact) => [...new Set(fact.evidence.map((number) => articleOf(number)?.[0]))].filter(Boolean);
const saidOf = (fact) => [hedgeText(fact), wordsOf(fact)].filter(Boolean).join(" ");

// Columns: the key of the heading, what it is sorted by, and what stands in a cell where that is something else.
const COLUMNS = {
  things: [
    ["row.name", nameOf, (node) => button(() => openNode(node), {}, nameOf(node))],
    ["row.kind", (node) => kindName(kinds.get(node.group))],
    ["row.links", linkCount, tellLinks],
  ],
  facts: [
    ["row.from", ({ from }) => nameOf(from), ({ from }) => nodeButton(from)],
    ["row.relation", ({ predicate }) => predicateName(predicate)],
    ["row.to", ({ to }) => (to ? nameOf(to) : ""), ({ to }) => (to ? nodeButton(to) : "")],
    ["row.what", ({ fact }) => saidOf(fact), (entry) => button(() => openFact(entry), {}, saidOf(entry.fact) || "→")],
    ["row.date", ({ fact }) => beginning(fact.date), ({ fact }) => dateText(fact.date)],
    ["row.quote", ({ fact }) => quotesOf(fact)[0] ?? ""],
  ],
};

function openFact({ fact, line, from }) {
  if (fact.key && byKey.has(fact.key)) location.hash = addressOf({ fact: fact.key });
  else if (line) openLine(line);
  else openNode(from);
}

function sorted(items) {
  const { column, down } = sorting[rowsAre];
  if (column < 0) return items;
  const by = COLUMNS[rowsAre][column][1];
  const order = new Intl.Collator(state.lang, { numeric: true });
  const keyed = items.map((item) => [by(item), item]);
  keyed.sort(([a], [b]) => (typeof a === "number" ? a - b : order.compare(a, b)) * (down ? -1 : 1));
  return keyed.map(([, item]) => item);
}

function sortBy(column) {
  const before = sorting[rowsAre];
  sorting[rowsAre] = { column, down: before.column === column && !before.down };
  drawTable();
  byId("columns").querySelectorAll("button")[column].focus();
}

function headCell([key], column) {
  const { column: chosen, down } = sorting[rowsAre];
  const order = column === chosen ? (down ? "descending" : "ascending") : "none";
  return element("th", { scope: "col", "aria-sort": order }, button(() => sortBy(column), {}, word(key), element("i", { "aria-hidden": "true" }, { none: "", ascending: " ▲", descending: " ▼" }[order])));
}

function tableRow(item) {
  const [first, ...rest] = COLUMNS[rowsAre].map(([, by, cell = by]) => cell(item));
  return element("tr", {}, element("th", { scope: "row" }, first), ...rest.map((cell) => element("td", {}, cell)));
}

function drawTable() {
  const items = sorted(rowsAre === "things" ? shownNodes() : shownFacts());
  for (const choice of document.querySelectorAll("[data-rows]")) choice.setAttribute("aria-pressed", String(choice.dataset.rows === rowsAre));
  byId("columns").replaceChildren(...COLUMNS[rowsAre].map(headCell));
  growRows(byId("rows"), byId("rest"), items, tableRow, "row.none");
}

function startTable() {
  for (const choice of document.querySelectorAll("[data-rows]")) choice.onclick = () => { rowsAre = choice.dataset.rows; drawTable(); };
}
