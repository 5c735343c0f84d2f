"use strict";
const pieces = [...document.querySelectorAll("[data-m]")];
const panel = document.getElementById("panel");
const close = document.getElementById("close");
const onlyLeft = document.getElementById("only-left");
const off = new Set();
const note = (id) => document.getElementById("m" + id);
const pressed = (button) => button.getAttribute("aria-pressed") === "true";

// Of the marks that a piece lies in, those that the filters let through, the shortest first.
function shown(piece) {
  return piece.dataset.m.split(" ").filter((id) => {
    const { kind, left } = note(id).dataset;
    return !off.has(kind) && (left || !pressed(onlyLeft));
  });
}

// A mark that other marks cut into pieces is one stop for the keyboard: its first piece.
function paint() {
  const seen = new Set();
  for (const piece of pieces) {
    const ids = shown(piece);
    const { kind, left } = ids.length ? note(ids[0]).dataset : {};
    piece.className = ids.length ? `m k-${kind}${left ? " left" : ""}` : "";
    piece.toggleAttribute("role", false);
    if (ids.length) piece.setAttribute("role", "button");
    piece.tabIndex = ids.some((id) => !seen.has(id)) ? 0 : -1;
    const first = ids.length && !seen.has(ids[0]);
    if (first) piece.dataset.sign = signs[kind];
    else delete piece.dataset.sign;
    ids.forEach((id) => seen.add(id));
  }
}

function show(ids) {
  for (const section of panel.querySelectorAll("section")) section.hidden = true;
  for (const id of ids) {
    note(id).hidden = false;
    panel.append(note(id));
  }
  document.getElementById("hint").hidden = ids.length > 0;
  close.hidden = ids.length === 0;
  for (const piece of pieces) piece.classList.toggle("chosen", ids.length > 0 && piece.dataset.m.split(" ").includes(ids[0]));
  panel.scrollTop = 0;
}

const signs = Object.fromEntries(
  [...document.querySelectorAll("#filters [data-kind]")].map((b) => [b.dataset.kind, b.querySelector("span").textContent])
);
function choose({ currentTarget: piece }) {
  show(shown(piece));
  piece.scrollIntoView({ block: "nearest" }); // on a phone the panel covers the lower half
}
for (const piece of pieces) {
  piece.addEventListener("focus", choose);
  piece.addEventListener("click", choose);
}
document.getElementById("filters").addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  button.setAttribute("aria-pressed", String(!pressed(button)));
  if (button.dataset.kind) off[pressed(button) ? "delete" : "add"](button.dataset.kind);
  show([]);
  paint();
});
close.addEventListener("click", () => show([]));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") show([]);
});
paint();
