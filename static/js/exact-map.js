// The exact map, only when the reader asks for it: Leaflet is loaded at that moment, the points
// come from the page's own open data, and the drawing of the communes is the ground. Tiles of
// another host are shown only where data-tiles names them; the button says so beforehand.

const MOST_NAMES = 8; // in one bubble

export function reveal() {
  document.querySelectorAll("[data-exact-map][hidden]").forEach((one) => (one.hidden = false));
}

function loaded(tag, attributes) {
  return new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement(tag), attributes);
    element.onload = resolve;
    element.onerror = reject;
    document.head.append(element);
  });
}

async function leaflet({ script, style, ownStyle }) {
  if (!window.L) {
    await Promise.all([
      loaded("link", { rel: "stylesheet", href: style }),
      loaded("link", { rel: "stylesheet", href: ownStyle }),
      loaded("script", { src: script }),
    ]);
  }
  return window.L;
}

// GeoJSON of places, or the JSON of the calendar: [{name, url, spot: [latitude, longitude]}].
function pointsOf(data, language, source) {
  if (data.features) {
    return data.features.map(({ id, geometry, properties }) => ({
      name: properties.nom,
      url: new URL(`numero/${encodeURIComponent(id)}/`, new URL(source, location.href)),
      spot: geometry && [geometry.coordinates[1], geometry.coordinates[0]],
    }));
  }
  return data.events.map((event) => ({
    name: event.title[language] || event.title.fr,
    url: event.canonicalUrl,
    spot: event.location?.latitude && [event.location.latitude, event.location.longitude],
  }));
}

function bubble(points) {
  const list = document.createElement("ul");
  for (const { name, url } of points.slice(0, MOST_NAMES)) {
    const link = document.createElement("a");
    link.href = new URL(url).pathname;
    link.textContent = name;
    list.append(document.createElement("li"));
    list.lastChild.append(link);
  }
  return list;
}

function bySpot(points) {
  const spots = new Map();
  for (const point of points.filter(({ spot }) => spot)) {
    const key = point.spot.join();
    if (!spots.has(key)) spots.set(key, []);
    if (!spots.get(key).some(({ name }) => name === point.name)) spots.get(key).push(point);
  }
  return spots;
}

async function show(holder) {
  const { source, tiles, credit, bounds, language } = holder.dataset;
  const box = holder.querySelector(".exact-map__box");
  const [L, answer] = await Promise.all([leaflet(holder.dataset), fetch(source)]);
  const edges = JSON.parse(bounds);
  box.hidden = false;
  const map = L.map(box, { maxBounds: L.latLngBounds(edges).pad(0.2), minZoom: 9, zoomSnap: 0.25 }).fitBounds(edges);
  const ground = document.querySelector("svg.map");
  if (tiles) L.tileLayer(tiles, { attribution: credit }).addTo(map);
  else if (ground) L.svgOverlay(silent(ground), edges).addTo(map);
  for (const points of bySpot(pointsOf(await answer.json(), language, source)).values()) {
    const names = points.map(({ name }) => name).join(", ");
    const icon = L.divIcon({ className: "exact-map__pin", iconSize: [28, 28], iconAnchor: [14, 28] });
    L.marker(points[0].spot, { icon, title: names, alt: names }).bindPopup(bubble(points), { maxWidth: 220 }).addTo(map);
  }
  box.focus();
}

// The drawing without its links: under the points it is only the ground.
function silent(drawing) {
  const copy = drawing.cloneNode(true);
  copy.setAttribute("aria-hidden", "true");
  copy.querySelectorAll("a").forEach((link) => {
    const group = document.createElementNS("http://www.w3.org/2000/svg", "g");
    group.append(...link.querySelectorAll(".t"));
    group.setAttribute("class", link.getAttribute("class") || "");
    link.replaceWith(group);
  });
  return copy;
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-exact-map] button");
  if (!button) return;
  const holder = button.closest("[data-exact-map]");
  button.disabled = true;
  try {
    await show(holder);
    button.remove();
  } catch {
    button.disabled = false;
    holder.querySelector("[data-failed]").hidden = false; // the drawn map is still there
  }
});
