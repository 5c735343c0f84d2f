// Buttons that hide and show: kinds of nodes with their shapes, kinds of relations with their colours.
function countBy(items, key) {
  const counts = new Map();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

const nodeCounts = countBy(nodes, (node) => node.group);
const factCounts = countBy([...lines.flatMap((line) => line.facts.map(() => line)), ...nodes.flatMap((node) => node.own)], (item) => item.predicate);

function toggle(chosen, value, icon, name, count) {
  const act = ({ currentTarget }) => {
    if (!chosen.delete(value)) chosen.add(value);
    currentTarget.setAttribute("aria-pressed", String(chosen.has(value)));
    for (const id of [...state.revealed]) if (nodes[id].group === value) state.revealed.delete(id);
    update();
  };
  return button(act, { "aria-pressed": String(chosen.has(value)) }, icon, element("span", {}, name), element("small", {}, String(count)));
}

function stroke(predicate) {
  const icon = element("i", { className: "stroke", "aria-hidden": "true" });
  icon.style.background = state.dark ? predicate.dark : predicate.light;
  return icon;
}

function drawLegend() {
  const kindButtons = [...kinds.values()].filter((kind) => nodeCounts.has(kind.name)).map((kind) => {
    const made = toggle(state.kinds, kind.name, shapeIcon(kind), kindName(kind), nodeCounts.get(kind.name));
    made.dataset.kind = kind.name;
    return made;
  });
  const lineButtons = predicates.flatMap((predicate, i) => {
    if (!factCounts.has(i)) return [];
    const made = toggle(state.predicates, i, stroke(predicate), predicateName(i), factCounts.get(i));
    made.dataset.predicate = predicate.name;
    return [made];
  });
  byId("kinds").replaceChildren(...kindButtons);
  byId("predicates").replaceChildren(...lineButtons);
}
