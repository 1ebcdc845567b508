// What every page does where scripts run: filters that are sent without empty fields, and a voice for what changed.
"use strict";

document.documentElement.classList.add("js");

// An empty field is no filter: the address stays short, and the server need not send us on.
document.addEventListener("htmx:configRequest", (event) => {
  const { formData } = event.detail;
  if (!formData) return;
  for (const [name, value] of [...formData.entries()]) {
    if (value === "") formData.delete(name);
  }
});

// An error page is shown like any other answer: it tells what is wrong and what to do.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status >= 400) {
    event.detail.shouldSwap = false;
    window.location.assign(event.detail.xhr.responseURL || window.location.href);
  }
});

document.addEventListener("htmx:sendError", () => {
  const voice = document.getElementById("announce");
  if (!voice) return;
  voice.className = "note error";
  voice.textContent = "The server does not answer: is dateline serve still running? What you see is what was there before.";
});

document.addEventListener("htmx:afterSettle", () => {
  const voice = document.getElementById("announce");
  const title = document.getElementById("results-title");
  if (voice && title) {
    voice.className = "visually-hidden";
    voice.textContent = `${title.textContent.trim()} fit the filters.`;
  }
});
