// What all parts share: the embedded review, small builders, dates, the choice made.
const report = JSON.parse(document.getElementById("report").textContent);
const events = report.events;
const MONTHS = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt",
  "nov", "dec"];
const SVG = "http://www.w3.org/2000/svg";
const PSEUDONYM = /(\[[^[\]\n]{2,60}\])/;

function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

function draw(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick") node.addEventListener("click", value);
    else if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(name, value === true ? "" : value);
    }
  }
  node.append(...children.flat(3).filter((child) => child !== null && child !== ""));
  return node;
}

// Words of a source: always text, with pseudonyms set apart.
function words(text) {
  return text.split(PSEUDONYM).map((part) =>
    PSEUDONYM.test(part) ? el("span", {class: "ps"}, part) : part);
}

function tag(text, kind = "") {
  return el("span", {class: `tag ${kind}`.trim()}, text);
}

function dayOf(number) {
  return new Date(number * 864e5);
}

function numberOf(date) {
  return Math.round(date.getTime() / 864e5);
}

function shortDay(number) {
  const day = dayOf(number);
  return `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
}

function isoDay(number) {
  return dayOf(number).toISOString().slice(0, 10);
}

function labelOf(kind) {
  return report.labels[kind] || (kind ? kind.replaceAll("_", " ") : "niet genoemd");
}

const laneOf = new Map(report.lanes.map((lane) => [lane.kind, lane]));

function colourOf(kind) {
  return (laneOf.get(kind) || {colour: "#777268"}).colour;
}

function count(number, one, many) {
  return `${number} ${number === 1 ? one : many}`;
}

// The choice that timeline and story share.
const choice = {org: "", realised: "", status: "", text: "", conflict: false, review: false};
const listeners = [];

function isChosen(event) {
  if (choice.org && !event.orgs.includes(choice.org)) return false;
  if (choice.realised && event.realised !== choice.realised) return false;
  if (choice.status && event.status !== choice.status) return false;
  if (choice.conflict && !event.conflicts.length) return false;
  if (choice.review && !event.review) return false;
  return !choice.text || textOf(event).includes(choice.text);
}

function textOf(event) {
  event.search ??= [event.what, event.date, ...event.orgs.map(labelOf), ...event.who,
    ...event.accounts.map((account) => account.words)].join(" ").toLowerCase();
  return event.search;
}

let chosen = events.map((_, number) => number);

function choose() {
  chosen = [];
  events.forEach((event, number) => { if (isChosen(event)) chosen.push(number); });
  listeners.forEach((listener) => listener());
}
