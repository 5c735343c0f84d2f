// Buttons that hide and show: kinds of nodes with their shapes, kinds of relations with their colours.
const nodeCounts = countBy(nodes, (node) => node.group);
const factCounts = countBy(facts, (entry) => entry.predicate);

// *what* names the set of the state ("kinds", "predicates") that holds what is shown.
function toggle(what, value, icon, name, count) {
  const act = ({ currentTarget }) => {
    if (!state[what].delete(value)) state[what].add(value);
    currentTarget.setAttribute("aria-pressed", String(state[what].has(value)));
    for (const id of [...state.revealed]) if (nodes[id].group === value) state.revealed.delete(id);
    update();
    remember();
  };
  return button(act, { "aria-pressed": String(state[what].has(value)) }, icon, element("span", {}, name), element("small", {}, String(count)));
}

function stroke(predicate) {
  const icon = element("i", { className: "stroke", "aria-hidden": "true" });
  icon.style.background = shade(predicate);
  return icon;
}

function drawLegend() {
  const kindButtons = [...kinds.values()].filter((kind) => nodeCounts.has(kind.name)).map((kind) => {
    const made = toggle("kinds", kind.name, shapeIcon(kind), kindName(kind), nodeCounts.get(kind.name));
    made.dataset.kind = kind.name;
    return made;
  });
  const lineButtons = predicates.flatMap((predicate, i) => {
    if (!factCounts.has(i)) return [];
    const made = toggle("predicates", i, stroke(predicate), predicateName(i), factCounts.get(i));
    made.dataset.predicate = predicate.name;
    return [made];
  });
  byId("kinds").replaceChildren(...kindButtons);
  byId("predicates").replaceChildren(...lineButtons);
  flagButton();
}
