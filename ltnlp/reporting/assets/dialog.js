// One event with its accounts side by side, and from each the passage in its source.
const dialog = document.getElementById("dialog");
let openEvent = null;

function showEvent(number) {
  const event = events[number];
  openEvent = number;
  const excerpt = el("div", {class: "excerpts", "aria-live": "polite"});
  fillDialog(
    stepper(number),
    el("p", {class: "date"}, dateLine(event)),
    el("h2", {id: "dialog-title"}, words(event.what)),
    facts(event),
    event.conflicts.length ? el("div", {class: "callout"}, event.conflicts.map(
      (conflict) => el("p", {}, el("b", {}, conflict.kind + ". "), words(conflict.text)))) : null,
    el("h3", {}, event.accounts.length > 1 ? "Zo vertellen de bronnen het" : "Zo vertelt de bron het"),
    event.joined ? el("p", {class: "note"}, "Voorstel om dit als één gebeurtenis te zien: ", words(event.joined)) : null,
    el("div", {class: "accounts"}, event.accounts.map((account) => accountCard(account, event, excerpt))),
    excerpt,
    linkedOf(event),
    alikeOf(event),
    knowersOf(number),
    actsOf(number),
  );
}

function fillDialog(bar, ...content) {
  dialog.replaceChildren(bar, el("div", {class: "sheet"}, content));
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
}

function stepper(number) {
  const at = chosen.indexOf(number);
  const step = (to, label) => el("button", {type: "button", class: "quiet", disabled: !(to in chosen),
    onclick: () => showEvent(chosen[to])}, label);
  return el("div", {class: "bar"},
    at < 0 ? "" : [step(at - 1, "← Vorige"), step(at + 1, "Volgende →"),
      el("span", {class: "count"}, `${at + 1} van ${chosen.length}`)],
    at < 0 ? el("span", {class: "count"}) : "", closer());
}

function closer() {
  return el("button", {type: "button", class: "quiet", "data-close": true,
    onclick: () => dialog.close()}, "Sluiten");
}

function dateLine(event) {
  if (event.dated || !event.likelyText) return event.date;
  return `${event.date} – volgens de volgorde: ${event.likelyText}`;
}

function facts(event) {
  const orgs = event.orgs.map((kind) => el("span", {class: "org"},
    el("i", {style: `background:${colourOf(kind)};width:9px;height:9px;border-radius:50%;display:inline-block;margin-right:5px`}),
    labelOf(kind)));
  return el("div", {class: "facts"}, marks(event), orgs,
    event.who.length ? el("span", {}, words(event.who.join(" "))) : "");
}

function marks(event) {
  const found = [tag(report.status[event.status], event.status)];
  if (event.realised !== "ja") found.push(tag(report.realised[event.realised], "warn"));
  if (event.outside) found.push(tag("buiten de periode"));
  if (event.review) found.push(tag("datum nakijken", "warn"));
  return found;
}

function accountCard(account, event, excerpt) {
  const doc = report.documents[account.doc] || {label: "bron", kind: ""};
  const passage = report.passages[account.passage];
  const place = [doc.label, doc.kind, passage ? passage.at : ""].filter(Boolean).join(", ");
  return el("div", {class: "account"},
    el("p", {class: "teller"}, words(account.who || doc.who || "Verteller niet bekend"),
      account.org && labelOf(account.org) !== account.who ? el("span", {class: "place"}, ` · ${labelOf(account.org)}`) : ""),
    el("p", {class: "place"}, place, " ", tag(account.then ? "destijds opgeschreven" : "achteraf verteld",
      account.then ? "then" : "later")),
    el("p", {class: "told"}, account.told
      ? ["“", words(account.told), "” ", el("span", {class: "arrow"}, "→"), " ", account.date]
      : "noemt zelf geen datum"),
    el("blockquote", {}, words(account.words)),
    account.realised === event.realised ? null
      : el("p", {class: "told"}, "Volgens deze bron: ", report.realised[account.realised]),
    passage ? el("button", {type: "button", class: "link",
      onclick: () => { excerpt.replaceChildren(excerptOf(account.passage, account.span)); excerpt.scrollIntoView({block: "nearest"}); },
    }, "Lees in de bron") : null);
}

function excerptOf(number, span) {
  const here = report.passages[number];
  const doc = report.documents[here.d] || {label: "bron", kind: ""};
  const near = [];
  for (let at = Math.max(0, number - 2); at <= Math.min(number + 2, report.passages.length - 1); at += 1) {
    const passage = report.passages[at];
    if (passage.d === here.d && Math.abs(passage.n - here.n) <= 2) near.push(passage);
  }
  return el("div", {class: "excerpt"},
    el("header", {}, [doc.label, doc.kind, doc.who, doc.made].filter(Boolean).join(" · ")),
    near.map((passage) => paragraph(passage, passage === here ? span : null)));
}

function paragraph(passage, span) {
  const kind = [span ? "" : "near", passage.asks ? "asks" : ""].filter(Boolean).join(" ");
  const at = [passage.asks ? "vraag van de begeleider" : passage.who, passage.at].filter(Boolean).join(" · ");
  const line = el("p", {class: kind || null}, at ? el("span", {class: "at"}, at) : "");
  if (!span || span[1] <= span[0]) line.append(...words(passage.t));
  else {
    const letters = Array.from(passage.t);
    const part = (from, to) => words(letters.slice(from, to).join(""));
    line.append(...part(0, span[0]), el("mark", {}, part(span[0], span[1])), ...part(span[1]));
  }
  return line;
}

function showPassage(number, span) {
  openEvent = null;
  fillDialog(el("div", {class: "bar"}, el("span", {class: "count"}), closer()),
    el("h2", {id: "dialog-title"}, "In de bron"), excerptOf(number, span));
}

function linkedOf(event) {
  if (!event.linked.length) return null;
  return el("div", {id: "linked"}, el("h3", {}, "Voornemen en wat ervan kwam"), el("ul", {class: "rows"},
    event.linked.map((link) => el("li", {}, `${link.how}: `, el("button", {type: "button", class: "link", "data-event": String(link.event)},
      `${dateLine(events[link.event])}: `, words(events[link.event].what))))));
}

function alikeOf(event) {
  if (!event.alike.length) return null;
  return el("div", {id: "alike"}, el("h3", {}, "Mogelijk dezelfde als"), el("ul", {class: "rows"},
    event.alike.map((number) => el("li", {}, el("button", {type: "button", class: "link", "data-event": String(number)},
      `${dateLine(events[number])}: `, words(events[number].what))))));
}

function knowersOf(number) {
  const states = report.knowledge.filter((state) => state.event === number);
  if (!states.length) return null;
  return el("div", {}, el("h3", {}, "Wie wist dit, en vanaf wanneer?"), el("ul", {class: "rows"},
    states.map((state) => el("li", {}, el("b", {}, words(state.label)), ` ${state.howText} – ${state.fromText}`,
      state.by ? [" (via ", words(state.by), ")"] : ""))));
}

function actsOf(number) {
  const found = report.acts.filter((act) => act.event === number);
  if (!found.length) return null;
  const told = new Set(found.map(actLine));
  return el("div", {}, el("h3", {}, "Verbanden in deze gebeurtenis"),
    el("ul", {class: "rows"}, [...told].map((line) => el("li", {}, line))));
}

function actLine(act) {
  const outcome = act.expected ? "uitgebleven" : report.realised[act.realised];
  return `${labelOf(act.from)} → ${labelOf(act.to)}: ${act.type}${act.realised === "ja" && !act.expected ? "" : ` (${outcome})`}`;
}

document.addEventListener("click", (click) => {
  const button = click.target.closest("[data-event], [data-passage]");
  if (!button || button.closest("svg")) return;
  if (button.dataset.event !== undefined) showEvent(Number(button.dataset.event));
  else showPassage(Number(button.dataset.passage), [Number(button.dataset.start), Number(button.dataset.end)]);
});
dialog.addEventListener("click", (click) => { if (click.target === dialog) dialog.close(); });
dialog.addEventListener("keydown", (key) => {
  if (openEvent === null || key.target.closest("input, select")) return;
  const step = {ArrowLeft: -1, ArrowRight: 1}[key.key];
  const to = chosen[chosen.indexOf(openEvent) + step];
  if (step && to !== undefined && chosen.includes(openEvent)) showEvent(to);
});
