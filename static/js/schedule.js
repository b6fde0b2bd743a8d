// Under the form of a rhythm: the sentence read back and its exact dates, each of which can be
// struck or taken back. The form works without this file; then the dates appear once saved.

const PAUSE = 400; // milliseconds after the last change

function setUp(form) {
  const list = form.querySelector("[data-schedule-dates]");
  const name = form.dataset.schedule;
  const struck = form.querySelector(`[name="${name}-struck"]`);
  let timer;
  let asked;

  async function show() {
    asked?.abort();
    asked = new AbortController();
    const body = new FormData();
    for (const field of form.querySelectorAll("input, select, textarea")) {
      if (field.type !== "checkbox" || field.checked) body.append(field.name, field.value);
    }
    body.append("name", name);
    const token = document.querySelector("[name=csrfmiddlewaretoken]");
    try {
      const answer = await fetch(list.dataset.url, {
        method: "POST",
        body,
        headers: { "X-CSRFToken": token ? token.value : "" },
        signal: asked.signal,
      });
      if (answer.ok) list.innerHTML = await answer.text();
    } catch (error) {
      if (error.name !== "AbortError") list.textContent = "";
    }
  }

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(show, PAUSE);
  }

  function strike(day, isStruck) {
    const days = struck.value.split(/[\s,]+/).filter((one) => one && one !== day);
    struck.value = (isStruck ? [...days, day].sort() : days).join("\n");
    show();
  }

  form.addEventListener("input", soon);
  list.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-day]");
    if (button) strike(button.dataset.day, button.dataset.action === "strike");
  });
  show();
}

function start() {
  for (const form of document.querySelectorAll("[data-schedule]:not([data-ready])")) {
    form.dataset.ready = "yes";
    setUp(form);
  }
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
