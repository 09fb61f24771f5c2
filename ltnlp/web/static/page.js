"use strict";
// What every page does with its forms. All of it works without this script.

const TWICE = 1500; // a second press within so many milliseconds is a slip of the hand
const ELSEWHERE =
  "Elders op deze pagina staat iets dat nog niet bewaard is en dat nu verloren gaat. Toch doorgaan?";
const TYPED = ["text", "textarea", "date", "search"];
let sending = false;

function unsaved(form) {
  return form.method === "post" && [...form.elements].some((one) =>
    one.type === "file" ? one.files.length : TYPED.includes(one.type) && one.value !== one.defaultValue);
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  const now = Date.now();
  const twice = now - Number(form.dataset.sent || 0) < TWICE;
  const others = [...document.forms].filter((one) => one !== form && one.id !== "out");
  if (twice || (others.some(unsaved) && !confirm(ELSEWHERE))) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  form.dataset.sent = now;
  sending = true;
  setTimeout(() => { sending = false; }, TWICE);
}, true);

addEventListener("beforeunload", (event) => {
  if (!sending && [...document.forms].some(unsaved)) event.preventDefault();
});

// Who decides is chosen once for a page, not for each of its forms.

function decide(role) {
  for (const one of document.querySelectorAll("select[name=by]")) one.value = role;
}

const place = `door:${location.pathname}`;
if (sessionStorage.getItem(place)) decide(sessionStorage.getItem(place));
document.addEventListener("change", ({ target }) => {
  if (!target.matches("select[name=by]")) return;
  sessionStorage.setItem(place, target.value);
  decide(target.value);
});

// From a problem back to what was filled in, as it was.

document.addEventListener("click", (event) => {
  if (!event.target.matches("[data-back]") || history.length < 2) return;
  event.preventDefault();
  history.back();
});

addEventListener("pageshow", () => {
  for (const form of [...document.forms].filter(unsaved)) {
    const hiding = form.closest("details:not([open])");
    if (hiding) hiding.open = true;
  }
});
