// Search as people type: without accents, words in any order, other names and addresses too.
const HITS = 12;
const finder = byId("search");
const hitList = byId("hits");
let hits = [];
let active = -1;

const searchable = nodes.map((node) => [node.label, node.english, ...node.aliases].filter(Boolean));
const folded = searchable.map((names) => names.map(fold));

// Smaller is better: the whole name, its start, the start of a word, anywhere; exact accents break ties.
function score(name, plain, query, words, typed) {
  if (!words.every((part) => plain.includes(part))) return Infinity;
  const place = plain === query ? 0 : plain.startsWith(query) ? 1 : ` ${plain}`.includes(` ${query}`) ? 2 : plain.includes(query) ? 3 : 4;
  return place - (name.toLowerCase().includes(typed) ? 0.5 : 0);
}

function find(text) {
  const known = byIri.get(text.trim());
  if (known) return [known];
  const query = fold(text);
  if (!query) return [];
  const words = query.split(" ");
  const typed = text.normalize("NFC").toLowerCase().trim();
  const scored = nodes.map((node, i) => [Math.min(...searchable[i].map((name, j) => score(name, folded[i][j], query, words, typed))), node]);
  return scored.filter(([points]) => points < Infinity).sort(([p, a], [q, b]) => p - q || b.size - a.size || a.id - b.id).map(([, node]) => node);
}

function hitRow(node, i) {
  const kind = kinds.get(node.group);
  const acts = { onclick: () => choose(i), onmousedown: (event) => event.preventDefault() }; // keep the focus in the box
  return element("li", { role: "option", id: `hit-${i}`, ...acts }, shapeIcon(kind), element("span", { className: "name" }, nameOf(node)), element("small", {}, kindName(kind)));
}

function toFinder() {
  finder.focus();
  finder.select();
}

function listHits() {
  const all = find(finder.value);
  hits = all.slice(0, HITS);
  const none = finder.value.trim() && !hits.length;
  const rest = all.length > HITS ? [element("li", { className: "rest", role: "presentation" }, `… ${all.length} ${word("search.count")}`)] : [];
  hitList.replaceChildren(...hits.map(hitRow), ...(none ? [element("li", { className: "rest", role: "presentation" }, word("search.none"))] : rest));
  hitList.hidden = !finder.value.trim();
  finder.setAttribute("aria-expanded", String(!hitList.hidden));
  mark(hits.length ? 0 : -1);
}

function mark(place) {
  active = place;
  hitList.querySelectorAll("[role=option]").forEach((row, i) => row.setAttribute("aria-selected", String(i === active)));
  if (active < 0) finder.removeAttribute("aria-activedescendant");
  else finder.setAttribute("aria-activedescendant", `hit-${active}`);
}

function closeHits() {
  hitList.hidden = true;
  finder.setAttribute("aria-expanded", "false");
}

function choose(place) {
  const node = hits[place];
  if (!node) return;
  finder.value = nameOf(node);
  closeHits();
  openNode(node);
}

const searchKeys = {
  ArrowDown: () => mark(hits.length ? (active + 1) % hits.length : -1),
  ArrowUp: () => mark(hits.length ? (active + hits.length - 1) % hits.length : -1),
  Enter: () => choose(active),
};

function startSearch() {
  finder.addEventListener("input", listHits);
  finder.addEventListener("focus", () => finder.value.trim() && listHits());
  finder.addEventListener("blur", closeHits);
  finder.addEventListener("keydown", (event) => {
    if (event.isComposing || !searchKeys[event.key]) return; // a Vietnamese input method is still composing
    event.preventDefault();
    if (hitList.hidden && event.key !== "Enter") listHits();
    else searchKeys[event.key]();
  });
  if (document.activeElement === finder && finder.value.trim()) listHits(); // typed before the page had started
}
