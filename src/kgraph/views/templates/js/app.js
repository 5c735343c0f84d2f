// Joins the parts: what is chosen goes into the address, and what the address says is shown.
const EXPAND = 50;

function update() {
  refreshViews();
  drawTable();
}

function expand(node) {
  const around = hiddenAround(node).map((line) => otherEnd(line, node)).sort((a, b) => b.size - a.size || a.id - b.id);
  for (const other of around.slice(0, EXPAND)) state.revealed.add(other.id);
  update();
  showPanel();
}

function select(node, line) {
  Object.assign(state, { node, line });
  if (node && !nodeShown(node)) {
    state.revealed.add(node.id);
    update();
  } else repaint();
  showPanel();
  if (node) network.selectNodes([node.id], false);
  else network.unselectAll();
}

const addressOf = (node) => `#node=${encodeURIComponent(node.iri)}`;

function openNode(node) {
  select(node, null);
  goTo(node);
  if (location.hash !== addressOf(node)) location.hash = addressOf(node);
}

function closePanel() {
  select(null, null);
  if (location.hash) location.hash = "";
}

function nodeInAddress() {
  try {
    return byIri.get(decodeURIComponent(location.hash.replace(/^#node=/, "")));
  } catch {
    return undefined; // a mangled address opens nothing
  }
}

function followAddress() {
  const node = nodeInAddress();
  if (!location.hash && state.node) select(null, null);
  if (node && node !== state.node) {
    select(node, null);
    goTo(node);
  }
}

function onClick({ nodes: [id], edges: [line] }) {
  if (id !== undefined) openNode(nodes[id]);
  else if (line !== undefined) select(null, lines[line]);
  else if (state.node || state.line) closePanel();
}

function onKey(event) {
  if (event.key === "/" && document.activeElement !== finder) {
    event.preventDefault();
    finder.focus();
    finder.select();
  } else if (event.key === "Escape" && !hitList.hidden) closeHits();
  else if (event.key === "Escape") closePanel();
}

function speak() {
  applyWords();
  measured.clear();
  drawLegend();
  drawTable();
  showPanel();
  document.getElementById("as-table").textContent = word(document.body.classList.contains("as-table") ? "map" : "table");
  network.redraw();
}

function setDark(dark) {
  state.dark = dark;
  repaint();
  drawLegend();
  showPanel();
}

function press(id, change) {
  const button = document.getElementById(id);
  button.addEventListener("click", () => {
    const on = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(on));
    change(on);
  });
}

function startTools() {
  press("as-table", (on) => { document.body.classList.toggle("as-table", on); speak(); });
  press("colour", (on) => { state.clusters = on; repaint(); });
  document.getElementById("print").addEventListener("click", () => window.print());
  document.getElementById("lang").addEventListener("click", () => { state.lang = state.lang === "vi" ? "en" : "vi"; speak(); });
  for (const button of document.querySelectorAll("[data-zoom]")) button.addEventListener("click", () => zoomBy(button.dataset.zoom));
}

function startTheme() {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", () => setDark(dark.matches));
  window.addEventListener("beforeprint", () => setDark(false)); // ink on paper
  window.addEventListener("afterprint", () => setDark(dark.matches));
  setDark(dark.matches);
}

function startNetwork() {
  network.on("afterDrawing", drawLabels);
  network.on("click", onClick);
  network.on("doubleClick", ({ nodes: [id] }) => id !== undefined && expand(nodes[id]));
  network.on("dragging", followDrag);
  network.on("dragEnd", followDrag);
  network.on("hoverNode", () => document.getElementById("map").classList.add("hover"));
  network.on("blurNode", () => document.getElementById("map").classList.remove("hover"));
}

function start() {
  startNetwork();
  startSearch();
  startTools();
  startTheme();
  speak();
  fitAll();
  window.addEventListener("hashchange", followAddress);
  window.addEventListener("keydown", onKey);
  if (nodeInAddress()) followAddress();
  else if (byIri.has(kg.focus)) select(byIri.get(kg.focus), null);
}

start();
