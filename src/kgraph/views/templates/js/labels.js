// Labels, drawn after the network: the most connected first, and none over another.
const FONT = '"Be Vietnam Pro", "Noto Sans", system-ui, "Segoe UI", Roboto, Arial, sans-serif';
const LABEL = { px: 12, line: 15, longest: 30, most: 260, hubs: 40, cellX: 12, cellY: 8 };
const measured = new Map();

const cut = (text) => (text.length > LABEL.longest ? `${text.slice(0, LABEL.longest - 1).trimEnd()}…` : text);

// One line, or two of about the same length: a last word alone reads badly.
function wrapped(text) {
  if (text.length <= LABEL.longest) return [text];
  const middle = text.length / 2;
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  const place = spaces.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0] ?? LABEL.longest;
  return place > LABEL.longest ? [cut(text)] : [text.slice(0, place), cut(text.slice(place).trim())];
}

function labelOf(context, text) {
  if (measured.has(text)) return measured.get(text);
  context.save();
  context.font = `${LABEL.px}px ${FONT}`;
  const parts = wrapped(text);
  const width = Math.max(...parts.map((part) => context.measureText(part).width));
  context.restore();
  const made = { parts, width };
  measured.set(text, made);
  return made;
}

// The cells of the screen that a box covers, as numbers.
function cellsOf(left, top, right, bottom) {
  const cells = [];
  for (let x = Math.floor(left / LABEL.cellX); x <= Math.floor(right / LABEL.cellX); x += 1)
    for (let y = Math.floor(top / LABEL.cellY); y <= Math.floor(bottom / LABEL.cellY); y += 1) cells.push(x * 10000 + y);
  return cells;
}

// Where the large nodes stand: a label may lie on lines and on a leaf, but not on a hub.
function hubCells(order, scale) {
  const cells = new Set();
  for (const node of order.slice(0, LABEL.hubs)) {
    const { x, y } = network.canvasToDOM(node);
    const half = node.size * scale * 0.8;
    for (const cell of cellsOf(x - half, y - half, x + half, y + half)) cells.add(cell);
  }
  return cells;
}

function claim(taken, cells) {
  if (cells.some((cell) => taken.has(cell))) return false;
  for (const cell of cells) taken.add(cell);
  return true;
}

function drawText(context, label, x, y, scale, strong) {
  context.font = `${strong ? "600 " : ""}${LABEL.px / scale}px ${FONT}`;
  label.parts.forEach((part, i) => {
    context.strokeText(part, x, y + (i * LABEL.line) / scale);
    context.fillText(part, x, y + (i * LABEL.line) / scale);
  });
}

function startText(context, scale) {
  context.textAlign = "center";
  context.textBaseline = "top";
  context.lineJoin = "round";
  context.lineWidth = 3.5 / scale;
  context.strokeStyle = state.dark ? "rgba(16,22,29,.9)" : "rgba(255,255,255,.92)";
  context.fillStyle = shade(INK);
}

// The chosen node first, then its neighbours; beside them the rest keep silent.
function labelOrder() {
  const shown = shownNodes();
  if (!near) return shown;
  return shown.filter((node) => near.has(node.id)).sort((a, b) => (b === state.node) - (a === state.node));
}

function drawLabels(context) {
  const scale = network.getScale();
  const area = byId("map");
  const order = labelOrder();
  const taken = near ? new Set() : hubCells(order, scale);
  let drawn = 0;
  context.save();
  startText(context, scale);
  for (const node of order) {
    if (drawn >= LABEL.most) break;
    const spot = network.canvasToDOM(node);
    if (spot.x < 0 || spot.y < 0 || spot.x > area.clientWidth || spot.y > area.clientHeight) continue;
    const label = labelOf(context, nameOf(node));
    const top = spot.y + node.size * scale * 1.2 + 3;
    const cells = cellsOf(spot.x - label.width / 2, top, spot.x + label.width / 2, top + label.parts.length * LABEL.line);
    if (!claim(taken, cells)) continue;
    drawText(context, label, node.x, node.y + node.size * 1.2 + 3 / scale, scale, node === state.node);
    drawn += 1;
  }
  drawLineTexts(context, taken, scale);
  context.restore();
}

// What the lines at the chosen thing say, where there is room at their middle.
function drawLineTexts(context, taken, scale) {
  if (!near) return;
  context.fillStyle = state.dark ? "#a3b1bf" : "#566573";
  for (const line of lines.filter((one) => touches(one) && lineShown(one))) {
    const label = labelOf(context, lineText(line));
    const middle = { x: (nodes[line.from].x + nodes[line.to].x) / 2, y: (nodes[line.from].y + nodes[line.to].y) / 2 };
    const { x, y } = network.canvasToDOM(middle);
    const cells = cellsOf(x - label.width / 2, y - 8, x + label.width / 2, y + 8);
    if (claim(taken, cells)) drawText(context, label, middle.x, middle.y - 7 / scale, scale, false);
  }
}
