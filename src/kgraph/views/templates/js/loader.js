// Unpacks vis-network, then starts the script of this page; a browser that cannot is told so.
// What is typed into the search meanwhile stays there; the search begins with it.
const beforeStart = (event) => {
  if (event.key !== "/" || document.activeElement.tagName === "INPUT") return;
  event.preventDefault();
  document.getElementById("search").focus();
};
window.addEventListener("keydown", beforeStart);
(async () => {
  const contentOf = (id) => document.getElementById(id).textContent;
  const run = (text) => document.head.append(Object.assign(document.createElement("script"), { textContent: text }));
  const bytes = Uint8Array.from(atob(contentOf("vis")), (letter) => letter.charCodeAt(0));
  run(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text());
  run(contentOf("app"));
  if (!document.body.dataset.ready) throw new Error("the script did not start");
  window.removeEventListener("keydown", beforeStart);
})().catch(() => { document.getElementById("unsupported").hidden = false; });
