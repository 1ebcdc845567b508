// The map of the overview: own basemap, names from the gazetteer, uncertainty as the circle that it is.
"use strict";

// The incidents that the list is about, as far as their places are known; none, with a word, where they cannot be had.
window.datelinePoints = async () => {
  const query = document.getElementById("results").dataset.query;
  const note = document.getElementById("map-count");
  try {
    const answer = await fetch(`/map.json${query ? `?${query}` : ""}`);
    if (!answer.ok) throw new Error(`map.json: ${answer.status}`);
    const found = await answer.json();
    note.textContent = `${found.features.length.toLocaleString("en")} of the incidents have a known place.`;
    return found;
  } catch (error) {
    console.warn("no points:", error);
    note.textContent = "The incidents could not be put on the map just now: load the page again.";
    return { type: "FeatureCollection", features: [] };
  }
};

window.datelineMap = (holder, first, noMap) => {
  const FINE_FROM = 3.6; // the zoom from which coasts and borders are drawn finely
  const COARSE = new Set(["admin2", "admin1", "country", "region"]); // no point for these: only a circle
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const absolute = (path) => new URL(path, window.location.href).href;
  const nothing = () => ({ type: "FeatureCollection", features: [] });
  const data = { points: nothing(), circles: nothing(), labels: nothing() };

  // A circle of so many kilometres around a point; degrees of longitude shrink towards the poles.
  const ring = ([lon, lat], km) => {
    const high = km / 110.574;
    const wide = km / (111.32 * Math.max(0.05, Math.cos((lat * Math.PI) / 180)));
    return Array.from({ length: 65 }, (_, step) => {
      const angle = (step % 64) * (Math.PI / 32);
      return [lon + wide * Math.cos(angle), Math.max(-85, Math.min(85, lat + high * Math.sin(angle)))];
    });
  };
  const circles = (features) => {
    const seen = new Map();
    for (const { geometry, properties } of features) {
      const km = properties.radius_km;
      if (km) seen.set(`${geometry.coordinates} ${km}`, { type: "Feature", properties: { km }, geometry: { type: "Polygon", coordinates: [ring(geometry.coordinates, km)] } });
    }
    return { type: "FeatureCollection", features: [...seen.values()].slice(0, 3000) };
  };

  const take = (points) => {
    for (const { properties } of points.features) properties.coarse = COARSE.has(properties.precision);
    data.points = points;
    data.circles = circles(points.features);
  };

  // Where nearly all of them lie: one place at the other end of the world does not make the others a dot.
  const frame = () => {
    const ends = new window.maplibregl.LngLatBounds();
    const places = data.points.features.map(({ geometry }) => geometry.coordinates);
    const cut = Math.floor(places.length / 12);
    for (const axis of [0, 1]) {
      const order = places.map((place) => place[axis]).sort((one, other) => one - other);
      for (const edge of order.length ? [order[cut], order[order.length - 1 - cut]] : []) {
        const near = places.find((place) => place[axis] === edge);
        ends.extend(axis ? [ends.isEmpty() ? near[0] : ends.getCenter().lng, edge] : [edge, near[1]]);
      }
    }
    return ends;
  };

  const text = (words, { size, weight = 500, ink, halo }) => {
    const ratio = 2;
    const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const font = `${weight} ${size * ratio}px system-ui, "Noto Sans", "Noto Sans Arabic", sans-serif`;
    pen.font = font;
    const width = Math.ceil(pen.measureText(words).width) + 8 * ratio;
    const height = Math.ceil(size * ratio * 1.7);
    pen.canvas.width = width;
    pen.canvas.height = height;
    Object.assign(pen, { font, textAlign: "center", textBaseline: "middle", lineJoin: "round" });
    if (halo) {
      Object.assign(pen, { strokeStyle: halo, lineWidth: 3 * ratio });
      pen.strokeText(words, width / 2, height / 2);
    }
    pen.fillStyle = ink;
    pen.fillText(words, width / 2, height / 2);
    return [pen.getImageData(0, 0, width, height), { pixelRatio: ratio }];
  };

  const style = () => ({
    version: 8,
    sources: {
      world: { type: "geojson", data: absolute(holder.dataset.world), tolerance: 0.3, maxzoom: 7, buffer: 32 },
      circles: { type: "geojson", data: data.circles },
      labels: { type: "geojson", data: data.labels },
      points: { type: "geojson", data: data.points, cluster: true, clusterRadius: 38, clusterMaxZoom: 16,
        clusterProperties: { disputed: ["+", ["case", ["get", "disagree"], 1, 0]] } },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colour("--sea") } },
      { id: "land", type: "fill", source: "world", filter: ["==", ["get", "kind"], "land"], paint: { "fill-color": colour("--land") } },
      { id: "border", type: "line", source: "world", filter: ["==", ["get", "kind"], "border"],
        paint: { "line-color": colour("--border"), "line-width": ["interpolate", ["linear"], ["zoom"], 1, 0.5, 7, 1.4] } },
      { id: "circle-fill", type: "fill", source: "circles", paint: { "fill-color": colour("--assault"), "fill-opacity": ["step", ["get", "km"], 0.1, 60, 0.06, 150, 0.03] } },
      { id: "circle-line", type: "line", source: "circles",
        paint: { "line-color": colour("--assault"), "line-width": 1, "line-opacity": 0.65, "line-dasharray": [3, 2] } },
      { id: "names", type: "symbol", source: "labels",
        layout: { "icon-image": ["concat", ["case", ["get", "country"], "country:", "town:"], ["get", "name"]], "icon-padding": 4 } },
      { id: "clusters", type: "circle", source: "points", filter: ["has", "point_count"],
        paint: { "circle-color": colour("--accent"), "circle-stroke-color": ["case", [">", ["get", "disputed"], 0], colour("--dispute"), colour("--sheet")], "circle-stroke-width": 2,
          "circle-radius": ["interpolate", ["linear"], ["get", "point_count"], 2, 11, 30, 18, 1000, 28] } },
      { id: "cluster-numbers", type: "symbol", source: "points", filter: ["has", "point_count"],
        layout: { "icon-image": ["concat", "count:", ["to-string", ["get", "point_count_abbreviated"]]], "icon-allow-overlap": true } },
      { id: "dots", type: "circle", source: "points", filter: ["all", ["!", ["has", "point_count"]], ["!", ["get", "coarse"]]],
        paint: { "circle-color": colour("--assault"), "circle-radius": 5, "circle-stroke-width": 2,
          "circle-stroke-color": ["case", ["get", "disagree"], colour("--dispute"), colour("--sheet")] } },
      { id: "middles", type: "symbol", source: "points", filter: ["all", ["!", ["has", "point_count"]], ["get", "coarse"]],
        layout: { "icon-image": ["concat", "area:", ["coalesce", ["get", "place"], "?"]], "icon-allow-overlap": true } },
    ],
  });

  take(first);
  const ends = frame();
  const view = ends.isEmpty() ? { center: [20, 25], zoom: 0.8 } : { bounds: ends, fitBoundsOptions: { padding: 40, maxZoom: 8 } };
  const map = new window.maplibregl.Map({
    container: holder, style: style(), ...view, maxZoom: 14, minZoom: 0.3,
    dragRotate: false, pitchWithRotate: false, touchPitch: false, attributionControl: false, fadeDuration: 0,
    renderWorldCopies: true, cooperativeGestures: false, trackResize: true,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new window.maplibregl.NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new window.maplibregl.ScaleControl(), "bottom-left");
  map.getCanvas().setAttribute("aria-label", "Map of the incidents. The list holds the same.");
  map.on("webglcontextlost", noMap);
  dark.addEventListener("change", () => map.setStyle(style(), { diff: false }));

  map.on("styleimagemissing", ({ id }) => {
    const at = id.indexOf(":");
    const [kind, words] = [id.slice(0, at), id.slice(at + 1)];
    const looks = {
      count: { size: 12, weight: 700, ink: colour("--accent-ink") },
      country: { size: 11, weight: 600, ink: colour("--soft"), halo: colour("--land") },
      town: { size: 11.5, ink: colour("--ink"), halo: colour("--land") },
      area: { size: 11, weight: 600, ink: colour("--assault"), halo: colour("--land") },
    };
    if (kind in looks && !map.hasImage(id)) map.addImage(id, ...text(words, looks[kind]));
  });

  const load = async () => {
    take(await window.datelinePoints());
    map.getSource("points")?.setData(data.points);
    map.getSource("circles")?.setData(data.circles);
  };

  let finer = false;
  let asked = "";
  const names = async () => {
    if (!finer && map.getZoom() >= FINE_FROM && map.getSource("world")) {
      finer = true;
      map.getSource("world").setData(absolute(holder.dataset.fine));
      holder.dataset.world = holder.dataset.fine; // also for a new style
    }
    const ends = map.getBounds();
    const edges = [ends.getWest(), ends.getSouth(), ends.getEast(), ends.getNorth()];
    const query = `/labels.json?bbox=${edges.map((edge) => edge.toFixed(2)).join(",")}&zoom=${map.getZoom().toFixed(1)}`;
    if (query === asked) return;
    asked = query;
    const answer = await fetch(query);
    if (!answer.ok || query !== asked) return;
    data.labels = await answer.json();
    map.getSource("labels")?.setData(data.labels);
  };

  const here = document.getElementById("map-here");
  const turned = (lon) => lon - 360 * Math.floor((lon + 180) / 360);
  here.addEventListener("click", () => {
    const ends = map.getBounds();
    const wide = ends.getEast() - ends.getWest() >= 360;
    const edges = [wide ? -180 : turned(ends.getWest()), Math.max(-90, ends.getSouth()), wide ? 180 : turned(ends.getEast()), Math.min(90, ends.getNorth())];
    document.getElementById("f-bbox").value = edges.map((edge) => edge.toFixed(4)).join(",");
    document.getElementById("filters").requestSubmit();
  });

  const failed = (error) => console.warn("the map is not complete:", error);
  const popup = (at, features) => {
    const list = document.createElement("ul");
    for (const { properties } of features.slice(0, 40)) {
      const link = document.createElement("a");
      link.href = `/incident/${properties.id}`;
      const number = properties.killed_low ?? properties.killed;
      link.textContent = [number === null || number === undefined ? "" : `${number} killed:`, properties.event.toLowerCase(), properties.place, properties.day].filter(Boolean).join(" ");
      const item = document.createElement("li");
      item.append(link);
      list.append(item);
    }
    new window.maplibregl.Popup({ maxWidth: "19rem", focusAfterOpen: true }).setLngLat(at).setDOMContent(list).addTo(map);
  };
  const opened = async ({ features: [feature] }) => {
    const at = feature.geometry.coordinates;
    if (!feature.properties.cluster) { popup(at, [feature]); return; }
    const source = map.getSource("points");
    const { cluster_id: id, point_count: count } = feature.properties;
    const leaves = await source.getClusterLeaves(id, Math.min(count, 200), 0);
    const spread = new Set(leaves.map((leaf) => String(leaf.geometry.coordinates)));
    if (spread.size === 1) popup(at, leaves);
    else map.easeTo({ center: at, zoom: Math.min(await source.getClusterExpansionZoom(id), 13) });
  };
  for (const layer of ["clusters", "dots", "middles"]) {
    map.on("click", layer, (event) => opened(event).catch(failed));
    map.on("mouseenter", layer, () => { map.getCanvas().style.cursor = "pointer"; });
    map.on("mouseleave", layer, () => { map.getCanvas().style.cursor = ""; });
  }
  map.on("moveend", (event) => {
    if (event.originalEvent) here.hidden = false;
    names().catch(failed);
  });
  map.once("idle", () => {
    document.documentElement.dataset.map = "idle";
    names().catch(failed);
  });
  document.addEventListener("htmx:afterSettle", () => {
    here.hidden = true;
    document.getElementById("f-bbox").value = new URLSearchParams(window.location.search).get("bbox") ?? "";
    load().catch(failed);
  });
};
