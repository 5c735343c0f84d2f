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

function select(node, line, fact = "", missing = null, path = null) {
  Object.assign(state, { node, line, fact, missing, path, seeking: null });
  const way = path ? [path.from, path.to, ...(path.steps ?? []).map((step) => step.to)] : [];
  const ends = node ? [node, ...way] : line ? [nodes[line.from], nodes[line.to]] : [];
  const hidden = ends.filter((end) => !nodeShown(end));
  for (const end of hidden) state.revealed.add(end.id);
  if (hidden.length) update();
  else repaint();
  showPanel();
  if (node) network.selectNodes([node.id], false);
  else network.unselectAll();
}

const addressOf = (node) => `#node=${encodeURIComponent(node.iri)}`;

function openNode(node) {
  if (state.seeking && state.seeking !== node) {
    location.hash = `${addressOf(state.seeking)}&path=${encodeURIComponent(node.iri)}`;
    return;
  }
  select(node, null);
  goTo(node);
  if (location.hash !== addressOf(node)) location.hash = addressOf(node);
}

// A line may hold many facts, so a click on it has no address; the way back leads to what the address said before.
function openLine(line) {
  select(null, line);
  if (location.hash) location.hash = "";
}

function closePanel() {
  select(null, null);
  if (location.hash) location.hash = "";
}

function decoded(code) {
  try {
    return decodeURIComponent(code);
  } catch {
    return code; // a mangled address names nothing that there is
  }
}

// What the address asks for: a node, or a fact with the line or the node that shows it; null where it asks for nothing.
function asked() {
  const [, what, code, end] = /^#(node|fact)=([^&]*)(?:&path=(.*))?$/.exec(location.hash) ?? [];
  if (!what) return null;
  const name = decoded(code);
  if (end !== undefined) return askedWay(name, decoded(end));
  const place = what === "fact" ? byKey.get(name) : byIri.has(name) && { node: byIri.get(name), line: null };
  if (!place) return { node: null, line: null, fact: "", missing: { what, name } };
  return { ...place, fact: what === "fact" ? name : "", missing: null };
}

function askedWay(...names) {
  const [from, to] = names.map((name) => byIri.get(name));
  if (from && to) return { node: from, line: null, fact: "", missing: null, path: { from, to, steps: wayBetween(from, to) } };
  return { node: null, line: null, fact: "", missing: { what: "node", name: from ? names[1] : names[0] } };
}

function followAddress() {
  const place = asked();
  if (!location.hash && (state.node || state.fact || state.missing)) select(null, null);
  const isOpen = place && !place.missing && !place.path && !state.path && ["node", "line", "fact"].every((part) => place[part] === state[part]);
  if (!place || isOpen) return;
  select(place.node, place.line, place.fact, place.missing, place.path ?? null);
  if (place.path) goToAll([place.path.from, place.path.to, ...(place.path.steps ?? []).map((step) => step.to)]);
  else if (place.node) goTo(place.node);
  if (place.line) goToLine(place.line);
  chosenFact()?.focus({ preventScroll: true });
}

function onClick({ nodes: [id], edges: [line] }) {
  if (id !== undefined) openNode(nodes[id]);
  else if (line !== undefined) openLine(lines[line]);
  else if (state.node || state.line || state.missing) closePanel();
}

function onKey(event) {
  if (event.key === "/" && document.activeElement !== finder) {
    event.preventDefault();
    toFinder();
  } else if (event.key === "Escape" && !hitList.hidden) closeHits();
  else if (event.key === "Escape") closePanel();
}

function speak() {
  applyWords();
  measured.clear();
  drawLegend();
  drawTable();
  showPanel();
  byId("as-table").textContent = word(document.body.classList.contains("as-table") ? "map" : "table");
  network.redraw();
}

function setDark(dark) {
  state.dark = dark;
  repaint();
  drawLegend();
  showPanel();
}

function press(id, change) {
  const pressed = byId(id);
  pressed.onclick = () => {
    const on = pressed.getAttribute("aria-pressed") !== "true";
    pressed.setAttribute("aria-pressed", String(on));
    change(on);
  };
}

function startTools() {
  press("as-table", (on) => { document.body.classList.toggle("as-table", on); speak(); });
  press("colour", (on) => { state.clusters = on; repaint(); });
  byId("print").onclick = () => window.print();
  byId("lang").onclick = () => { state.lang = state.lang === "vi" ? "en" : "vi"; speak(); };
  for (const zoom of document.querySelectorAll("[data-zoom]")) zoom.onclick = () => zoomBy(zoom.dataset.zoom);
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
  network.on("hoverNode", () => byId("map").classList.add("hover"));
  network.on("blurNode", () => byId("map").classList.remove("hover"));
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
  if (asked()) followAddress();
  else if (byIri.has(kg.focus)) select(byIri.get(kg.focus), null);
}

start();
