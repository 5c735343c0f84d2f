// The dated facts of the selection, month by month; an event stands once, with what else is told of its day.
const monthOf = (time) => time.slice(0, 7);

function titleOfMonth(month) {
  return month.length === 7 ? day(month) : month;
}

// An event is told by its host or its place and by its article: the first of these stands for it.
function once(entries) {
  const seen = new Set();
  return entries.filter(({ fact, from, to }) => {
    const event = [from, to].find((node) => node?.group === "event" && fact.key && node.iri.endsWith(`/${fact.key}`));
    const key = event ? event.iri : fact;
    return !seen.has(key) && seen.add(key);
  });
}

function happening(entry) {
  const { fact, predicate, from, to } = entry;
  const when = fact.date ? dateText(fact.date) : word("printed", { date: dateText(fact.time) });
  const what = button(() => openFact(entry), { className: "what" }, [predicateName(predicate), saidOf(fact)].filter(Boolean).join(": "));
  return element("li", {}, element("time", {}, when), element("span", {}, what, " ", nodeButton(from), to ? " → " : "", to ? nodeButton(to) : ""));
}

function drawTimeline() {
  const dated = once(shownFacts().filter(({ fact, from }) => fact.time && isTold(fact)));
  dated.sort((a, b) => (a.fact.time < b.fact.time ? -1 : a.fact.time > b.fact.time ? 1 : 0));
  const items = dated.flatMap((entry, i) => {
    const month = monthOf(entry.fact.time);
    return i && month === monthOf(dated[i - 1].fact.time) ? [entry] : [month, entry];
  });
  const make = (item) => (typeof item === "string" ? element("li", { className: "month" }, element("h3", {}, titleOfMonth(item))) : happening(item));
  growRows(byId("happenings"), byId("later"), items, make, "timeline.none");
}
