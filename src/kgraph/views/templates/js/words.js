// Words in the language of the page, and small helpers that make elements out of text.
const second = () => (state.lang === "en" ? 1 : 0);
const word = (key, values = {}) => (kg.words[key]?.[second()] ?? key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
const term = (value) => (typeof value === "number" ? kg.terms[value][second()] : value);
const kindName = (kind) => (state.lang === "en" ? kind.en : kind.vi);
const nameOf = (node) => (state.lang === "en" && node.english) || node.label;

// What has two colours, in the one for the ground that is there; and the colour of letters on it.
const shade = ({ light, dark }) => (state.dark ? dark : light);
const INK = { light: "#1a2530", dark: "#e8eef4" };

// "planned", "target" and the like, which are said of a fact; what was simply done has no such word.
const hedgeText = (fact) => (kg.words[`state.${fact.state}`] ? word(`state.${fact.state}`) : "");
const hedge = (fact) => (hedgeText(fact) ? element("em", { className: "hedge" }, hedgeText(fact)) : "");

// Labels of a predicate come in threes: of the line, seen from its start, seen from its end.
const predicateName = (number, side = 0) => predicates[number].labels[side * 2 + second()];

function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(properties)) {
    if (key in made) made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
}

// A button that does *act* when it is pressed.
const button = (act, properties, ...children) => element("button", { type: "button", onclick: act, ...properties }, ...children);

function link(address, text) {
  if (!/^https?:\/\//i.test(address)) return element("span", {}, text);
  return element("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, text);
}

// 2021-03-01 as 01/03/2021, 2021-03 as 03/2021, 2021/2025 as 2021–2025: as people write dates in Vietnam.
// EDTF writes quarters as months 33 to 36, and "not later than" as [..2019-12-26].
function day(date) {
  const [, year, month, number] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(date) ?? [];
  if (!year) return date;
  if (Number(month) >= 33) return word("quarter", { n: Number(month) - 32, year });
  return [number, month, year].filter(Boolean).join("/");
}

function dateText(date) {
  const bound = /^\[\.\.(.+)\]$/.exec(date);
  if (bound) return word("by", { date: day(bound[1]) });
  return date.split("/").filter((part) => part && part !== "..").map(day).join("–");
}

function applyWords() {
  document.documentElement.lang = state.lang;
  document.title = word("title");
  for (const item of document.querySelectorAll("[data-word]")) item.textContent = word(item.dataset.word);
  for (const item of document.querySelectorAll("[data-label]")) item.setAttribute("aria-label", word(item.dataset.label));
  for (const item of document.querySelectorAll("[data-zoom]")) item.title = word(item.dataset.label);
  for (const item of document.querySelectorAll("[data-placeholder]")) item.placeholder = word(item.dataset.placeholder);
  byId("search").placeholder = `${word("search")} (${word("search.hint").toLowerCase()})`;
}
