// The timeline as lanes; only what lies in the window is drawn.
const lanesBox = document.getElementById("lanes");
const overviewBox = document.getElementById("overview");
const tip = document.getElementById("tip");
const announce = document.getElementById("announce");
const ROW = 22;
const MOST_ROWS = 6;
const TOO_MANY_TO_TIE = 250;
const FEW = {labels: [40, 24, 0]};
const full = fullStretch();
let view = firstView();
let showMoments = false;
let current = -1;

function fullStretch() {
  const days = events.flatMap((event) => event.likely).filter((day) => day !== null);
  if (!days.length) return null;
  const low = days.reduce((a, b) => Math.min(a, b));
  const high = days.reduce((a, b) => Math.max(a, b));
  const room = Math.max(15, (high - low) * 0.03);
  return [low - room, high + room];
}

function firstView() {
  if (!full) return null;
  const [from, to] = report.period;
  const low = from ?? full[0], high = to ?? full[1];
  const inside = events.some((event) => event.dated && (event.days[0] ?? event.days[1]) >= low
    && (event.days[0] ?? event.days[1]) <= high);
  if (!inside || low >= high) return [...full];
  const room = (high - low) * 0.03 + 5;
  return [low - room, high + room];
}

function setView(from, to) {
  if (!full) return;
  const width = Math.min(Math.max(to - from, 10), full[1] - full[0]);
  const start = Math.min(Math.max(from, full[0]), full[1] - width);
  view = [start, start + width];
  requestAnimationFrame(drawTimeline);
}

function zoom(factor, at = (view[0] + view[1]) / 2) {
  setView(at - (at - view[0]) * factor, at + (view[1] - at) * factor);
}

function move(name) {
  const width = view[1] - view[0];
  if (name === "earlier") setView(view[0] - width / 3, view[1] - width / 3);
  if (name === "later") setView(view[0] + width / 3, view[1] + width / 3);
  if (name === "in") zoom(0.6);
  if (name === "out") zoom(1 / 0.6);
  if (name === "all") setView(...full);
  if (name === "period") setView(...firstView());
}

// Items: what one lane shows of one event, in pixels.
function itemsOf(kind, fade, x, edges) {
  const items = [];
  for (const number of chosen) {
    const event = events[number];
    if (kind === undefined ? event.dated : !event.dated) continue;
    if (kind !== undefined && !(event.orgs.length ? event.orgs.includes(kind) : kind === "")) continue;
    const [first, last] = kind === undefined ? event.likely : event.days;
    if (first === null && last === null) continue;
    if ((first ?? last) > view[1] || (last ?? first) < view[0]) continue;
    items.push(itemOf({number, event, first, last, fade, kind}, x, edges));
  }
  return items.sort((a, b) => a.from - b.from || a.number - b.number);
}

function itemOf(item, x, edges) {
  item.colour = item.kind === undefined ? "#777268" : colourOf(item.kind);
  item.openStart = item.first === null;
  item.openEnd = item.last === null;
  item.exact = item.first !== null && item.first === item.last && !item.event.about;
  const begin = x(item.first ?? item.last), end = x((item.last ?? item.first) + 1);
  item.from = Math.max(item.openStart ? end - 44 : begin, edges[0] + 2);
  item.to = Math.min(item.openEnd ? begin + 44 : end, edges[1] - 10);
  if (item.exact) {
    item.from = Math.max((begin + end) / 2 - RADIUS, edges[0] + 2);
    item.to = item.from + 2 * RADIUS;
  } else if (item.to - item.from < 14) item.to = item.from + 14;
  return item;
}

function short(text, length) {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}

// Words that stay inside the picture; none where hardly a letter fits.
function fitting(text, length, room) {
  const letters = Math.min(length, Math.floor((room - 14) / 7));
  return letters < Math.min(8, text.length) ? "" : short(text, letters);
}

// Put items in rows so that none overlap: with words if there is room, else without.
function pack(items, [left, right]) {
  for (const length of FEW.labels) {
    const rows = [];
    let fits = true;
    for (const item of items) {
      const whole = short(item.event.what, length || 1).length * 6.5 + 14;
      const leftwards = length && item.to + whole > right && item.from - whole > left;
      const label = fitting(item.event.what, length, leftwards ? item.from - left : right - item.to);
      const width = label.length * 6.5 + (label ? 14 : 3);
      const low = leftwards ? item.from - width : item.from - 2;
      const high = leftwards ? item.to + 4 : item.to + width;
      let row = rows.findIndex((taken) => taken <= low);
      if (row < 0) row = rows.length;
      if (row >= MOST_ROWS) {
        if (length) { fits = false; break; }
        row = MOST_ROWS;
      } else rows[row] = high;
      Object.assign(item, {row, label, leftwards});
    }
    if (fits) return Math.max(rows.length, 1);
  }
  return MOST_ROWS;
}

// In a full lane: words only where the row leaves room for them.
function labelWhereRoom(items, right) {
  const after = new Map();
  for (const item of [...items].reverse()) {
    const room = (after.get(item.row) ?? right) - item.to - 14;
    after.set(item.row, item.from);
    if (!item.label && room > 64) item.label = fitting(item.event.what, 40, room + 14);
  }
}

function drawTimeline() {
  if (!full) { lanesBox.replaceChildren(el("p", {class: "empty"}, "Er is geen gebeurtenis met een datum.")); return; }
  const width = Math.max(lanesBox.clientWidth, 320);
  const gutter = width < 800 ? 128 : 178;
  const x = (day) => gutter + (day - view[0]) / (view[1] - view[0]) * (width - gutter);
  const body = draw("g"), links = draw("g", {stroke: "#a9a294", "stroke-opacity": 0.55});
  const placed = new Map();
  let y = 30;
  const all = [...report.lanes.map((lane, fade) => ({...lane, fade})), {label: "Zonder datum", colour: "#777268"}];
  for (const lane of all) {
    if (choice.org && lane.kind !== undefined && !laneHasChosen(lane)) continue;
    const items = itemsOf(lane.kind, lane.fade, x, [gutter, width]);
    if (lane.kind === undefined && !items.length) continue;
    const rows = pack(items, [gutter, width]);
    labelWhereRoom(items, width);
    const hidden = items.filter((item) => item.row >= MOST_ROWS);
    const height = rows * ROW + 12 + (hidden.length ? 15 : 0);
    body.append(laneBack(lane, y, height, gutter, width));
    items.filter((item) => item.row < MOST_ROWS).forEach((item) => {
      item.y = y + 6 + ROW / 2 + item.row * ROW;
      if (!placed.has(item.number)) placed.set(item.number, []);
      placed.get(item.number).push(item);
      body.append(eventGroup(item, width));
    });
    body.append(...overflow(hidden, y + height - 8, gutter));
    y += height;
  }
  for (const drawn of placed.values()) {
    if (drawn.length < 2 || placed.size > TOO_MANY_TO_TIE) continue;
    const at = (drawn[0].from + drawn[0].to) / 2;
    links.append(draw("line", {x1: at, x2: at, y1: drawn[0].y, y2: drawn.at(-1).y}));
  }
  const picture = draw("svg", {height: y + 6, viewBox: `0 0 ${width} ${y + 6}`},
    fades(), axis(x, gutter, width, y), links, body);
  lanesBox.replaceChildren(picture);
  drawOverview(width);
  document.getElementById("window").textContent = `${shortDay(view[0])} – ${shortDay(view[1])}`;
}

function laneHasChosen(lane) {
  return chosen.some((number) => events[number].orgs.includes(lane.kind));
}

function laneBack(lane, y, height, gutter, width) {
  const wide = gutter < 150 ? 17 : 24;
  const lines = wrap(lane.label, wide);
  const middle = y + height / 2 - (lines.length - 1) * 7.5 + 4;
  return draw("g", {},
    draw("line", {x1: 0, x2: width, y1: y, y2: y, stroke: "#e4dfd3"}),
    draw("rect", {x: 0, y: y + 5, width: 4, height: height - 10, rx: 2, fill: lane.colour}),
    lines.map((line, n) => draw("text", {class: "lane-name", x: 12, y: middle + n * 15}, line)));
}

function wrap(text, length) {
  const lines = [""];
  for (const word of text.split(" ")) {
    if (lines.at(-1) && (lines.at(-1) + " " + word).length > length) lines.push("");
    lines.push(`${lines.pop()} ${word}`.trim());
  }
  return lines.length > 2 ? [lines[0], short(lines.slice(1).join(" "), length)] : lines;
}

function eventGroup(item, width) {
  const middle = (item.from + item.to) / 2;
  const shape = item.kind === undefined
    ? [draw("rect", {class: "shape halo", x: item.from, y: -4, width: item.to - item.from, height: 8, rx: 4, fill: "url(#hatch)"})]
    : item.exact ? [draw("g", {transform: `translate(${middle} 0)`}, sign(item.event.realised, item.colour))]
      : stretch(item.from, item.to, item);
  const group = draw("g", {class: item.number === current ? "event chosen" : "event", "data-event": item.number, transform: `translate(0 ${item.y})`},
    draw("rect", {x: item.from - 3, y: -11, width: item.to - item.from + 6, height: 22, fill: "transparent"}), shape);
  if (item.label) {
    const apart = item.openEnd ? 12 : 5;
    group.append(draw("text", {y: 4, x: item.leftwards ? item.from - apart : item.to + apart,
      "text-anchor": item.leftwards ? "end" : "start"}, item.label));
  }
  if (item.event.conflicts.length) group.append(differs(item.exact ? middle + 7 : item.to - 2));
  if ((showMoments && report.moments.includes(item.number)) || report.chosen.includes(item.number)) group.append(proposal(middle));
  return group;
}

// Where a lane is too full: how many more, and a way to come closer.
function overflow(hidden, y, gutter) {
  const groups = new Map();
  for (const item of hidden) {
    const slot = Math.max(0, Math.floor((item.from - gutter) / 56));
    groups.set(slot, [...(groups.get(slot) || []), item]);
  }
  return [...groups].map(([slot, held]) => {
    const text = draw("text", {class: "axis more", x: gutter + slot * 56 + 4, y: y + 3, style: "cursor:zoom-in;text-decoration:underline"}, `+${held.length}`);
    text.addEventListener("click", () => {
      const days = held.flatMap((item) => [item.first ?? item.last, item.last ?? item.first]);
      setView(Math.min(...days) - 3, Math.max(...days) + 3);
    });
    return text;
  });
}

function axis(x, gutter, width, bottom) {
  const perDay = (width - gutter) / (view[1] - view[0]);
  const ticks = ticksFor(perDay);
  return draw("g", {}, ticks.map(([day, label, strong]) => {
    const at = x(day);
    if (at < gutter - 1) return null;
    return draw("g", {},
      draw("line", {x1: at, x2: at, y1: 22, y2: bottom, stroke: strong ? "#d3ccbc" : "#eeeae1"}),
      label && at < width - 24 ? draw("text", {class: strong ? "axis strong" : "axis", x: at + 3, y: 16}, label) : null);
  }).filter(Boolean));
}

function ticksFor(perDay) {
  const months = [1, 3, 6, 12, 24, 60, 120].find((step) => step * 30.4 * perDay >= 62);
  if (perDay >= 9) return dayTicks(perDay >= 50 ? 1 : 7);
  const step = months || 240, ticks = [];
  const first = dayOf(view[0]);
  let at = Math.floor((first.getUTCFullYear() * 12 + first.getUTCMonth()) / step) * step;
  for (;; at += step) {
    const day = numberOf(new Date(Date.UTC(Math.floor(at / 12), at % 12, 1)));
    if (day > view[1]) return ticks;
    const year = at % 12 === 0;
    ticks.push([day, year ? String(Math.floor(at / 12)) : MONTHS[at % 12], year]);
  }
}

function dayTicks(step) {
  const ticks = [];
  let day = Math.ceil(view[0]);
  if (step === 7) while (dayOf(day).getUTCDay() !== 1) day += 1;
  for (; day <= view[1]; day += step) {
    const date = dayOf(day);
    ticks.push([day, `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`, date.getUTCDate() <= step]);
  }
  return ticks;
}

// The whole time in small, with the window in it.
function drawOverview(width) {
  const height = 44, slots = 160;
  const x = (day) => (day - full[0]) / (full[1] - full[0]) * width;
  const heights = new Array(slots).fill(0);
  for (const number of chosen) {
    const day = events[number].likely[0] ?? events[number].likely[1];
    if (day !== null) heights[Math.min(slots - 1, Math.floor((day - full[0]) / (full[1] - full[0]) * slots))] += 1;
  }
  const top = Math.max(...heights, 1);
  const years = [];
  const [low, high] = full.map((day) => dayOf(day).getUTCFullYear());
  const each = Math.ceil((high - low + 1) / Math.max(1, Math.floor(width / 60)));
  for (let year = low + 1; year <= high; year += each) {
    const at = x(numberOf(new Date(Date.UTC(year, 0, 1))));
    years.push(draw("line", {x1: at, x2: at, y1: 0, y2: height, stroke: "#e0dacd"}),
      draw("text", {x: at + 3, y: 11, style: "font-size:10.5px;fill:#5f5f5a"}, String(year)));
  }
  const picture = draw("svg", {height, viewBox: `0 0 ${width} ${height}`},
    draw("rect", {width, height, rx: 5, fill: "#f4f1ea"}), years,
    heights.map((found, slot) => found ? draw("rect", {x: slot * width / slots, width: width / slots - 0.6,
      y: height - 4 - found / top * 26, height: found / top * 26 + 4, fill: "#9db3b5"}) : null).filter(Boolean),
    draw("rect", {x: x(view[0]), width: Math.max(x(view[1]) - x(view[0]), 6), y: 1, height: height - 2, rx: 4,
      fill: "rgba(31,79,87,.13)", stroke: "#1f4f57", "stroke-width": 1.6}));
  brush(picture, width);
  overviewBox.replaceChildren(picture);
}

function brush(picture, width) {
  const dayAt = (pointer) => full[0] + (pointer.clientX - picture.getBoundingClientRect().left) / width * (full[1] - full[0]);
  picture.addEventListener("pointerdown", (down) => {
    const start = dayAt(down);
    const near = (full[1] - full[0]) * 8 / width;
    const grip = Math.abs(start - view[0]) < near ? "from" : Math.abs(start - view[1]) < near ? "to" : start > view[0] && start < view[1] ? "move" : "new";
    const before = [...view];
    const onMove = (pointer) => {
      const day = dayAt(pointer);
      if (grip === "from") setView(Math.min(day, before[1] - 10), before[1]);
      else if (grip === "to") setView(before[0], Math.max(day, before[0] + 10));
      else if (grip === "move") setView(before[0] + day - start, before[1] + day - start);
      else if (Math.abs(day - start) > near) setView(Math.min(day, start), Math.max(day, start));
    };
    const onUp = () => {
      removeEventListener("pointermove", onMove);
      removeEventListener("pointerup", onUp);
    };
    addEventListener("pointermove", onMove);
    addEventListener("pointerup", onUp);
  });
}

// Pointer: drag to move, with Ctrl scroll to zoom, hover for words, click to open.
function startPointer() {
  let drag = null, moved = false;
  lanesBox.addEventListener("pointerdown", (down) => { drag = {x: down.clientX, view: [...view]}; moved = false; });
  addEventListener("pointermove", (pointer) => {
    if (!drag || !view) return;
    const by = (pointer.clientX - drag.x) / lanesBox.clientWidth * (drag.view[1] - drag.view[0]);
    if (Math.abs(pointer.clientX - drag.x) > 4) moved = true;
    if (moved) { hideTip(); setView(drag.view[0] - by, drag.view[1] - by); }
  });
  addEventListener("pointerup", () => { drag = null; });
  lanesBox.addEventListener("wheel", (wheel) => {
    if (!wheel.ctrlKey || !view) return;
    wheel.preventDefault();
    const box = lanesBox.getBoundingClientRect();
    const part = Math.max(0, (wheel.clientX - box.left - 150) / (box.width - 150));
    zoom(wheel.deltaY > 0 ? 1.18 : 1 / 1.18, view[0] + part * (view[1] - view[0]));
  }, {passive: false});
  lanesBox.addEventListener("click", (click) => {
    const group = click.target.closest("[data-event]");
    if (group && !moved) { current = Number(group.dataset.event); hideTip(); showEvent(current); }
  });
  lanesBox.addEventListener("pointerover", (over) => {
    const group = over.target.closest("[data-event]");
    if (group && !drag) showTip(Number(group.dataset.event), over); else hideTip();
  });
  lanesBox.addEventListener("pointerleave", hideTip);
}

function showTip(number, pointer) {
  const event = events[number];
  tip.replaceChildren(el("b", {}, dateLine(event)), ...words(short(event.what, 160)),
    el("br"), `${count(event.accounts.length, "lezing", "lezingen")}${event.realised === "ja" ? "" : ` · ${report.realised[event.realised]}`}${event.conflicts.length ? " · bronnen verschillen" : ""}`);
  tip.hidden = false;
  tip.style.left = `${Math.min(pointer.clientX + 14, innerWidth - 350)}px`;
  tip.style.top = `${Math.min(pointer.clientY + 16, innerHeight - tip.offsetHeight - 8)}px`;
}

function hideTip() { tip.hidden = true; }

// Keyboard: one stop for Tab, arrows go from event to event.
function startKeys() {
  lanesBox.addEventListener("keydown", (key) => {
    if (!view) return;
    const found = chosen.filter((number) => events[number].likely.some((day) => day !== null));
    const at = found.indexOf(current);
    if (key.key === "ArrowRight") goTo(found[Math.min(at + 1, found.length - 1)]);
    else if (key.key === "ArrowLeft") goTo(found[Math.max(at - 1, 0)]);
    else if (key.key === "Enter" && current >= 0) showEvent(current);
    else if (key.key === "+" || key.key === "=") zoom(0.6);
    else if (key.key === "-") zoom(1 / 0.6);
    else if (key.key === "0") move("all");
    else return;
    key.preventDefault();
  });
}

function goTo(number) {
  if (number === undefined) return;
  current = number;
  const event = events[number], day = event.likely[0] ?? event.likely[1];
  const width = view[1] - view[0];
  if (day < view[0] || day > view[1]) setView(day - width / 2, day + width / 2);
  else requestAnimationFrame(drawTimeline);
  announce.textContent = `${dateLine(event)}: ${event.what}`;
}

function tellPlaceless() {
  const placeless = chosen.filter((number) => events[number].likely.every((day) => day === null));
  const box = document.getElementById("placeless");
  box.replaceChildren();
  if (!placeless.length) return;
  box.append(el("a", {href: "#verhaal", class: "link"},
    `${count(placeless.length, "gebeurtenis heeft", "gebeurtenissen hebben")} geen datum`),
    "; in het verhaal staat dat waar de verteller het vertelt, of onderaan.");
}
