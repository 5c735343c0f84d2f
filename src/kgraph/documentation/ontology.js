const box = document.getElementById("filter");
const input = box.querySelector("input");
const items = [...document.querySelectorAll("[data-find]")].map((item) => [item, fold(item.dataset.find)]);
const contents = document.querySelector("nav details");
box.hidden = false;
if (matchMedia("(max-width: 60rem)").matches) contents.open = false; // on a phone the contents fill the screen
input.addEventListener("input", () => {
  const words = fold(input.value).split(" ").filter(Boolean);
  let shown = 0;
  for (const [item, text] of items) {
    item.hidden = !words.every((word) => text.includes(word));
    shown += item.hidden ? 0 : 1;
  }
  document.getElementById("no-hits").hidden = shown > 0;
  if (words.length) contents.open = true;
});
