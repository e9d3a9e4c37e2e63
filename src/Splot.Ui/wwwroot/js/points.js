// Projects as points on a map without tiles from anywhere: own outlines, Leaflet from this site. Everything it shows stands in the page's table too.
for (const place of document.querySelectorAll('[data-points]')) {
  const button = place.querySelector('button');
  button.hidden = false;
  button.addEventListener('click', () => open(place, button), { once: true });
}

async function open(place, button) {
  const { points, outlines, library, styles, label, failed } = place.dataset;
  const box = Object.assign(document.createElement('div'), { className: 'sp-points__map' });
  button.replaceWith(box);
  box.setAttribute('role', 'region');
  box.setAttribute('aria-label', label);
  try {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: styles }));
    const [answer, countries] = await Promise.all([json(points), json(outlines), import(library)]);
    draw(window.L, box, answer, countries);
    box.focus({ preventScroll: true }); // the button that had the focus is gone
  } catch {
    box.replaceWith(Object.assign(document.createElement('p'), { textContent: failed }));
  }
}

async function json(address) {
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new Error(String(answer.status));
  }

  return answer.json();
}

function draw(L, box, { points, outlines }, countries) {
  const map = L.map(box, { attributionControl: false, zoomSnap: 0.25, minZoom: 4, maxZoom: 13, zoomAnimation: !matchMedia('(prefers-reduced-motion: reduce)').matches });
  const land = L.geoJSON(outlines ?? countries, { interactive: false, style: { className: 'sp-points__land', weight: 1 } }).addTo(map);
  if (outlines) {
    L.geoJSON(countries, { interactive: false, style: { className: 'sp-points__land sp-points__land--far', weight: 1 } }).addTo(map).bringToBack();
  }

  const most = Math.max(1, ...points.map(point => point.count));
  const marks = points.map(point => mark(L, point, most).addTo(map));
  map.fitBounds(frame(L, marks, land, outlines), { maxZoom: 9, padding: [12, 12] });
}

// All marks, and each whole outline that they take up a good part of; so a country's edge is seen where the country is meant.
function frame(L, marks, land, outlines) {
  if (marks.length === 0) {
    return land.getBounds();
  }

  const spread = L.featureGroup(marks).getBounds();
  const all = L.latLngBounds(spread.getSouthWest(), spread.getNorthEast());
  land.eachLayer(layer => {
    const shape = layer.getBounds();
    const within = marks.filter(m => shape.contains(m.getLatLng()));
    const height = within.length > 1 ? L.featureGroup(within).getBounds() : null;
    if (outlines || (height && height.getNorth() - height.getSouth() > (shape.getNorth() - shape.getSouth()) / 3)) {
      all.extend(shape);
    }
  });
  return all;
}

function mark(L, point, most) {
  // Small, so that neighbours leave each other's counts to be read; as wide as the count needs; the smaller above the larger.
  const size = Math.round(16 + 8 * Math.sqrt(point.count / most));
  const width = Math.max(size, 5 + Math.ceil(6.5 * point.words.length));
  const icon = L.divIcon({ className: point.exact ? 'sp-points__mark sp-points__mark--exact' : 'sp-points__mark', html: text('span', point.words), iconSize: [width, size] });
  const content = document.createElement('div');
  content.append(text('b', point.name, point.lang), document.createElement('br'), Object.assign(text('a', point.link, point.linkLang), { href: point.href }));
  return L.marker([point.lat, point.lon], { icon, title: point.name + ': ' + point.link, keyboard: true, riseOnHover: true, zIndexOffset: -size * 10 }).bindPopup(content);
}

function text(name, words, lang) {
  const element = Object.assign(document.createElement(name), { textContent: words });
  if (lang) {
    element.lang = lang;
  }

  return element;
}
