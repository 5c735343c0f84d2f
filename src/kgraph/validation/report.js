// Filters over the findings: what is chosen goes into the address, so that a filtered report can be sent to somebody.
const form = document.getElementById("filters");
const boxes = [...form.querySelectorAll("[name=severity]")];
const lists = [...form.querySelectorAll("select")];
const query = form.elements.q;
const sections = [...document.querySelectorAll("main section")];
const found = sections.flatMap((section) => {
  const heading = section.querySelector("h2").textContent;
  return [...section.querySelectorAll(".finding")].map((item) => ({ item, text: fold(`${heading} ${item.textContent}`) }));
});

// Whether a finding passes; *free* is the filter that is left out, to count what another choice of it would show.
function passes({ item, text }, typed, free) {
  const { severity } = item.dataset;
  if (free !== "severity" && !boxes.some((box) => box.checked && box.value === severity)) return false;
  if (lists.some(({ name, value }) => name !== free && value && value !== item.dataset[name])) return false;
  return typed.every((part) => text.includes(part));
}

function counted(name, typed) {
  const counts = new Map();
  for (const one of found) {
    if (!passes(one, typed, name)) continue;
    for (const value of [one.item.dataset[name], ""]) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return (value) => counts.get(value) ?? 0;
}

function recount(typed) {
  const ofSeverity = counted("severity", typed);
  for (const box of boxes) box.parentElement.querySelector("small").textContent = ofSeverity(box.value);
  for (const list of lists) {
    const ofChoice = counted(list.name, typed);
    for (const choice of list.options) choice.text = `${choice.dataset.word} (${ofChoice(choice.value)})`;
  }
}

function hideEmpty(section) {
  const all = section.querySelectorAll(".finding").length;
  const shown = section.querySelectorAll(".finding:not([hidden])").length;
  section.hidden = shown === 0;
  section.querySelector(".n").textContent = shown === all ? all : `${shown} / ${all}`;
}

// What is chosen, in the words of the page, for whoever reads it on paper.
function told() {
  const severities = boxes.every((box) => box.checked) ? [] : boxes.filter((box) => box.checked).map((box) => box.nextElementSibling.textContent);
  const choices = lists.filter(({ value }) => value).map(({ selectedOptions: [choice] }) => choice.dataset.word);
  const text = query.value.trim();
  return [...(severities.length ? [severities.join(", ")] : []), ...choices, ...(text ? [`“${text}”`] : [])].join("; ");
}

function apply() {
  const typed = fold(query.value).split(" ").filter(Boolean);
  for (const one of found) one.item.hidden = !passes(one, typed);
  sections.forEach(hideEmpty);
  recount(typed);
  const shown = found.filter(({ item }) => !item.hidden).length;
  const words = form.dataset;
  document.getElementById("count").textContent = words.shown.replace("{n}", shown).replace("{all}", found.length);
  document.getElementById("filtered").textContent = told() && `${words.filtered}: ${told()}`;
  document.getElementById("none").hidden = shown > 0;
}

function address() {
  const said = new URLSearchParams();
  if (boxes.some((box) => !box.checked)) said.set("severity", boxes.filter((box) => box.checked).map((box) => box.value).join(","));
  for (const { name, value } of [...lists, query]) if (value.trim()) said.set(name, value.trim());
  return String(said);
}

function remember() {
  const said = address();
  history.replaceState(null, "", location.href.split("#")[0] + (said && `#${said}`));
  apply();
}

// What the address does not name, or names wrongly, is not filtered.
function followAddress() {
  const said = new URLSearchParams(location.hash.slice(1));
  const severities = said.get("severity")?.split(",");
  for (const box of boxes) box.checked = !severities || severities.includes(box.value);
  for (const list of lists) {
    const wanted = said.get(list.name);
    list.value = [...list.options].some(({ value }) => value === wanted) ? wanted : "";
  }
  query.value = said.get("q") ?? "";
  apply();
}

for (const event of ["input", "change"]) form.addEventListener(event, remember); // some send but one of them for a list
form.addEventListener("reset", () => setTimeout(remember)); // the fields are emptied behind this event
form.addEventListener("submit", (event) => event.preventDefault());
window.addEventListener("hashchange", followAddress);
form.hidden = false;
followAddress();
