// The same selection as a table: for screen readers, for print, and for people who like lists.
const ROWS = 500;

function tableRow(node, reachable) {
  const name = button(() => openNode(node), { tabIndex: reachable ? 0 : -1 }, nameOf(node));
  const counts = countBy(node.lines.filter(lineShown), (line) => line.predicate * 2 + (line.from === node.id ? 0 : 1));
  const told = [...counts].sort(([a], [b]) => a - b).map(([key, n]) => `${predicateName(key >> 1, (key & 1) + 1)}: ${n}`);
  return element("tr", {}, element("th", { scope: "row" }, name), element("td", {}, kindName(kinds.get(node.group))), element("td", {}, told.join("; ")));
}

function drawTable() {
  const shown = shownNodes();
  const reachable = document.body.classList.contains("as-table"); // while the map is shown, Tab skips the table
  byId("rows").replaceChildren(...shown.slice(0, ROWS).map((node) => tableRow(node, reachable)));
  byId("rest").textContent = shown.length > ROWS ? word("row.more", { n: ROWS }) : "";
  const all = state.top ? nodes.length : [...nodes].filter((node) => node.group !== "article" || state.kinds.has("article")).length;
  byId("count").textContent = word(state.top ? "capped" : "shown", { n: shown.length, all });
}
