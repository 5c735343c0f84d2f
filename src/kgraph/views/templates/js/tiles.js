// Two maps of equal tiles: how many facts of the selection lie in each province, until June 2025 and since.
const SYSTEMS = Object.keys(kg.tiles);
const SHADES = 5;

// Two names of one province (Thừa Thiên Huế, since January 2025 Huế) share a tile.
function tileCells(system) {
  const cells = new Map();
  for (const [column, row, label, numbers] of kg.tiles[system]) {
    const cell = cells.get(`${column} ${row}`) ?? { column, row, label, numbers: new Set(), facts: new Set() };
    for (const number of numbers) cell.numbers.add(number);
    cells.set(`${column} ${row}`, cell);
  }
  return [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}

// A fact counts once in a tile, also where both of its ends lie there or each host of an event tells of it.
function countFacts(cells) {
  const cellOf = new Map(cells.flatMap((cell) => [...cell.numbers].map((number) => [number, cell])));
  for (const { fact, from, to } of shownFacts()) {
    if (!isTold(fact)) continue;
    const found = [from.province, to ? to.province : -1].map((number) => cellOf.get(number)).filter(Boolean);
    for (const cell of found) cell.facts.add(identityOf(fact));
  }
}

// A press opens the province itself or, where no fact names that, one of those it stands for.
function tile({ column, row, label, numbers, facts: { size: count } }, most) {
  const told = word(count ? "tile.count" : "tile.none", { name: label, n: count });
  const [first] = [...numbers];
  const shade = `tile shade-${Math.ceil((SHADES * count) / most)}`;
  const made = button(() => openNode(nodes[first]), { className: shade, disabled: first === undefined, "aria-label": told, title: told }, element("span", {}, label), element("b", {}, count ? String(count) : ""));
  made.style.gridColumn = String(column + 1);
  made.style.gridRow = String(row + 1);
  return made;
}

function tileMap(system) {
  const cells = tileCells(system);
  countFacts(cells);
  const most = Math.max(...cells.map((cell) => cell.facts.size), 1);
  const head = element("h3", {}, word(`tiles.${system}`));
  return element("section", { "aria-label": word(`tiles.${system}`) }, head, element("p", { className: "summary" }, word(`tiles.${system}.note`)), element("div", { className: "tiles" }, ...cells.map((cell) => tile(cell, most))));
}

function drawTiles() {
  byId("tilemaps").replaceChildren(...SYSTEMS.map(tileMap));
}
