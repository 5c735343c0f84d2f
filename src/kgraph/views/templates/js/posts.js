// Posts over time: for a person what she held, for a body who held what, with a mark at each day that a text attests.
function postsOf(node) {
  const held = entriesOf(node).filter(({ predicate, fact, other }) => predicates[predicate].name === "membership" && other >= 0 && fact.time && factShown(fact));
  const rows = new Map();
  for (const { fact, other } of held) {
    const post = fact.words.length ? term(fact.words[0]) : word("post.none");
    const key = `${post} ${other}`;
    const row = rows.get(key) ?? { post: [hedgeText(fact), post].filter(Boolean).join(" "), other: nodes[other], times: [] };
    row.times.push(fact.time);
    rows.set(key, row);
  }
  for (const row of rows.values()) row.times.sort();
  return [...rows.values()].sort((a, b) => (a.times[0] < b.times[0] ? -1 : a.times[0] > b.times[0] ? 1 : a.other.id - b.other.id));
}

const yearsOf = (time) => Number(time.slice(0, 4)) + (Number(time.slice(5, 7) || 1) - 1) / 12 + (Number(time.slice(8, 10) || 1) - 1) / 365;

function postTrack(times, first, last) {
  const at = (time) => `${last > first ? (96 * (yearsOf(time) - first)) / (last - first) : 48}%`;
  const marks = times.map((time) => {
    const mark = element("i", { title: dateText(time) });
    mark.style.left = at(time);
    return mark;
  });
  return element("span", { className: "track", "aria-hidden": "true" }, ...marks);
}

function postItem({ post, other, times }, first, last) {
  const dates = [...new Set([times[0], times.at(-1)])].map(dateText).join(" – ");
  return element("li", {}, element("strong", {}, post), nodeButton(other), element("time", {}, dates), postTrack(times, first, last));
}

function postsSection(node) {
  const rows = postsOf(node);
  if (!rows.length) return "";
  const all = rows.flatMap(({ times: found }) => found).map(yearsOf);
  const [first, last] = [Math.min(...all), Math.max(...all)];
  const items = rows.slice(0, 30).map((row) => postItem(row, first, last));
  const title = element("h3", {}, word("posts"), element("small", {}, String(rows.length)));
  return element("section", { className: "posts" }, title, element("p", { className: "summary" }, word("posts.note")), element("ol", { className: "plain" }, ...items));
}
