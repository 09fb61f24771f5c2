// Through the eyes of then: what one actor knew on one day, and nothing from later.
const knowledgeBox = document.getElementById("knowledge"), ALL = "*";

function startKnowledge() {
  const actors = actorsOf();
  const days = report.knowledge.flatMap((state) => state.from).filter((day) => day !== null);
  if (!actors.length || !days.length) {
    knowledgeBox.append(el("p", {class: "empty"}, "In de bronnen is niet gevonden wie wanneer iets wist."));
    return;
  }
  const [from, until] = report.period;
  const low = Math.min(...days, from ?? days[0]) - 1, high = Math.max(...days, until ?? days[0]) + 1;
  const who = el("select", {}, [["Organisaties", false], ["Personen", true]].map(([title, person]) => {
    const found = actors.filter((actor) => actor.person === person);
    return found.length ? el("optgroup", {label: title}, found.map((actor) =>
      el("option", {value: actor.actor}, nameOf(actor)))) : null;
  }), actors.length > 1 ? el("option", {value: ALL}, "allen naast elkaar") : null);
  const slide = el("input", {type: "range", min: low, max: high, value: Math.round((low + high) / 2), "aria-label": "Dag"});
  const day = el("input", {type: "date", min: isoDay(low), max: isoDay(high)});
  const out = el("div", {"aria-live": "polite"});
  const update = (to) => {
    const at = Math.min(Math.max(to, low), high);
    slide.value = at;
    slide.setAttribute("aria-valuetext", shortDay(at));
    day.value = isoDay(at);
    out.replaceChildren(who.value === ALL ? sideBySide(actors, at) : tunnel(who.value, at));
  };
  const steps = () => [...new Set(report.knowledge
    .filter((state) => who.value === ALL || state.actor === who.value).flatMap((state) => state.from[0] ?? []))].sort((a, b) => a - b);
  const step = (label, find) => el("button", {type: "button", class: "quiet", onclick: () => {
    const to = find(steps(), Number(slide.value));
    if (to !== undefined) update(to);
  }}, label);
  const first = () => { const all = steps(); return all[Math.floor((all.length - 1) / 2)] ?? low; };
  who.addEventListener("change", () => update(Number(slide.value)));
  slide.addEventListener("input", () => update(Number(slide.value)));
  day.addEventListener("change", () => { if (day.value) update(numberOf(new Date(day.value))); });
  knowledgeBox.append(el("div", {class: "knower"},
    el("label", {}, "Wie", who), el("label", {}, "Op welke dag", day), el("label", {class: "slide"}, "Schuif door de tijd", slide),
    el("div", {class: "steps"},
      step("← Eerder", (all, now) => all.filter((one) => one < now).at(-1)),
      step("Volgende stap →", (all, now) => all.find((one) => one > now)))), out);
  update(first());
}

function actorsOf() {
  const found = new Map();
  report.knowledge.forEach((state) => {
    const known = found.get(state.actor) || {...state, times: 0};
    known.times += 1;
    found.set(state.actor, known);
  });
  return [...found.values()].sort((a, b) => b.times - a.times || a.label.localeCompare(b.label, "nl"));
}

function nameOf(actor) {
  return actor.org && actor.person ? `${actor.label} – ${actor.org}` : actor.label;
}

function knownOn(actor, day) {
  const knew = [], maybe = [], later = [], unknown = [];
  let ahead = 0;
  for (const state of report.knowledge.filter((one) => one.actor === actor)) {
    const [first, last] = state.from;
    if (state.how === "did_not_know" || first === null) unknown.push(state);
    else if (first > day) {
      const happened = events[state.event].likely[0] ?? events[state.event].likely[1];
      if (happened !== null && happened > day) ahead += 1;
      else later.push(state);
    }
    else (last !== null && last <= day ? knew : maybe).push(state);
  }
  for (const group of [knew, maybe, later]) group.sort((a, b) => a.from[0] - b.from[0] || a.event - b.event);
  return {knew, maybe, later, unknown, ahead};
}

function sideBySide(actors, day) {
  const views = actors.map((actor) => [actor, knownOn(actor.actor, day)]);
  const knowing = views.filter(([, view]) => view.knew.length || view.maybe.length);
  const silent = views.filter(([, view]) => !view.knew.length && !view.maybe.length).map(([actor]) => nameOf(actor));
  return el("div", {class: "beside"},
    knowing.map(([actor, view]) => el("section", {},
      el("h3", {}, words(nameOf(actor))),
      el("p", {class: "note"}, `wist op ${shortDay(day)}`), stateList(view.knew, "Nog niets met zekerheid."),
      view.maybe.length ? [el("p", {class: "note"}, "misschien al:"), stateList(view.maybe)] : "")),
    silent.length ? el("p", {class: "note rest"}, ["Wat zij toen wisten, vertellen de bronnen niet: ", words(silent.join(", ")), ". Dat is onbekend; het zegt niet dat zij niets wisten."]) : "");
}

function tunnel(actor, day) {
  const {knew, maybe, later, unknown, ahead} = knownOn(actor, day);
  return el("div", {class: "knew"},
    el("div", {},
      el("h3", {}, `Wist op ${shortDay(day)}`), stateList(knew, "Volgens de bronnen nog niets."),
      maybe.length ? [el("h3", {}, "Wist dit toen misschien al"), stateList(maybe)] : ""),
    el("div", {class: "aside"},
      later.length ? el("details", {}, el("summary", {}, `Hoorde pas later (${later.length})`),
        el("p", {class: "note"}, "Dit was toen al gebeurd, maar deze betrokkene wist het nog niet. Laat het buiten de blik van toen."), stateList(later))
        : el("p", {class: "note"}, "Van wat toen al gebeurd was, is niets gevonden dat deze betrokkene pas later hoorde."),
      ahead ? el("p", {class: "note"}, `Daarna komen nog ${count(ahead, "gebeurtenis", "gebeurtenissen")}.`) : "",
      unknown.length ? el("details", {}, el("summary", {}, `Niet geweten, of onbekend vanaf wanneer (${unknown.length})`), stateList(unknown)) : ""));
}

function stateList(states, empty = "") {
  if (!states.length) return el("p", {class: "empty"}, empty);
  return el("ul", {}, states.map((state) => {
    const event = events[state.event];
    return el("li", {},
      el("button", {type: "button", class: "link", "data-event": state.event}, words(event.what)),
      el("div", {class: "how"}, `${state.howText}, ${state.fromText}`, state.by ? [" – via ", words(state.by)] : "",
        ` · gebeurtenis: ${event.date}`));
  }));
}
