// How an event is drawn: its certainty in time, whether it happened, a difference.
const RADIUS = 6;

// What happened: full, half, hollow, crossed; drawn round (0, 0).
function sign(realised, colour) {
  const parts = [draw("circle", {class: "shape halo", r: RADIUS, stroke: colour, "stroke-width": 1.8,
    fill: realised === "ja" ? colour : "#ffffff"})];
  if (realised === "poging") {
    parts.push(draw("path", {d: `M0 ${-RADIUS} A${RADIUS} ${RADIUS} 0 0 0 0 ${RADIUS} Z`, fill: colour}));
  } else if (realised === "nee") {
    parts.push(draw("path", {d: "M-3.4 -3.4 L3.4 3.4 M3.4 -3.4 L-3.4 3.4", stroke: colour, "stroke-width": 1.8}));
  } else if (realised === "onbekend") {
    parts.push(draw("text", {y: 3.6, "text-anchor": "middle", style: `font-size:10px;font-weight:600;fill:${colour}`}, "?"));
  }
  return parts;
}

// A stretch in which it lies: faded where nobody knows, arrows where an end is open.
function stretch(from, to, item) {
  const width = Math.max(to - from, 14);
  const hollow = item.event.realised !== "ja";
  const parts = [draw("rect", {class: "shape halo", x: from, y: -6, width, height: 12, rx: 6,
    fill: hollow ? "none" : `url(#fade-${item.fade})`,
    stroke: hollow || item.event.about ? item.colour : "none",
    "stroke-dasharray": item.event.about ? "1.5 3.5" : hollow ? "5 3" : null,
    "stroke-width": item.event.about ? 1.8 : 1})];
  if (item.openEnd) parts.push(arrow(from + width, 1, item.colour));
  if (item.openStart) parts.push(arrow(from, -1, item.colour));
  if (hollow) parts.push(draw("g", {transform: `translate(${from + width / 2} 0)`}, sign(item.event.realised, item.colour)));
  return parts;
}

function arrow(x, side, colour) {
  return draw("path", {d: `M${x} -5 L${x + 8 * side} 0 L${x} 5`, fill: "none", stroke: colour,
    "stroke-width": 1.8, "stroke-linejoin": "round"});
}

function differs(x) {
  return draw("text", {x, y: -6, "text-anchor": "middle", style: "font-size:13px;font-weight:700;fill:#9a6a00;stroke:#fff;stroke-width:3px;paint-order:stroke"}, "≠");
}

function proposal(x) {
  return draw("path", {d: `M${x} -17 l4 5 l-4 5 l-4 -5 Z`, fill: "#d5a632", stroke: "#fff"});
}

function fades() {
  return draw("defs", {}, report.lanes.map((lane, number) =>
    draw("linearGradient", {id: `fade-${number}`}, [[0, 0.08], [0.28, 0.7], [0.72, 0.7], [1, 0.08]].map(
      ([offset, opacity]) => draw("stop", {offset, "stop-color": lane.colour, "stop-opacity": opacity})))),
    draw("pattern", {id: "hatch", width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)"},
      draw("line", {x1: 0, y1: 0, x2: 0, y2: 6, stroke: "#8b8577", "stroke-width": 2, "stroke-opacity": 0.55})));
}

function legend() {
  const colour = "#2f6690";
  const sample = (width, ...parts) => draw("svg", {width, height: 20, viewBox: `0 -10 ${width} 20`, "aria-hidden": "true"}, parts);
  const round = (realised) => sample(18, draw("g", {transform: "translate(9 0)"}, sign(realised, colour)));
  const bar = (extra) => sample(46, stretch(8, 36, {colour, fade: 0, event: {realised: "ja"}, ...extra}));
  const rows = [
    [round("ja"), "gebeurd"], [round("poging"), "poging"], [round("voorgenomen"), "voorgenomen"],
    [round("nee"), "niet gebeurd"], [round("onbekend"), "niet bekend of het gebeurde"],
    [bar({}), "ergens in deze tijd"], [bar({event: {realised: "ja", about: true}}), "ongeveer"],
    [bar({openEnd: true}), "einde niet bekend"],
    [sample(18, draw("g", {transform: "translate(0 8)"}, differs(9))), "bronnen verschillen"],
    [sample(40, draw("rect", {x: 4, y: -4, width: 32, height: 8, rx: 4, fill: "url(#hatch)"})), "zonder datum, plaats volgt uit de volgorde"],
  ];
  document.getElementById("legend").append(...rows.map(([picture, text]) => el("li", {}, picture, text)));
}
