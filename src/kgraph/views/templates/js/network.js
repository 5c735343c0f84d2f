// The drawing: vis-network over two views that follow the reader's choices. Positions come with the page.
const CLUSTERS = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#8A8A8A", "#B59B00"];
const CENTRALITY = ["#9FB6C8", "#6FA3D0", "#E0B040", "#E07B2A", "#B5202A"];
const HIDE_WHILE_MOVING = 800;
const FLAG = "#D1242F";
const FAR = 900; // px at zoom 1: a neighbour beyond does not make the map smaller
const stillness = matchMedia("(prefers-reduced-motion: reduce)");

// The chosen thing and what touches it; null when nothing is chosen and all is equal.
function nearby() {
  if (state.path || state.line) return new Set(openNodes(state).map((node) => node.id));
  if (!state.node) return null;
  const ends = state.node.lines.filter(lineShown).map((line) => otherEnd(line, state.node).id);
  return new Set([state.node.id, ...ends]);
}

let near = null;

// What the colour of a node tells: its kind, its cluster, or how central it is (PageRank, five steps).
const COLOUR_OF = {
  kind: ({ group }) => shade(kinds.get(group)),
  cluster: ({ cluster }) => CLUSTERS[cluster % CLUSTERS.length],
  centrality: ({ rank }) => CENTRALITY[Math.min(4, Math.floor(rank / 12))],
};
const COLOURS = Object.keys(COLOUR_OF);

function paintOf(node) {
  const fill = COLOUR_OF[state.colour](node);
  const border = state.dark ? "#10161d" : "#ffffff";
  return { fill, border, opacity: !near || near.has(node.id) ? 1 : 0.13 };
}

function drawnNode(node) {
  const { fill, border, opacity } = paintOf(node);
  const strong = state.dark ? "#ffffff" : "#1a2530";
  const lit = { background: fill, border: strong };
  const flagged = flagsOfNode(node).length > 0;
  const made = { id: node.id, x: node.x, y: node.y, size: node.size, opacity, borderWidth: flagged ? 3 : 1, color: { background: fill, border: flagged ? FLAG : border, highlight: lit, hover: lit } };
  if (BUILT_IN.has(node.shape)) return { ...made, shape: node.shape };
  return { ...made, shape: "custom", ctxRenderer: (canvas) => drawCustom(canvas, node) };
}

const doubtful = (fact) =>
  ["planned", "proposed"].includes(fact.state) ||
  (fact.evidence.length > 0 && fact.evidence.every((number) => kg.evidence[number][2] === "inferred"));
const touches = (line) =>
  state.path ? (state.path.steps ?? []).some((step) => step.line === line) : line === state.line || (state.node && (line.from === state.node.id || line.to === state.node.id));

// Relations between the same two nodes bow apart; the first is straight.
const bow = new Map();
function bend(line) {
  const pair = `${Math.min(line.from, line.to)} ${Math.max(line.from, line.to)}`;
  if (!bow.has(pair)) bow.set(pair, []);
  const place = bow.get(pair).push(line.id) - 1;
  if (place === 0) return false;
  const forward = line.from < line.to;
  return { type: (place % 2 === 0) === forward ? "curvedCW" : "curvedCCW", roundness: 0.12 * Math.ceil(place / 2), enabled: true };
}
const bends = lines.map(bend);

// What a line says: the post or role of its first fact, else the relation.
function lineText(line) {
  const [first] = line.facts;
  const text = first.words.length ? String(term(first.words[0])) : predicateName(line.predicate);
  return text.length > 26 ? `${text.slice(0, 25)}…` : text;
}

function drawnLine(line) {
  const chosen = Boolean(touches(line));
  const colour = shade(predicates[line.predicate]);
  return {
    id: line.id, from: line.from, to: line.to, arrows: line.arrows, smooth: bends[line.id],
    width: chosen ? 2.2 : 1, dashes: line.facts.every(doubtful) ? [5, 4] : false,
    color: { color: colour, highlight: colour, hover: colour, opacity: chosen ? 1 : near ? 0.07 : 0.5 },
  };
}

chooseAnew();
const nodeSet = new vis.DataSet(nodes.map(drawnNode));
const lineSet = new vis.DataSet(lines.map(drawnLine));
const nodeView = new vis.DataView(nodeSet, { filter: (item) => nodeShown(nodes[item.id]) });
const lineView = new vis.DataView(lineSet, { filter: (item) => lineShown(lines[item.id]) });
const many = nodeView.length > HIDE_WHILE_MOVING;
const options = JSON.parse(readBlock("options")); // pyvis hands its options over as JSON text
options.interaction = { ...options.interaction, hideEdgesOnDrag: many, hideEdgesOnZoom: many };
const network = new vis.Network(byId("map"), { nodes: nodeView, edges: lineView }, options);

function repaint() {
  near = nearby();
  nodeSet.update(nodes.filter(nodeShown).map(drawnNode));
  lineSet.update(lines.filter(lineShown).map(drawnLine));
}

function refreshViews() {
  nodeView.refresh();
  lineView.refresh();
  repaint();
}

const motion = () => (stillness.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" });

function isInView({ x, y }) {
  const spot = network.canvasToDOM({ x, y });
  const { clientWidth, clientHeight } = byId("map");
  return spot.x > 0 && spot.y > 0 && spot.x < clientWidth && spot.y < clientHeight;
}

// What is left of the selection may lie elsewhere: then the drawing moves there.
function fitIfEmpty() {
  const shown = shownNodes();
  if (shown.length && !shown.some(isInView)) fitAll();
}

// All nodes, with room at the border for their labels.
function fitAll() {
  network.fit({ nodes: nodeView.getIds(), maxZoomLevel: 1.5, animation: false });
  network.moveTo({ scale: network.getScale() * 0.9 });
}

function zoomBy(step) {
  if (step === "fit") return fitAll();
  return network.moveTo({ scale: network.getScale() * Number(step), animation: motion() });
}

// The chosen node with its neighbours, not so far away that names cannot be read.
function goTo(node) {
  const around = [...nearby()].filter((id) => id === node.id || Math.hypot(nodes[id].x - node.x, nodes[id].y - node.y) < FAR);
  network.fit({ nodes: around, minZoomLevel: 0.5, maxZoomLevel: 1.3, animation: motion() });
}

function goToAll(some) {
  network.fit({ nodes: some.map((node) => node.id), minZoomLevel: 0.4, maxZoomLevel: 1.3, animation: motion() });
}

function followDrag(event) {
  for (const [id, { x, y }] of Object.entries(network.getPositions(event.nodes))) Object.assign(nodes[id], { x, y });
}
