// The dated facts of the selection, month by month; an event stands once, with what else is told of its day.
const monthOf = (time) => time.slice(0, 7);
const isMention = ({ predicate }) => predicates[predicate].name === "mention";

// An event is told of by each of its hosts, by its place and by its article: they make one entry, the hosts first.
function once(entries) {
  return [...grouped(entries, (entry) => eventOf(entry) || entry).values()].map((group) => {
    const [first, ...rest] = group.sort((a, b) => isMention(a) - isMention(b));
    return { ...first, also: rest.filter((entry) => entry.predicate === first.predicate && entry.to === first.to) };
  });
}

function happening(entry) {
  const { fact, predicate, from, to, also } = entry;
  const when = fact.date ? dateText(fact.date) : word("printed", { date: dateText(fact.time) });
  const what = button(() => openFact(entry), { className: "what" }, [predicateName(predicate), saidOf(fact)].filter(Boolean).join(": "));
  const who = [from, ...also.map((other) => other.from)].flatMap((node, i) => (i ? [", ", nodeButton(node)] : [nodeButton(node)]));
  return element("li", {}, element("time", {}, when), element("span", {}, what, " ", ...who, to ? " → " : "", to ? nodeButton(to) : ""));
}

function drawTimeline() {
  const dated = once(shownFacts().filter(({ fact }) => fact.time && isTold(fact)));
  dated.sort((a, b) => (a.fact.time < b.fact.time ? -1 : a.fact.time > b.fact.time ? 1 : 0));
  const items = dated.flatMap((entry, i) => {
    const month = monthOf(entry.fact.time);
    return i && month === monthOf(dated[i - 1].fact.time) ? [entry] : [month, entry];
  });
  const make = (item) => (typeof item === "string" ? element("li", { className: "month" }, element("h3", {}, day(item))) : happening(item));
  growRows(byId("happenings"), byId("later"), items, make, "timeline.none");
}
