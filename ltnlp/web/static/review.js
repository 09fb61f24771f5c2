"use strict";
// Uploads go one by one, so that each file shows when it was read; without this
// script the form sends them all at once.

const form = document.getElementById("upload");
if (form) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const list = document.getElementById("files");
    const button = form.querySelector("button");
    button.disabled = true;
    for (const file of form.querySelector("input[type=file]").files) {
      await send(file, list);
    }
    button.disabled = false;
    const again = document.createElement("a");
    again.href = location.pathname;
    again.id = "uploaded";
    again.className = "button";
    again.textContent = "Klaar: werk de lijst bij";
    form.append(again);
  });
}

async function send(file, list) {
  const item = list.appendChild(document.createElement("li"));
  item.textContent = `${file.name}: wordt gelezen…`;
  const body = new FormData();
  for (const [name, value] of new FormData(form)) {
    if (name !== "files") body.append(name, value);
  }
  body.append("files", file);
  try {
    const answer = await fetch(form.action, { method: "POST", body });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const told = page.querySelector(".received li") || page.querySelector(".problem");
    const words = told.querySelector("span") || told;
    item.textContent = `${file.name}: ${words.textContent.trim()}`;
    item.className = told.classList.contains("good") ? "good" : "bad";
  } catch {
    item.textContent = `${file.name}: de verbinding viel weg; probeer het opnieuw.`;
    item.className = "bad";
  }
}

const run = document.getElementById("run");
if (run && ["running", "waiting"].includes(run.dataset.state)) {
  const source = new EventSource(`/reviews/${run.dataset.review}/voortgang`);
  source.addEventListener("message", (message) => {
    const told = JSON.parse(message.data);
    const bar = document.getElementById("progress");
    const words = document.getElementById("progress-words");
    bar.hidden = false;
    bar.max = told.steps;
    bar.value = told.place;
    if (told.state === "done" || told.state === "never") {
      source.close();
      location.reload();
    } else if (told.state === "failed") {
      source.close();
      words.textContent = told.problem;
      words.className = "problem";
    } else if (told.step) {
      const part = told.total > 1 ? ` (${told.done} van ${told.total})` : "";
      words.textContent = `Bezig: ${told.step}${part}…`;
    }
  });
}
