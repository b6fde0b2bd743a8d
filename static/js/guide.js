// What a guide, an easy page or the help finder gains from a script: a voice, spoken answers, a place offline.
// One small file, because each request costs a slow line more than a kilobyte. All of it is extra.

// Reads aloud with the browser's own voices, frame by frame or paragraph by paragraph. Without a
// voice of the text's language there is no button: Breton read by a French voice helps nobody.
const strip = document.querySelector("[data-aloud]")
const toolbar = document.querySelector("[data-reading]")
const language = strip?.closest("[lang]").lang
const speech = window.speechSynthesis
let button, going = 0

function voiceOf(lang) {
  return speech.getVoices().find((voice) => voice.lang.toLowerCase().startsWith(lang))
}

function offerVoice() {
  if (button || !voiceOf(language)) return
  button = document.createElement("button")
  button.type = "button"
  button.className = "btn btn--plain"
  button.textContent = toolbar.dataset.listen
  button.addEventListener("click", () => (speech.speaking ? stop() : read()))
  toolbar.append(button)
}

function stop() {
  going += 1
  speech.cancel()
  button.textContent = toolbar.dataset.listen
  for (const frame of strip.querySelectorAll(".aloud-now")) frame.classList.remove("aloud-now")
}

// What is read one after the other: a list of answers counts for its answers, a drawn map for nothing.
function parts() {
  return [...strip.children].flatMap((part) => {
    if (part.matches("[data-silent]")) return []
    return part.matches("ul") ? [...part.children] : [part]
  })
}

// What a frame says, in reading order: the picture, the narration, the bubbles, the screen, the clues.
function said(frame) {
  if (!frame.matches(".frame")) return [frame.textContent]
  const picture = frame.querySelector(":scope img[alt]")
  const texts = [...frame.querySelectorAll(".narration, .say, .device__from, .device__message, .clues li")]
  return [picture && picture.alt, ...texts.map((node) => node.textContent)].filter(Boolean)
}

async function read() {
  const mine = ++going
  button.textContent = toolbar.dataset.stop
  for (const frame of parts()) {
    if (mine !== going) return
    frame.classList.add("aloud-now")
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches
    frame.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" })
    for (const text of said(frame)) if (mine === going) await speak(text)
    frame.classList.remove("aloud-now")
  }
  if (mine === going) stop()
}

function speak(text) {
  return new Promise((done) => {
    const utterance = new SpeechSynthesisUtterance(text.replace(/\s+/g, " ").trim())
    utterance.lang = language
    utterance.voice = voiceOf(language)
    utterance.rate = 0.9
    utterance.onend = utterance.onerror = done
    speech.speak(utterance)
  })
}

if (strip && toolbar && speech) {
  offerVoice()
  speech.addEventListener("voiceschanged", offerVoice)
  addEventListener("pagehide", () => speech.cancel())
}

// Says why an answer is right or wrong to those who listen; the page already shows it without this.
for (const question of document.querySelectorAll("[data-quiz]")) {
  const status = question.querySelector("[role=status]")
  question.addEventListener("change", (event) => {
    const why = event.target.closest(".choice").nextElementSibling
    status.textContent = why.textContent
  })
}

// Keeps the page being read and the emergency page on the telephone, and the pocket pack one asks
// for: chosen guides, the places of a commune and its next dates. See service-worker.js.
const script = document.querySelector("script[data-emergency]")
const pack = document.querySelector("[data-pocket]")

async function worker() {
  await navigator.serviceWorker.register("/sw.js", { scope: "/" })
  return (await navigator.serviceWorker.ready).active
}

async function keepOffline(addresses) {
  const active = await worker()
  active.postMessage({ keep: addresses, emergency: script.dataset.emergency })
}

function chosen(form) {
  const commune = form.elements.commune.value
  const about = commune ? [`${form.dataset.calendar}?commune=${commune}`, `${form.dataset.places}?commune=${commune}`] : []
  const guides = [...form.querySelectorAll("[name=guide]:checked")].map((box) => box.value)
  return [...guides, ...about.filter((address) => address.startsWith("/"))]
}

function offerPack(form) {
  const status = form.querySelector("[role=status]")
  form.hidden = false
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    status.textContent = form.dataset.working
    keepOffline(chosen(form))
  })
  navigator.serviceWorker.addEventListener("message", (event) => {
    const kilobytes = Math.ceil((event.data?.kept || 0) / 1024)
    if (kilobytes) status.textContent = form.dataset.done.replace("{size}", kilobytes)
  })
}

if ("serviceWorker" in navigator && script) {
  if (pack) offerPack(pack)
  else if (!navigator.connection?.saveData) addEventListener("load", () => keepOffline([location.pathname]))
}
