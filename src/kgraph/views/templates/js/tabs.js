// Five ways to look at one selection, as tabs; only the one that is open is drawn.
const TABS = ["network", "table", "timeline", "map", "figures"];
const drawTab = { network: () => {}, table: drawTable, timeline: drawTimeline, map: drawTiles, figures: drawFigures };

function countShown() {
  const all = selection.top ? nodes.length : nodes.filter((node) => node.group !== "article" || state.kinds.has("article")).length;
  const key = selection.top ? (isNarrowed() ? "capped.narrowed" : "capped") : "shown";
  byId("count").textContent = word(key, { n: shownNodes().length, all, facts: new Set(shownFacts().map(({ fact }) => fact).filter(isTold).map(identityOf)).size });
}

function drawOpenTab() {
  countShown();
  drawTab[state.tab]();
}

function markTabs() {
  for (const name of TABS) {
    const [tab, view] = [byId(`tab-${name}`), byId(`view-${name}`)];
    tab.setAttribute("aria-selected", String(name === state.tab));
    tab.tabIndex = name === state.tab ? 0 : -1;
    view.classList.toggle("open", name === state.tab);
    view.inert = name !== state.tab; // the network keeps its size while another tab is read
  }
}

function openTab(name) {
  state.tab = name;
  markTabs();
  drawOpenTab();
  goToAddress(placeOf(state));
}

const TAB_KEYS = { ArrowRight: (at, count) => (at + 1) % count, ArrowLeft: (at, count) => (at + count - 1) % count, Home: () => 0, End: (_, count) => count - 1 };

function startTabs() {
  byId("tab-map").hidden = !SYSTEMS.length; // nothing here lies in a province
  for (const name of TABS) byId(`tab-${name}`).onclick = () => openTab(name);
  byId("tabs").addEventListener("keydown", (event) => {
    if (!TAB_KEYS[event.key]) return;
    event.preventDefault();
    const open = TABS.filter((name) => !byId(`tab-${name}`).hidden);
    openTab(open[TAB_KEYS[event.key](open.indexOf(state.tab), open.length)]);
    byId(`tab-${state.tab}`).focus();
  });
}

const ROWS = 200;

// Fills *list* with the first items; a button in *rest* brings more, and *none* says that there are none.
function growRows(list, rest, items, make, none, from = 0, most = ROWS) {
  const made = items.slice(from, from + most).map(make);
  if (from) list.append(...made);
  else list.replaceChildren(...made);
  const left = items.length - from - made.length;
  const next = () => growRows(list, rest, items, make, none, from + most, most * 2);
  rest.replaceChildren(left ? button(next, { className: "more" }, word("more", { n: left })) : items.length ? "" : word(none));
}
