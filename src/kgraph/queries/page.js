// The page is whole without this: it only filters and sorts the rows of the table.
const table = document.querySelector("table");

function showMatching(rows, typed) {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const { row, text } of rows) {
    row.hidden = !words.every((word) => text.includes(word));
    if (!row.hidden) shown += 1;
  }
  document.querySelector(".shown").textContent = String(shown);
}

// In the language of the page a point or a comma groups digits; the other one begins the fraction.
function numberOf(text) {
  const plain = document.documentElement.lang === "en" ? text.replace(/,/g, "") : text.replace(/\./g, "").replace(",", ".");
  return plain === "" ? Number.NEGATIVE_INFINITY : Number(plain);
}

function sortBy(head, column) {
  const down = head.getAttribute("aria-sort") === "ascending";
  for (const other of head.parentElement.children) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const isNumber = head.classList.contains("number");
  const collator = new Intl.Collator(document.documentElement.lang);
  const cell = (row) => row.cells[column].textContent;
  const compare = (a, b) => (isNumber ? numberOf(cell(a)) - numberOf(cell(b)) : collator.compare(cell(a), cell(b)));
  const body = table.tBodies[0];
  body.append(...[...body.rows].sort((a, b) => (down ? compare(b, a) : compare(a, b))));
}

function start() {
  const rows = [...table.tBodies[0].rows].map((row) => ({ row, text: fold(row.textContent) }));
  const tools = document.querySelector(".tools");
  tools.hidden = false;
  tools.querySelector("input").addEventListener("input", (event) => showMatching(rows, event.target.value));
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    if (head.classList.contains("words")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.addEventListener("click", () => sortBy(head, column));
    head.replaceChildren(button);
  });
}

if (table) start();
