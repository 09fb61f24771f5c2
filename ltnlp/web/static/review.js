"use strict";
// The page works without this script. With it each file tells how far it is, and the
// steps of a run move as they are taken.

const byId = (id) => document.getElementById(id);

async function refresh(...ids) {
  const answer = await fetch(location.pathname);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const id of ids) {
    const fresh = page.getElementById(id);
    if (fresh && byId(id)) byId(id).replaceWith(document.adoptNode(fresh));
  }
}

// Files: one after the other, so that one machine is not asked too much at once.

const form = byId("upload");
if (form) {
  const chosen = form.querySelector("input[type=file]");
  const drop = form.querySelector(".drop");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    sendAll([...chosen.files]);
  });
  chosen.addEventListener("change", () => {
    byId("chosen").replaceChildren(...[...chosen.files].map((file) => {
      const item = document.createElement("li");
      item.textContent = file.name;
      return item;
    }));
  });
  for (const kind of ["dragenter", "dragleave", "drop"]) {
    drop.addEventListener(kind, () => drop.classList.toggle("over", kind === "dragenter"));
  }
  const leaving = (event) => event.preventDefault();

  async function sendAll(files) {
    const button = form.querySelector("button");
    const list = byId("files");
    const summary = byId("summary");
    button.disabled = true;
    form.dataset.busy = "yes";
    summary.hidden = true;
    list.replaceChildren();
    addEventListener("beforeunload", leaving);
    const rows = files.map((file) => row(list, file));
    for (const [at, file] of files.entries()) await send(file, rows[at]);
    removeEventListener("beforeunload", leaving);
    await refresh("list", "run", "results").catch(() => {});
    const bad = rows.filter(({ item }) => item.className === "bad").length;
    summary.textContent = `${count(files.length - bad)} toegevoegd${bad ? `; ${count(bad)} niet` : ""}.`;
    summary.hidden = false;
    for (const { item } of rows) if (item.className === "good") item.remove();
    form.reset();
    byId("chosen").replaceChildren();
    button.disabled = false;
    form.dataset.busy = "";
  }

  function count(files) {
    return files === 1 ? "1 bestand" : `${files} bestanden`;
  }

  function row(list, file) {
    const item = list.appendChild(document.createElement("li"));
    const name = item.appendChild(document.createElement("b"));
    name.textContent = file.name;
    const words = item.appendChild(document.createElement("span"));
    words.textContent = "wacht";
    return { item, words };
  }

  function send(file, { item, words }) {
    const body = new FormData();
    for (const [name, value] of new FormData(form)) {
      if (name !== "files") body.append(name, value);
    }
    body.append("files", file);
    words.textContent = "versturen…";
    const bar = item.appendChild(document.createElement("progress"));
    const end = (good, sentence) => {
      bar.remove();
      words.textContent = sentence;
      item.className = good ? "good" : "bad";
    };
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open("POST", form.action);
      request.setRequestHeader("Accept", "application/json");
      request.upload.addEventListener("progress", ({ loaded, total }) => {
        bar.max = total;
        bar.value = loaded;
        words.textContent = `versturen: ${Math.round((100 * loaded) / total)}%`;
      });
      request.upload.addEventListener("load", () => {
        bar.removeAttribute("value");
        words.textContent = "wordt gelezen…";
      });
      request.addEventListener("loadend", () => {
        if (request.status === 0) end(false, "de verbinding viel weg; probeer dit bestand opnieuw");
        else end(...told(request));
        resolve();
      });
      request.send(body);
    });
  }

  function told(request) {
    if (request.status === 200) {
      const all = JSON.parse(request.responseText);
      const bad = all.filter((one) => !one.good);
      if (all.length === 1) return [all[0].good, all[0].words];
      // A zip: one answer for each file in it.
      const lines = bad.map((one) => `${one.name}: ${one.words}`);
      return [!bad.length, [`${count(all.length - bad.length)} gelezen uit dit zip-bestand`, ...lines].join("\n")];
    }
    const page = new DOMParser().parseFromString(request.responseText, "text/html");
    const problem = page.querySelector("[role=alert]");
    return [false, problem ? problem.textContent.trim() : "dit bestand is niet aangekomen"];
  }
}

// Papers that come back: which were chosen. The form may be fetched anew at any time.

document.addEventListener("change", ({ target }) => {
  if (!target.matches("#back input[type=file]")) return;
  target.closest(".drop").querySelector("ul").replaceChildren(...[...target.files].map((file) => {
    const item = document.createElement("li");
    item.textContent = file.name;
    return item;
  }));
});

// A run: each change comes from the server as it happens.

if (["running", "waiting"].includes(byId("run").dataset.state)) follow(byId("run").dataset.review);

function follow(review) {
  const source = new EventSource(`/reviews/${review}/voortgang`);
  source.addEventListener("message", (message) => {
    const now = JSON.parse(message.data);
    if (now.under_way) show(now);
    else {
      source.close();
      refresh("run", "results").catch(() => location.reload());
    }
  });
  source.addEventListener("error", () => {
    if (source.readyState === EventSource.CLOSED) lost();
    else byId("progress-words").textContent = "De verbinding met het programma is even weg; het doorrekenen zelf gaat door…";
  });
}

function show(now) {
  const part = now.total > 1 ? ` (${now.done} van ${now.total})` : "";
  byId("progress-words").textContent = now.step
    ? `Bezig: ${now.step}${part}…`
    : now.problem || "Het begint zo…";
  [...byId("steps").children].forEach((item, at) => {
    item.className = at + 1 < now.place ? "past" : at + 1 === now.place ? "now" : "";
    if (at + 1 === now.place) item.setAttribute("aria-current", "step");
    else item.removeAttribute("aria-current");
  });
}

function lost() {
  byId("progress-words").textContent =
    "De verbinding met het programma is weg. Het doorrekenen zelf gaat door; start het programma opnieuw om verder te kijken.";
}
