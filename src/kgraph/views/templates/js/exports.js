// What is visible, to take along: the drawing as PNG and SVG, the facts as CSV, and the address of all that is chosen.
function download(name, type, ...parts) {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

const ground = () => getComputedStyle(document.body).backgroundColor;

// The canvas is transparent: on a page of its own it needs the ground that it was drawn for.
function savePng() {
  const drawn = byId("map").querySelector("canvas");
  const copy = element("canvas", { width: drawn.width, height: drawn.height });
  const context = copy.getContext("2d");
  context.fillStyle = ground();
  context.fillRect(0, 0, copy.width, copy.height);
  context.drawImage(drawn, 0, 0);
  copy.toBlob((blob) => download("kgraph.png", "image/png", blob));
}

const rounded = (number) => String(Math.round(number * 10) / 10);

function svgLine(line) {
  const [from, to] = [nodes[line.from], nodes[line.to]];
  const ends = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
  const dashes = line.facts.every(doubtful) ? { "stroke-dasharray": "5 4" } : {};
  return svg("line", { ...ends, stroke: shade(predicates[line.predicate]), "stroke-width": 1, "stroke-opacity": 0.6, ...dashes }, svg("title", {}, `${nameOf(from)} – ${predicateName(line.predicate)} – ${nameOf(to)}`));
}

function svgNode(node) {
  const { fill, border } = paintOf(node);
  const points = SHAPES[node.shape].map(([x, y]) => `${rounded(node.x + x * node.size)},${rounded(node.y + y * node.size)}`).join(" ");
  return svg("polygon", { points, fill, stroke: border }, svg("title", {}, `${nameOf(node)} (${kindName(kinds.get(node.group))})`));
}

// Labels as in the drawing: the most connected first, none over another.
function svgLabels(shown) {
  const context = document.createElement("canvas").getContext("2d");
  const taken = new Set();
  return shown.flatMap((node) => {
    const { parts, width } = labelOf(context, nameOf(node));
    const top = node.y + node.size * 1.2 + 3;
    if (!claim(taken, cellsOf(node.x - width / 2, top, node.x + width / 2, top + parts.length * LABEL.line))) return [];
    return parts.map((part, i) => svg("text", { x: node.x, y: top + 11 + i * LABEL.line, fill: shade(INK) }, part));
  });
}

function svgText() {
  const shown = shownNodes();
  const far = (axis, side) => (side > 0 ? Math.max : Math.min)(...shown.map((node) => node[axis]), 0) + side * 120;
  const [left, top] = [far("x", -1), far("y", -1)];
  const size = { width: far("x", 1) - left, height: far("y", 1) - top };
  const drawing = svg("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `${left} ${top} ${size.width} ${size.height}`, "font-family": FONT, "font-size": LABEL.px, "text-anchor": "middle", lang: state.lang },
    svg("title", {}, word("title")),
    svg("rect", { x: left, y: top, ...size, fill: ground() }),
    ...lines.filter(lineShown).map(svgLine), ...shown.map(svgNode), ...svgLabels(shown));
  return new XMLSerializer().serializeToString(drawing);
}

const CSV_COLUMNS = {
  fact: ({ fact }) => fact.key,
  source: ({ from }) => nameOf(from),
  source_iri: ({ from }) => from.iri,
  relation: ({ predicate }) => predicateName(predicate),
  target: ({ to }) => (to ? nameOf(to) : ""),
  target_iri: ({ to }) => to?.iri ?? "",
  words: ({ fact }) => wordsOf(fact),
  value: ({ fact }) => fact.amount?.[0] ?? "",
  unit: ({ fact }) => (fact.amount ? term(fact.amount[1]) : ""),
  state: ({ fact }) => fact.state,
  date: ({ fact }) => fact.date,
  quote: ({ fact }) => quotesOf(fact).join(" | "),
  article: ({ fact }) => titlesOf(fact).join(" | "),
};

// RFC 4180; a text that a spreadsheet would take for a formula gets an apostrophe, as OWASP advises.
function csvCell(value) {
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csvText() {
  const rows = shownFacts().map((entry) => Object.values(CSV_COLUMNS).map((column) => csvCell(column(entry))).join(","));
  return [Object.keys(CSV_COLUMNS).join(","), ...rows, ""].join("\r\n");
}

function say(text) {
  byId("said").textContent = text;
  setTimeout(() => { if (byId("said").textContent === text) byId("said").textContent = ""; }, 4000);
}

// Without leave to write to the clipboard the address stands in a field, chosen, to be copied by hand.
async function copyLink() {
  remember();
  try {
    await navigator.clipboard.writeText(location.href);
    say(word("copied"));
  } catch {
    const field = element("input", { value: location.href, readOnly: true, "aria-label": word("copy") });
    byId("said").replaceChildren(field);
    field.select();
  }
}

const SAVES = {
  png: savePng,
  svg: () => download("kgraph.svg", "image/svg+xml", svgText()),
  csv: () => download("kgraph.csv", "text/csv;charset=utf-8", "\ufeff", csvText()), // the mark tells Excel that it is UTF-8
  ttl: () => download("kgraph.ttl", "text/turtle", turtleText()),
};

function startExports() {
  for (const [name, save] of Object.entries(SAVES)) byId(`save-${name}`).onclick = () => { save(); byId("save").open = false; };
  byId("copy").onclick = copyLink;
}
