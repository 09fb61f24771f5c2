// Set everything going, and mark in the contents which part is being read.
startFilters();
startChapters();
startGraph();
startKnowledge();
legend();
drawTimeline();
tellPlaceless();
startPointer();
startKeys();
listeners.push(drawTimeline, tellPlaceless, updateChapters);
document.querySelectorAll("[data-move]").forEach((button) => button.addEventListener("click", () => { if (view) move(button.dataset.move); }));

let asked = 0;
new ResizeObserver(() => { cancelAnimationFrame(asked); asked = requestAnimationFrame(drawTimeline); }).observe(document.getElementById("timeline"));

const reveal = document.getElementById("reveal");
if (reveal) reveal.addEventListener("click", () => {
  const list = document.getElementById("proposals");
  list.hidden = !list.hidden;
  showMoments = !list.hidden;
  reveal.setAttribute("aria-expanded", String(showMoments));
  reveal.textContent = showMoments ? "Verberg voorstellen" : `Toon voorstellen (${list.children.length})`;
  drawTimeline();
});

const contents = [...document.querySelectorAll(".contents a")];
const reading = new IntersectionObserver((seen) => seen.forEach((entry) => {
  if (!entry.isIntersecting) return;
  contents.forEach((link) => {
    if (link.hash === `#${entry.target.id}`) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  });
}), {rootMargin: "-20% 0px -70% 0px"});
document.querySelectorAll("main > section").forEach((section) => reading.observe(section));
addEventListener("beforeprint", () => { document.querySelectorAll("details").forEach((part) => { part.open = true; }); });
