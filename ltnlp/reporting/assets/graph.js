// The drawn graph: a line or party chosen shows the acts that it stands for.
const pictures = [...document.querySelectorAll("svg.graph")];
const actsBox = document.getElementById("acts");

function startGraph() {
  pictures.forEach((picture, number) => startPicture(picture, report.lines[number]));
  document.querySelectorAll("[name=between]").forEach((choice) => choice.addEventListener("change", () => {
    pictures.forEach((picture, number) => { picture.parentElement.hidden = number !== Number(choice.value); });
  }));
  if (pictures.length) allActs();
}

function startPicture(picture, lines) {
  const edges = [...picture.querySelectorAll(".edge")];
  const parties = [...picture.querySelectorAll(".party")];
  const labels = [...picture.querySelectorAll(".edge-label")];
  let chosenPart = null;

  const light = (isLit) => {
    edges.forEach((edge, number) => {
      edge.classList.toggle("dim", isLit !== null && !isLit(edge));
      labels[number].classList.toggle("dim", isLit !== null && !isLit(edge));
      labels[number].classList.toggle("lit", isLit !== null && isLit(edge));
    });
  };
  const touches = (kind) => (edge) => edge.dataset.from === kind || edge.dataset.to === kind;
  const show = (part, isLit, title, acts) => {
    [...edges, ...parties].forEach((one) => one.classList.remove("chosen"));
    if (chosenPart === part) { chosenPart = null; light(null); allActs(); return; }
    chosenPart = part;
    part.classList.add("chosen");
    light(isLit);
    listActs(title, acts);
  };
  const actsOfLines = (found) => [...new Set(found.flatMap((edge) => lines[Number(edge.dataset.line)]))];

  edges.forEach((edge) => onActivate(edge, () => show(edge, (one) => one === edge,
    `${labelOf(edge.dataset.from)} → ${labelOf(edge.dataset.to)}`, actsOfLines([edge]))));
  parties.forEach((party) => {
    const kind = party.dataset.party;
    onActivate(party, () => show(party, touches(kind), labelOf(kind), actsOfLines(edges.filter(touches(kind)))));
  });
  edges.forEach((edge, number) => {
    edge.addEventListener("pointerenter", () => labels[number].classList.add("lit"));
    edge.addEventListener("pointerleave", () => { if (!chosenPart) labels[number].classList.remove("lit"); });
  });
  const boxes = [...document.querySelectorAll("[data-family][type=checkbox]")];
  const update = () => {
    const wanted = new Set(boxes.filter((box) => box.checked).map((box) => box.dataset.family));
    edges.forEach((edge, number) => {
      const gone = !edge.dataset.family.split(" ").some((family) => wanted.has(family));
      edge.classList.toggle("gone", gone);
      labels[number].classList.toggle("gone", gone);
    });
  };
  boxes.forEach((box) => box.addEventListener("change", update));
}

function onActivate(part, act) {
  part.addEventListener("click", act);
  part.addEventListener("keydown", (key) => {
    if (key.key === "Enter" || key.key === " ") { key.preventDefault(); act(); }
  });
}

function allActs() {
  const all = [...new Set(report.lines.flat(2))].sort((a, b) => a - b);
  if (!all.length) { actsBox.replaceChildren(); return; }
  const details = el("details", {}, el("summary", {}, `Alle ${count(all.length, "verband", "verbanden")} als lijst`));
  details.addEventListener("toggle", () => {
    if (details.open && details.children.length === 1) details.append(actTable(all));
  });
  actsBox.replaceChildren(el("p", {class: "note"}, "Kies een lijn of een organisatie in de tekening om te zien waar die voor staat."), details);
}

function listActs(title, numbers) {
  actsBox.replaceChildren(el("h3", {}, title), actTable([...numbers].sort((a, b) => a - b)));
}

function actTable(numbers) {
  const head = ["Wanneer", "Van", "Naar", "Wat", ""].map((name) => el("th", {scope: "col"}, name));
  const rows = numbers.map((number) => {
    const act = report.acts[number];
    const outcome = act.expected ? "uitgebleven" : report.realised[act.realised];
    return el("tr", {class: act.realised === "ja" ? null : "uit"},
      el("td", {}, act.date), el("td", {}, labelOf(act.named[0] || act.from)), el("td", {}, labelOf(act.named[1] || act.to)),
      el("td", {}, act.type, act.realised === "ja" && !act.expected ? "" : [" ", tag(outcome, "warn")]),
      el("td", {}, act.event === null ? "" : el("button", {type: "button", class: "link", "data-event": act.event}, "Bekijk")));
  });
  return el("table", {}, el("thead", {}, el("tr", {}, head)), el("tbody", {}, rows));
}
