// Guides without the net. What is kept: the emergency page, each guide that was read, and what the
// pocket pack asked for. Pages come from the net first, so nothing grows old while there is one.
const CACHE = "guides-1"
const EMERGENCY = "/offline/emergency"
const SAID = { fr: "Sans Internet : voici la page gardée le", br: "Hep Internet : setu ar bajenn miret d’an" }
const MOST_PAGES = 40
const PARTS = /(?:src|href)="(\/(?:static|bd)\/[^"#]+\.(?:css|js|svg|woff2))/g
const FONTS = /url\(([^)]+\.(?:woff2|svg))\)/g

self.addEventListener("install", () => self.skipWaiting())

self.addEventListener("activate", (event) => event.waitUntil(clean().then(() => self.clients.claim())))

self.addEventListener("message", (event) => {
  const { keep, emergency } = event.data || {}
  if (!Array.isArray(keep)) return
  const work = keepAll(keep.slice(0, MOST_PAGES), emergency)
  event.waitUntil(work.then((size) => event.source?.postMessage({ kept: size })))
})

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url)
  const ours = url.origin === location.origin && event.request.method === "GET"
  if (!ours || url.pathname.startsWith("/admin/")) return
  const drawing = url.pathname.startsWith("/bd/")
  event.respondWith(drawing ? keptFirst(event.request) : netFirst(event.request))
})

async function clean() {
  for (const name of await caches.keys()) if (name.startsWith("guides-") && name !== CACHE) await caches.delete(name)
}

async function keepAll(addresses, emergency) {
  const cache = await caches.open(CACHE)
  const seen = new Set()
  let size = 0
  for (const address of emergency ? [...addresses, emergency] : addresses) size += await keep(cache, address, seen)
  const page = emergency && (await cache.match(emergency))
  if (page) await cache.put(EMERGENCY, page)
  return size
}

// A page brings along what it shows. One address that fails must not lose the others.
async function keep(cache, address, seen) {
  if (seen.has(address)) return 0
  seen.add(address)
  try {
    const answer = await fetch(address, { credentials: "same-origin" })
    if (!answer.ok) return 0
    await cache.put(address, answer.clone())
    let size = (await answer.clone().blob()).size
    for (const part of await partsOf(answer)) size += await keep(cache, part, seen)
    return size
  } catch {
    return 0
  }
}

async function partsOf(answer) {
  const type = answer.headers.get("Content-Type") || ""
  const pattern = type.startsWith("text/html") ? PARTS : type.startsWith("text/css") ? FONTS : null
  if (!pattern) return []
  const found = [...(await answer.text()).matchAll(pattern)]
  return found.map((match) => new URL(match[1].replace(/["']/g, ""), answer.url).pathname)
}

async function keptFirst(request) {
  return (await caches.match(request)) || netFirst(request)
}

async function netFirst(request) {
  try {
    return await fetch(request)
  } catch (error) {
    const navigation = request.mode === "navigate"
    const kept = (await caches.match(request)) || (navigation && (await caches.match(EMERGENCY)))
    if (!kept) throw error
    return navigation ? dated(kept) : kept
  }
}

// Says how old a kept page is: « données du … ».
async function dated(kept) {
  const html = await kept.text()
  const lang = (html.match(/<html lang="(\w+)"/) || [])[1] || "fr"
  const day = new Date(kept.headers.get("Date") || Date.now()).toLocaleDateString(lang, { dateStyle: "long" })
  const note = `<div class="wrap"><p class="notice notice--sun" role="note">${SAID[lang] || SAID.fr} ${day}.</p></div>`
  const body = html.replace(/(<main[^>]*>)/, `$1${note}`)
  return new Response(body, { headers: { "Content-Type": "text/html; charset=utf-8" } })
}
