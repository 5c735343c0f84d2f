// One shape a kind, so that colour is never the only sign; corners of shapes in units of a node's size.
const ring = (count, turn, radius = () => 1) =>
  Array.from({ length: count }, (_, i) => {
    const angle = ((turn + (360 * i) / count) * Math.PI) / 180;
    return [Math.cos(angle) * radius(i), Math.sin(angle) * radius(i)];
  });
const SHAPES = {
  dot: ring(24, 0),
  square: ring(4, 45, () => 1.25),
  triangle: ring(3, -90, () => 1.2),
  triangleDown: ring(3, 90, () => 1.2),
  diamond: ring(4, 0, () => 1.2),
  star: ring(10, -90, (i) => (i % 2 ? 0.55 : 1.3)),
  hexagon: ring(6, 0, () => 1.1),
  pentagon: ring(5, -90, () => 1.15),
  octagon: ring(8, 22.5, () => 1.1),
  decagon: ring(10, 0),
  plus: [[-0.4, -1.1], [0.4, -1.1], [0.4, -0.4], [1.1, -0.4], [1.1, 0.4], [0.4, 0.4], [0.4, 1.1], [-0.4, 1.1], [-0.4, 0.4], [-1.1, 0.4], [-1.1, -0.4], [-0.4, -0.4]],
  page: [[-0.75, -1.1], [0.35, -1.1], [0.75, -0.65], [0.75, 1.1], [-0.75, 1.1]],
};
const BUILT_IN = new Set(["dot", "square", "triangle", "triangleDown", "diamond", "star", "hexagon"]);

function tracePolygon(context, corners, x, y, size) {
  context.beginPath();
  for (const [dx, dy] of corners) context.lineTo(x + dx * size, y + dy * size);
  context.closePath();
}

// vis-network draws seven shapes; the others are drawn for it.
function drawCustom({ ctx, x, y, state: { selected }, style }, node) {
  const drawNode = () => {
    ctx.save();
    ctx.globalAlpha = style.opacity ?? paintOf(node).opacity;
    ctx.fillStyle = paintOf(node).fill;
    ctx.strokeStyle = paintOf(node).border;
    ctx.lineWidth = selected ? 4 : 1;
    tracePolygon(ctx, SHAPES[node.shape], x, y, node.size);
    ctx.fill();
    ctx.stroke();
    ctx.restore();
  };
  return { drawNode, nodeDimensions: { width: node.size * 2, height: node.size * 2 } };
}

function shapeIcon(kind) {
  const icon = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const polygon = document.createElementNS("http://www.w3.org/2000/svg", "polygon");
  icon.setAttribute("viewBox", "-1.4 -1.4 2.8 2.8");
  icon.setAttribute("aria-hidden", "true");
  polygon.setAttribute("points", SHAPES[kind.shape].map((corner) => corner.join(",")).join(" "));
  polygon.setAttribute("fill", shade(kind));
  icon.append(polygon);
  return icon;
}
