// Live search: <form data-live="#results"> refreshes that element without leaving the page.
// The form works without this file; here the same address is asked, and its parts are put in
// place. Several parts: data-live="#dates, #facets". Choices that are links inside the parts
// (.chip) do the same. Inside the first part, [data-announce] is what a screen reader says.

const PAUSE = 350; // milliseconds after the last key

const status = document.createElement("p");
status.className = "sr";
status.setAttribute("role", "status");

function addressOf(form) {
  const address = new URL(form.action || location.href);
  const filled = [...new FormData(form)].filter(([, value]) => value !== "");
  address.search = new URLSearchParams(filled).toString();
  address.hash = "";
  return address;
}

function announce(results) {
  const words = results.matches("[data-announce]") ? results : results.querySelector("[data-announce]");
  status.textContent = words ? words.textContent.trim().replace(/\s+/g, " ") : "";
}

// A choice made by a link changes what the form carries along, and what it shows.
function followForm(form, fresh) {
  form.querySelectorAll("input[type=hidden]").forEach((input) => input.remove());
  for (const field of fresh.elements) {
    if (field.type === "hidden") form.append(field.cloneNode());
    else if (field.name && form.elements[field.name] !== document.activeElement) {
      form.elements[field.name].value = field.value;
    }
  }
}

function live(form) {
  const selectors = form.dataset.live.split(",").map((one) => one.trim());
  let timer;
  let asked;

  async function refresh(address, remember) {
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(address, { signal: asked.signal, headers: { Accept: "text/html" } });
      if (!answer.ok) throw new Error(answer.statusText);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = selectors.map((selector) => page.querySelector(selector));
      if (fresh.includes(null)) throw new Error(form.dataset.live);
      selectors.forEach((selector, place) => replace(selector, fresh[place]));
      const freshForm = page.querySelector("form[data-live]");
      if (freshForm) followForm(form, freshForm);
      offerMap();
      history[remember](null, "", address);
      shown = asks();
      showNew(address.hash);
      announce(fresh[0]);
    } catch (error) {
      if (error.name !== "AbortError") location.assign(address); // the plain way always works
    }
  }

  // What was unfolded stays so, and the keyboard stays where it was.
  function replace(selector, fresh) {
    const old = document.querySelector(selector);
    const open = [...old.querySelectorAll("details")].map((one) => one.open);
    const focused = old.contains(document.activeElement) ? document.activeElement.textContent.replace(/\d/g, "").trim() : "";
    old.replaceWith(fresh);
    fresh.querySelectorAll("details").forEach((one, place) => (one.open = open[place] || one.open));
    if (focused) {
      const links = [...fresh.querySelectorAll("a")];
      links.find((link) => link.textContent.replace(/\d/g, "").trim() === focused)?.focus();
    }
  }

  // More choices: the keyboard goes to the first of them, as the address asks (#facet-…).
  function showNew(hash) {
    if (hash) document.getElementById(hash.slice(1))?.parentElement.querySelector("a")?.focus();
  }

  function soon(wait) {
    clearTimeout(timer);
    timer = setTimeout(() => refresh(addressOf(form), "replaceState"), wait);
  }

  form.addEventListener("input", (event) => soon(event.target.type === "search" ? PAUSE : 0));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    soon(0);
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.chip");
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (!link || !plain || link.pathname !== location.pathname) return;
    if (!selectors.some((selector) => document.querySelector(selector)?.contains(link))) return;
    event.preventDefault();
    refresh(new URL(link.href), "pushState");
  });
}

// A map one can move is rare: its script comes with the page that has one.
async function offerMap() {
  if (!document.querySelector("[data-exact-map]")) return;
  const { reveal } = await import(new URL("exact-map.js", import.meta.url));
  reveal();
}

document.body.append(status);
offerMap();
const forms = document.querySelectorAll("form[data-live]");
forms.forEach(live);

// Back to another search: asked again. A jump inside the page (#dates) is no other search.
const asks = () => location.pathname + location.search;
let shown = asks();
if (forms.length) addEventListener("popstate", () => asks() === shown || location.reload());
