// The address holds what is chosen: #node=IRI&path=IRI or #fact=KEY, then tab, hide, show, at, q, about, depth, colour.
const nameOfPredicate = (i) => `relation.${predicates[i].name}`;

function hiddenNames() {
  const kindsOff = usualKinds.filter((name) => !state.kinds.has(name));
  return [...kindsOff, ...[...predicates.keys()].filter((i) => !state.predicates.has(i)).map(nameOfPredicate)];
}

const extraKinds = () => [...state.kinds].filter((name) => !usualKinds.includes(name));
const timeText = () => state.asOf || (state.since || state.until ? `${state.since}..${state.until}` : "");

// Parts that say nothing new are left out, so that the usual address of a node is #node=IRI alone.
function addressOf(place = {}) {
  const parts = {
    ...place,
    tab: state.tab === "network" ? "" : state.tab,
    hide: hiddenNames().join(","), show: extraKinds().join(","),
    at: timeText(), q: state.words.trim(), flagged: state.flagged ? "1" : "",
    about: state.about?.iri ?? "", depth: state.about && state.depth > 1 ? String(state.depth) : "",
    colour: state.colour === "kind" ? "" : state.colour,
  };
  const said = Object.entries(parts).filter(([, value]) => value).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return said.length ? `#${said.join("&")}` : "";
}

const placeOf = ({ node, path, fact, missing }) => {
  if (path) return { node: path.from.iri, path: path.to.iri };
  if (missing) return { [missing.what]: missing.name };
  return { node: fact || !node ? "" : node.iri, fact };
};

function decoded(code) {
  try {
    return decodeURIComponent(code);
  } catch {
    return code; // a mangled address names nothing that there is
  }
}

const addressParts = () => new Map(location.hash.slice(1).split("&").filter(Boolean).map((part) => {
  const [key, ...value] = part.split("=");
  return [key, decoded(value.join("="))];
}));

// A choice that is refined step by step (a slider, words being typed) changes the address without a step back.
function remember() {
  try {
    history.replaceState(null, "", location.href.split("#")[0] + addressOf(placeOf(state)));
  } catch {
    // Safari refuses more than a hundred changes in half a minute; the next one catches up.
  }
}

function goToAddress(place) {
  const address = addressOf(place);
  if (location.hash !== address) location.hash = address;
}

const isDate = (text) => /^\d{4}(-\d\d){0,2}$/.test(text);

function readTime(text) {
  const [since, until] = text.split("..");
  if (until === undefined) return { since: "", until: "", asOf: isDate(text) ? text : "" };
  return { since: isDate(since) ? since : "", until: isDate(until) ? until : "", asOf: "" };
}

// The choices that the address names; what it does not name is as usual.
function choicesOf(parts) {
  const names = (key) => (parts.get(key) ?? "").split(",");
  const hidden = new Set(names("hide"));
  const depth = Number(parts.get("depth") ?? 1);
  return {
    tab: TABS.includes(parts.get("tab")) ? parts.get("tab") : "network",
    kinds: new Set([...usualKinds, ...names("show")].filter((name) => kinds.has(name) && !hidden.has(name))),
    predicates: new Set([...predicates.keys()].filter((i) => !hidden.has(nameOfPredicate(i)))),
    ...readTime(parts.get("at") ?? ""),
    words: parts.get("q") ?? "", flagged: parts.get("flagged") === "1",
    about: byIri.get(parts.get("about")) ?? null, depth: depth >= 1 && depth <= 9 ? Math.floor(depth) : 1,
    colour: COLOURS.includes(parts.get("colour")) ? parts.get("colour") : "kind",
  };
}

// What the address opens: a node, a fact with the line or the node that shows it, a way; null where it opens nothing.
function asked(parts = addressParts()) {
  const what = ["node", "fact"].find((key) => parts.has(key));
  if (!what) return null;
  const name = parts.get(what);
  if (parts.has("path")) return askedWay(name, parts.get("path"));
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
  const parts = addressParts();
  const choices = choicesOf(parts);
  const before = addressOf();
  Object.assign(state, choices);
  if (addressOf() !== before) {
    showChoices();
    fitIfEmpty();
  }
  const place = asked(parts);
  if (!place && (state.node || state.fact || state.missing)) select(null, null);
  const isOpen = place && !place.missing && !place.path && !state.path && ["node", "line", "fact"].every((part) => place[part] === state[part]);
  if (!place || isOpen) return;
  select(place.node, place.line, place.fact, place.missing, place.path ?? null);
  if (place.path || place.line) goToAll(openNodes(place));
  else if (place.node) goTo(place.node);
  chosenFact()?.focus({ preventScroll: true });
}
