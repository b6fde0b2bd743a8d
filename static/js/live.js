// Live search: <form data-live="#results"> refreshes that element without leaving the page.
// The form works without this file; here the same address is asked, and its part is put in place.
// Inside the results, [data-announce] holds the sentence that a screen reader says.

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

function live(form) {
  const selector = form.dataset.live;
  let timer;
  let asked;

  async function refresh(address) {
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(address, { signal: asked.signal, headers: { Accept: "text/html" } });
      if (!answer.ok) throw new Error(answer.statusText);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector(selector);
      if (!fresh) throw new Error(selector);
      document.querySelector(selector).replaceWith(fresh);
      history.replaceState(null, "", address);
      announce(fresh);
    } catch (error) {
      if (error.name !== "AbortError") location.assign(address); // the plain way always works
    }
  }

  function soon(wait) {
    clearTimeout(timer);
    timer = setTimeout(() => refresh(addressOf(form)), wait);
  }

  form.addEventListener("input", (event) => soon(event.target.type === "search" ? PAUSE : 0));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    soon(0);
  });
}

document.body.append(status);
document.querySelectorAll("form[data-live]").forEach(live);
