// Joins the parts: what is chosen goes into the address, and what the address says is shown.
const EXPAND = 50;

// The selection is another: everything that follows from it is drawn anew.
function update() {
  chooseAnew();
  refreshViews();
  drawOpenTab();
}

function changed() {
  showChoices();
  remember();
  fitIfEmpty();
}

function showChoices() {
  markTabs();
  update();
  drawLegend();
  showTime();
  byId("words").value = state.words;
  byId("colour").value = state.colour;
  byId("key").textContent = state.colour === "kind" ? "" : word(`colour.${state.colour}.key`);
  showPanel();
}

function expand(node) {
  state.folded.delete(node.id);
  chooseAnew();
  const around = hiddenAround(node).sort((a, b) => b.size - a.size || a.id - b.id);
  for (const other of around.slice(0, EXPAND)) state.revealed.add(other.id);
  update();
  showPanel();
}

// Puts away what hangs on *node* alone.
function collapse(node) {
  state.folded.add(node.id);
  for (const id of hangingNodes()) state.revealed.delete(id);
  update();
  showPanel();
}

const turn = (node) => (hiddenAround(node).length ? expand(node) : collapse(node));

function lookAround(node, depth) {
  Object.assign(state, { about: node, depth });
  changed();
  fitAll();
}

function select(node, line, fact = "", missing = null, path = null) {
  Object.assign(state, { node, line, fact, missing, path, seeking: null });
  const hidden = openNodes(state).filter((end) => !nodeShown(end));
  for (const end of hidden) state.revealed.add(end.id);
  if (hidden.length) update();
  else repaint();
  showPanel();
  if (node) network.selectNodes([node.id], false);
  else network.unselectAll();
}

function openNode(node) {
  if (state.seeking && state.seeking !== node) {
    goToAddress({ node: state.seeking.iri, path: node.iri });
    return;
  }
  select(node, null);
  goTo(node);
  goToAddress({ node: node.iri });
}

// A line may hold many facts, so a click on it has no address; the way back leads to what the address said before.
function openLine(line) {
  select(null, line);
  goToAddress();
}

function closePanel() {
  select(null, null);
  goToAddress();
}

function onClick({ nodes: [id], edges: [line] }) {
  if (id !== undefined) openNode(nodes[id]);
  else if (line !== undefined) openLine(lines[line]);
  else if (state.node || state.line || state.missing) closePanel();
}

const PAN = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const ZOOM = { "+": "1.4", "=": "1.4", "-": "0.7", 0: "fit" };

function pan([x, y]) {
  const { x: left, y: top } = network.getViewPosition();
  network.moveTo({ position: { x: left + (80 * x) / network.getScale(), y: top + (80 * y) / network.getScale() } });
}

// Keys for the whole page; where something is typed they are letters.
const PAGE_KEYS = {
  "/": toFinder,
  "?": () => byId("help").showModal(),
  ...Object.fromEntries(TABS.map((name, i) => [String(i + 1), () => openTab(name)])),
};

function onKey(event) {
  if (event.key === "Escape") return onEscape();
  if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT)$/.test(document.activeElement.tagName) || byId("help").open) return undefined;
  const onMap = document.activeElement === byId("map");
  const act = PAGE_KEYS[event.key] ?? (onMap && PAN[event.key] ? () => pan(PAN[event.key]) : onMap && ZOOM[event.key] ? () => zoomBy(ZOOM[event.key]) : null);
  if (!act) return undefined;
  event.preventDefault();
  return act();
}

function onEscape() {
  if (byId("help").open) return;
  if (byId("save").open) byId("save").open = false;
  else if (!hitList.hidden) closeHits();
  else closePanel();
}

function speak() {
  applyWords();
  measured.clear();
  showChoices();
  network.redraw();
}

function setDark(dark) {
  state.dark = dark;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  repaint();
  drawLegend();
  showPanel();
}

let typing = 0;

function startTools() {
  byId("print").onclick = () => window.print();
  byId("lang").onclick = () => { state.lang = state.lang === "vi" ? "en" : "vi"; speak(); };
  byId("theme").onclick = () => setDark(!state.dark);
  byId("help-button").onclick = () => byId("help").showModal();
  byId("colour").onchange = ({ target }) => { state.colour = target.value; changed(); };
  byId("flagged").onclick = () => { state.flagged = !state.flagged; changed(); };
  byId("words").oninput = ({ target }) => {
    clearTimeout(typing);
    typing = setTimeout(() => { state.words = target.value; changed(); }, 150);
  };
  for (const zoom of document.querySelectorAll("[data-zoom]")) zoom.onclick = () => zoomBy(zoom.dataset.zoom);
}

function startTheme() {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let chosen = dark.matches;
  dark.addEventListener("change", () => setDark(dark.matches));
  window.addEventListener("beforeprint", () => { chosen = state.dark; setDark(false); }); // ink on paper
  window.addEventListener("afterprint", () => setDark(chosen));
  setDark(dark.matches);
}

function startNetwork() {
  network.on("afterDrawing", drawLabels);
  network.on("click", onClick);
  network.on("doubleClick", ({ nodes: [id] }) => id !== undefined && turn(nodes[id]));
  network.on("dragging", followDrag);
  network.on("dragEnd", followDrag);
  network.on("hoverNode", () => byId("map").classList.add("hover"));
  network.on("blurNode", () => byId("map").classList.remove("hover"));
}

function start() {
  Object.assign(state, choicesOf(addressParts()));
  startNetwork();
  startSearch();
  startTools();
  startTabs();
  startTable();
  startTime();
  startExports();
  startTheme();
  speak();
  fitAll();
  window.addEventListener("hashchange", followAddress);
  window.addEventListener("keydown", onKey);
  if (asked()) followAddress();
  else if (byIri.has(kg.focus)) select(byIri.get(kg.focus), null);
  document.body.dataset.ready = "true";
}

start();
