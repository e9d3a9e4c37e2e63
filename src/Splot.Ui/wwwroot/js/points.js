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
  const all = marks.length > 0 ? L.featureGroup(marks).getBounds().pad(0.03) : land.getBounds();
  map.fitBounds(all, { maxZoom: 9 });
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
