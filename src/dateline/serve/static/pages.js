"use strict";

/* Readings beside the words, on hover and focus; the marked claims of a link lit; the review queue by keyboard.
   All of it is an addition: without this file every link and form does the same. */

(() => {
  const marks = [...document.querySelectorAll("a.hl")];
  if (marks.length) {
    const hint = document.createElement("div");
    hint.className = "hint";
    hint.setAttribute("role", "tooltip");
    hint.id = "hint";
    hint.dir = "auto";
    hint.hidden = true;
    document.body.append(hint);

    const light = (ids, on) => {
      for (const mark of marks) {
        if (mark.dataset.claims.split(" ").some((id) => ids.includes(id))) mark.classList.toggle("lit", on);
      }
      for (const id of ids) document.getElementById(`reading-${id}`)?.classList.toggle("lit", on);
    };
    const dark = () => {
      for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
    };
    const show = (mark) => {
      hint.textContent = mark.dataset.reading;
      hint.hidden = false;
      const box = mark.getClientRects()[0] || mark.getBoundingClientRect();
      const left = Math.min(box.left, document.documentElement.clientWidth - hint.offsetWidth - 8);
      hint.style.left = `${Math.max(8, left) + window.scrollX}px`;
      hint.style.top = `${box.bottom + window.scrollY + 6}px`;
      mark.setAttribute("aria-describedby", "hint");
      light([mark.dataset.claims.split(" ")[0]], true);
    };
    const hide = (mark) => {
      hint.hidden = true;
      mark.removeAttribute("aria-describedby");
      light([mark.dataset.claims.split(" ")[0]], false);
    };
    for (const mark of marks) {
      mark.dataset.reading = mark.title;
      mark.removeAttribute("title");
      mark.addEventListener("mouseenter", () => show(mark));
      mark.addEventListener("mouseleave", () => hide(mark));
      mark.addEventListener("focus", () => show(mark));
      mark.addEventListener("blur", () => hide(mark));
    }
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") hint.hidden = true;
    });
    const arrive = () => {
      const id = /^#(?:claim|reading)-([0-9a-f]+)$/.exec(location.hash)?.[1];
      if (id) {
        dark();
        light([id], true);
      }
    };
    window.addEventListener("hashchange", arrive);
    arrive();
  }
})();

(() => {
  const queue = document.getElementById("queue");
  if (!queue) return;
  const items = [...queue.children];
  let at = -1;

  const go = (to) => {
    if (to < 0 || to >= items.length) return;
    items[at]?.classList.remove("now");
    at = to;
    items[at].classList.add("now");
    items[at].focus({ preventScroll: true });
    items[at].scrollIntoView({ block: "nearest" });
  };
  const press = (key) => items[at]?.querySelector(`[data-key="${key}"]`)?.click();
  const correct = () => {
    const form = items[at]?.querySelector("details.judge");
    if (form) {
      form.open = true;
      form.querySelector("select")?.focus();
    }
  };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const does = {
      j: () => go(at + 1),
      k: () => go(at - 1),
      a: () => press("a"),
      r: () => press("r"),
      o: () => press("o"),
      c: correct,
      u: () => document.querySelector(".note.judged form button")?.click(),
    }[event.key];
    if (does) {
      event.preventDefault();
      does();
    }
  });
  go(0);
})();
