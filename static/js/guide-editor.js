// The comic's editor: the frame beside its form, advice under each field. Without it the form works.
(() => {
  const { preview, check, css } = document.getElementById("guide-editor").dataset
  const config = JSON.parse(document.getElementById("wagtail-config").textContent)
  const language = config.ACTIVE_CONTENT_LOCALE || "fr" // of the page, not of the admin

  async function post(address, content) {
    const headers = { "Content-Type": "application/json", [config.CSRF_HEADER_NAME]: config.CSRF_TOKEN }
    const body = JSON.stringify({ language, ...content })
    const answer = await fetch(address, { method: "POST", headers, body }).catch(() => null)
    return answer?.ok ? answer.json() : null
  }

  // From the form of one frame to {scene, narration, characters: [...], bubbles: [...]}.
  function read(element) {
    const value = { characters: [], bubbles: [] }
    for (const input of element.querySelectorAll("[name]")) {
      if (input.type === "radio" && !input.checked) continue
      const row = input.name.match(/-(characters|bubbles)-(\d+)-(deleted|order|value-(\w+))$/)
      const field = input.name.match(/-(scene|narration|description)$/)
      if (row) Object.assign((value[row[1]][row[2]] ??= {}), { [row[4] || row[3]]: input.value })
      else if (field) value[field[1]] = input.value
    }
    for (const list of ["characters", "bubbles"]) {
      const standing = value[list].filter((item) => item && item.deleted !== "1")
      value[list] = standing.sort((a, b) => a.order - b.order)
    }
    return value
  }

  class FramePreview extends window.StimulusModule.Controller {
    connect() {
      const host = document.createElement("div")
      host.className = "frame-preview"
      this.element.classList.add("with-frame-preview")
      this.element.prepend(host)
      const root = host.attachShadow({ mode: "open" })
      root.innerHTML = `<link rel="stylesheet" href="${css}"><ol class="strip strip--one" role="list"></ol>`
      this.strip = root.querySelector("ol")
      this.later = () => { clearTimeout(this.timer); this.timer = setTimeout(() => this.draw(), 250) }
      this.element.addEventListener("input", this.later)
      this.element.addEventListener("change", this.later)
      this.observer = new MutationObserver((changes) => {
        if (changes.some((change) => change.target.closest?.("[data-contentpath], [data-streamfield-list-container]"))) this.later()
      })
      this.observer.observe(this.element, { childList: true, subtree: true })
      this.later()
    }
    disconnect() {
      this.observer.disconnect()
    }
    async draw() {
      const drawn = read(this.element)
      const key = JSON.stringify(drawn)
      if (key === this.drawn) return
      this.drawn = key
      const answer = await post(preview, drawn)
      if (key !== this.drawn) return // a newer frame is on its way, or stands already
      if (answer) this.strip.innerHTML = answer.html
      else this.drawn = null // the next change asks again
    }
  }
  window.wagtail.app.register("frame-preview", FramePreview)

  // Advice: on every field that asks for plain words, when the page opens and while one writes.
  const fieldOf = (input) => input.closest("[data-plain-words]")?.dataset.plainWords
  const inputs = () => [...document.querySelectorAll("[data-plain-words] :is(input[type=text], textarea)")]

  // Its line stands from the first letter: a line that came later would move the next button away.
  function noteOf(input) {
    const standing = input.parentElement.querySelector(".guide-note")
    if (standing) return standing
    const note = document.createElement("p")
    note.className = "guide-note"
    note.setAttribute("role", "status")
    input.insertAdjacentElement("afterend", note)
    return note
  }

  const counted = (input) => `${input.value.length} / ${input.maxLength > 0 ? input.maxLength : "…"}`

  function show(input, notes) {
    const note = noteOf(input)
    const worst = ["alert", "warn", "info"].find((level) => notes.some((one) => one.level === level))
    note.className = worst ? `guide-note guide-note--${worst}` : "guide-note"
    note.textContent = `${counted(input)} · ${notes.map((one) => one.text).join(" ") || "Facile à lire."}`
  }

  async function advise(written) {
    const filled = written.filter((input) => input.value)
    if (!filled.length) return
    const answer = await post(check, { texts: filled.map((input) => ({ field: fieldOf(input), text: input.value })) })
    answer?.notes.forEach((notes, index) => show(filled[index], notes))
  }

  let timer
  document.addEventListener("input", (event) => {
    if (!fieldOf(event.target)) return
    if (!event.target.parentElement.querySelector(".guide-note")) noteOf(event.target).textContent = counted(event.target)
    clearTimeout(timer)
    timer = setTimeout(() => advise([event.target]), 400)
  })
  addEventListener("load", () => setTimeout(() => advise(inputs().slice(0, 80)), 500))
})()
