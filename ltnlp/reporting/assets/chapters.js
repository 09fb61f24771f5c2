// The same events as a list in chapters, made in small portions.
const chaptersBox = document.getElementById("chapters");
const MANY = 400;
const itemOfEvent = [];
const chapterBoxes = [];

function startChapters() {
  if (!events.length) {
    chaptersBox.append(el("p", {class: "empty"}, "Er zijn nog geen gebeurtenissen gevonden."));
    return;
  }
  const jump = el("nav", {class: "jump", "aria-label": "Hoofdstukken"});
  chaptersBox.append(jump);
  report.chapters.forEach((title, number) => {
    const list = el("ol"), told = el("span");
    const last = number === report.chapters.length - 1;
    const size = events.filter((event) => event.chapter === number).length;
    const lazy = events.length > MANY ? `content-visibility:auto;contain-intrinsic-size:auto ${60 + size * 76}px` : null;
    const id = last ? "hoofdstuk-los" : `hoofdstuk-${number}`;
    const box = el("section", {class: "chapter", style: lazy, id},
      el("h3", {}, title, told), list);
    jump.append(el("a", {href: `#${id}`, class: "link"}, title));
    chapterBoxes.push({box, list, told});
    chaptersBox.append(box);
  });
  appendItems(0);
}

function appendItems(from) {
  const to = Math.min(from + 150, events.length);
  for (let number = from; number < to; number += 1) {
    const row = el("li", {hidden: !isChosen(events[number])}, itemButton(number));
    itemOfEvent[number] = row;
    chapterBoxes[events[number].chapter].list.append(row);
  }
  tellChapters();
  if (to < events.length) setTimeout(() => appendItems(to), 0);
}

function itemButton(number) {
  const event = events[number];
  const told = event.accounts.length;
  return el("button", {type: "button", class: `item ${event.realised}`, "data-event": number},
    el("span", {class: "when"}, event.date, event.likelyText ? el("small", {}, `volgens de volgorde: ${event.likelyText}`) : ""),
    el("span", {},
      el("span", {class: "what"}, words(event.what)),
      el("span", {class: "marks"},
        event.orgs.map((kind) => el("span", {class: "org"}, el("i", {style: `background:${colourOf(kind)}`}), labelOf(kind))),
        event.realised === "ja" ? "" : tag(report.realised[event.realised]),
        event.conflicts.length ? tag("≠ bronnen verschillen", "warn") : "",
        event.review ? tag("datum nakijken", "warn") : "",
        event.status === "confirmed" ? tag(report.status[event.status], "confirmed") : "",
        told > 1 ? el("span", {}, count(told, "lezing", "lezingen")) : "")));
}

function tellChapters() {
  const per = new Array(chapterBoxes.length).fill(0);
  chosen.forEach((number) => { per[events[number].chapter] += 1; });
  chapterBoxes.forEach(({box, told}, number) => {
    told.textContent = count(per[number], "gebeurtenis", "gebeurtenissen");
    box.hidden = !per[number];
  });
}

function updateChapters() {
  const shown = new Set(chosen);
  itemOfEvent.forEach((row, number) => { row.hidden = !shown.has(number); });
  tellChapters();
  document.getElementById("shown").textContent = chosen.length === events.length
    ? "" : `${chosen.length} van ${count(events.length, "gebeurtenis", "gebeurtenissen")}`;
}

function startFilters() {
  const form = document.getElementById("filters");
  const options = (name, rows) => form.elements[name].append(...rows.map(([value, label]) => el("option", {value}, label)));
  options("org", report.lanes.filter((lane) => lane.kind).map((lane) => [lane.kind, `${lane.label} (${lane.count})`])
    .sort((a, b) => a[1].localeCompare(b[1], "nl")));
  const present = (field) => new Set(events.map((event) => event[field]));
  for (const field of ["realised", "status"]) {
    const found = present(field);
    options(field, Object.entries(report[field]).filter(([value]) => found.has(value)));
  }
  const read = () => {
    for (const name of Object.keys(choice)) {
      const control = form.elements[name];
      choice[name] = control.type === "checkbox" ? control.checked : control.value;
    }
    choice.text = choice.text.trim().toLowerCase();
    choose();
  };
  form.addEventListener("input", read);
  form.addEventListener("reset", () => setTimeout(read, 0));
  form.addEventListener("submit", (submit) => submit.preventDefault());
}
