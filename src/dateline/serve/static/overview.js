// The overview: drawing over the timeline chooses days; the map shows where, with its uncertainty.
"use strict";

(() => {
  const form = document.getElementById("filters");
  const box = document.getElementById("filter-box");
  const narrow = window.matchMedia("(max-width: 63.99rem)");
  if (narrow.matches) box.open = false;
  narrow.addEventListener("change", () => { if (!narrow.matches) box.open = true; });
  form.addEventListener("change", (event) => {
    if (event.target.matches("select, input[type=checkbox], input[type=date]")) form.requestSubmit();
  });

  // The form stays where it is while the list is exchanged: its counts come with the list.
  document.addEventListener("htmx:afterSettle", () => {
    const counts = JSON.parse(document.getElementById("results").dataset.counts);
    for (const count of document.querySelectorAll("[data-count]")) count.textContent = counts[count.dataset.count] ?? 0;
  });

  // The timeline. Without a script each bar is a link.
  const DAY = 86400000;
  let from = null;
  const share = (svg, event) => {
    const place = svg.getBoundingClientRect();
    return Math.min(1, Math.max(0, (event.clientX - place.left) / place.width));
  };
  const dayAt = (svg, part) => {
    const first = Date.parse(svg.dataset.first);
    const days = Math.round((Date.parse(svg.dataset.last) - first) / DAY) + 1;
    return new Date(first + Math.min(days - 1, Math.floor(part * days)) * DAY).toISOString().slice(0, 10);
  };
  const brushed = (svg, low, high) => {
    const brush = svg.querySelector("#brush");
    brush.setAttribute("x", 100 * low);
    brush.setAttribute("width", 100 * (high - low));
  };
  document.addEventListener("pointerdown", (event) => {
    const svg = event.target.closest?.("svg.bars");
    if (!svg || event.button !== 0) return;
    from = { svg, at: share(svg, event), moved: false };
  });
  document.addEventListener("pointermove", (event) => {
    if (!from) return;
    const at = share(from.svg, event);
    if (Math.abs(at - from.at) > 0.012) from.moved = true;
    if (from.moved) brushed(from.svg, Math.min(at, from.at), Math.max(at, from.at));
  });
  document.addEventListener("pointerup", (event) => {
    if (!from) return;
    const { svg, at: start, moved } = from;
    if (!moved) { from = null; return; }
    const end = share(svg, event);
    form.elements.since.value = dayAt(svg, Math.min(start, end));
    form.elements.until.value = dayAt(svg, Math.max(start, end));
    form.requestSubmit();
    setTimeout(() => { from = null; }); // the click that follows is none
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("svg.bars") && from?.moved) event.preventDefault();
  }, true);
  document.addEventListener("dragstart", (event) => {
    if (event.target.closest?.("svg.bars")) event.preventDefault();
  });
  document.addEventListener("pointercancel", () => { from = null; });

  // The map: its script is large, and asked for once the list is there.
  const holder = document.getElementById("map");
  const noMap = () => {
    holder.hidden = true;
    document.getElementById("map-note").hidden = false;
    document.documentElement.dataset.map = "none";
  };
  const hasWebGL = () => {
    try {
      const canvas = document.createElement("canvas");
      return Boolean(canvas.getContext("webgl2") || canvas.getContext("webgl"));
    } catch {
      return false;
    }
  };
  if (!hasWebGL()) { noMap(); return; }
  // All are on their way at once. The map is made when all are there: opened where the points lie, it is drawn once.
  const parts = Promise.all([window.datelinePoints(), window.datelineWorld(holder.dataset.world)]);
  parts.catch(noMap);
  const script = document.createElement("script");
  script.src = holder.dataset.script;
  script.onload = async () => {
    try {
      const [points, world] = await parts;
      holder.hidden = false;
      window.datelineMap(holder, points, world, noMap);
    } catch (error) {
      console.warn("no map:", error);
      noMap();
    }
  };
  script.onerror = noMap;
  document.head.append(script);
})();
