// Whoever publishes while Wagtail still saves the draft by itself: the two requests cross. The draft
// that comes last takes the page offline again, or a new page is there twice. So the form waits for
// the draft, and none is saved any more once the form leaves. Without this file the form works.
(() => {
  const PATIENCE = 8000 // milliseconds; then the form leaves all the same
  let saving = false
  let leaving = false
  let waiting = null

  function leave() {
    const { form, submitter } = waiting
    waiting = null
    saving = false
    if (submitter?.name) {
      // The button that was pressed shows progress and is disabled: it would no longer be sent.
      const { name, value } = submitter
      form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }))
    }
    form.requestSubmit()
  }

  document.addEventListener("w-autosave:save", (event) => {
    if (leaving) event.preventDefault()
    else saving = true
  })

  for (const end of ["success", "error"]) {
    document.addEventListener(`w-autosave:${end}`, () => {
      saving = false
      // After Wagtail's own listeners: the form has then got the address of the saved page.
      if (waiting) setTimeout(() => waiting && leave())
    })
  }

  document.addEventListener("submit", (event) => {
    if (!event.target.matches('[data-controller~="w-autosave"]')) return
    leaving = true
    if (saving) {
      event.preventDefault()
      if (!waiting) setTimeout(() => waiting && leave(), PATIENCE)
      waiting ??= { form: event.target, submitter: event.submitter }
    } else {
      // Somebody else may keep the form here.
      setTimeout(() => { leaving = !event.defaultPrevented })
    }
  })
})()
