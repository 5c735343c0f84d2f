// Unpacks vis-network, then starts the script of this page; a browser that cannot is told so.
(async () => {
  const contentOf = (id) => document.getElementById(id).textContent;
  const run = (text) => document.head.append(Object.assign(document.createElement("script"), { textContent: text }));
  const bytes = Uint8Array.from(atob(contentOf("vis")), (letter) => letter.charCodeAt(0));
  run(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text());
  run(contentOf("app"));
  if (!document.body.dataset.ready) throw new Error("the script did not start");
})().catch(() => { document.getElementById("unsupported").hidden = false; });
