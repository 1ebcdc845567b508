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
    const placed = found.placed ?? found.features.length;
    note.textContent = `${placed.toLocaleString("en")} of the incidents have a known place.`;
    return found;
  } catch (error) {
    console.warn("no points:", error);
    note.textContent = "The incidents could not be put on the map just now: load the page again.";
    return { type: "FeatureCollection", features: [] };
  }
};

// Land and borders, coarse or fine. Fetched here, so that leaving the page meanwhile is no error of the map's.
window.datelineWorld = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
};

window.datelineMap = (holder, first, world, noMap) => {
  const FINE_FROM = 3.6; // the zoom from which coasts and borders are drawn finely
  const MOST_CIRCLES = 2000; // of the latest incidents; more would hide the map
  const COARSE = new Set(["admin2", "admin1", "country", "region"]); // no point for these: only a circle
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const nothing = () => ({ type: "FeatureCollection", features: [] });
  const data = { world, points: nothing(), circles: nothing(), labels: nothing() };

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
      if (seen.size === MOST_CIRCLES) break;
      if (km && !seen.has(`${geometry.coordinates} ${km}`)) seen.set(`${geometry.coordinates} ${km}`, { type: "Feature", properties: { km }, geometry: { type: "Polygon", coordinates: [ring(geometry.coordinates, km)] } });
    }
    return { type: "FeatureCollection", features: [...seen.values()] };
  };

  const take = (points) => {
    for (const { properties } of points.features) {
      properties.coarse = COARSE.has(properties.precision);
      properties.total = properties.n ?? 1;
      properties.red = properties.disputed ?? Number(properties.disagree ?? 0);
    }
    data.points = points;
    data.circles = circles(points.features);
  };

  // Where nearly all of them lie: one place at the other end of the world does not make the others a dot.
  const frame = () => {
    const ends = new window.maplibregl.LngLatBounds();
    const spots = data.points.features.map(({ geometry, properties }) => [...geometry.coordinates, properties.total]);
    const cut = Math.floor(spots.reduce((sum, [, , total]) => sum + total, 0) / 12);
    const outer = (axis, sign) => {
      const order = [...spots].sort((one, other) => sign * (one[axis] - other[axis]));
      let passed = 0;
      return order.find(([, , total]) => (passed += total) > cut)[axis];
    };
    if (spots.length) ends.extend([outer(0, 1), outer(1, 1)]).extend([outer(0, -1), outer(1, -1)]);
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

  // A circle is drawn from where it is more than a few pixels wide.
  const seen = ["step", ["zoom"], [">", ["get", "km"], 100], 4, [">", ["get", "km"], 30], 6, [">", ["get", "km"], 6], 8, true];
  const short = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 2 });

  const style = () => ({
    version: 8,
    sources: {
      world: { type: "geojson", data: data.world, tolerance: 0.3, maxzoom: 7, buffer: 32 },
      circles: { type: "geojson", data: data.circles },
      labels: { type: "geojson", data: data.labels },
      points: { type: "geojson", data: data.points, cluster: true, clusterRadius: 38, clusterMaxZoom: 16,
        clusterProperties: { total: ["+", ["get", "total"]], red: ["+", ["get", "red"]], coarse: ["all", ["get", "coarse"]] } },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colour("--sea") } },
      { id: "land", type: "fill", source: "world", filter: ["==", ["get", "kind"], "land"], paint: { "fill-color": colour("--land") } },
      { id: "border", type: "line", source: "world", filter: ["==", ["get", "kind"], "border"],
        paint: { "line-color": colour("--border"), "line-width": ["interpolate", ["linear"], ["zoom"], 1, 0.5, 7, 1.4] } },
      { id: "circle-fill", type: "fill", source: "circles", filter: seen, paint: { "fill-color": colour("--assault"), "fill-opacity": ["step", ["get", "km"], 0.1, 60, 0.06, 150, 0.03] } },
      { id: "circle-line", type: "line", source: "circles", filter: seen,
        paint: { "line-color": colour("--assault"), "line-width": 1, "line-opacity": 0.65, "line-dasharray": [3, 2] } },
      { id: "names", type: "symbol", source: "labels",
        layout: { "icon-image": ["concat", ["case", ["get", "country"], "country:", "town:"], ["get", "name"]], "icon-padding": 4 } },
      { id: "numbers", type: "circle", source: "points", filter: [">", ["get", "total"], 1],
        paint: { "circle-color": ["case", ["get", "coarse"], colour("--sheet"), colour("--accent")], "circle-stroke-width": 2,
          "circle-stroke-color": ["case", [">", ["get", "red"], 0], colour("--dispute"), ["get", "coarse"], colour("--accent"), colour("--sheet")],
          "circle-radius": ["interpolate", ["linear"], ["get", "total"], 2, 11, 30, 17, 1000, 25, 100000, 32] } },
      { id: "digits", type: "symbol", source: "points", filter: [">", ["get", "total"], 1],
        layout: { "icon-image": ["concat", ["case", ["get", "coarse"], "hollow:", "count:"], ["to-string", ["get", "total"]]], "icon-allow-overlap": true } },
      { id: "dots", type: "circle", source: "points", filter: ["all", ["==", ["get", "total"], 1], ["!", ["get", "coarse"]]],
        paint: { "circle-color": colour("--assault"), "circle-radius": 5, "circle-stroke-width": 2,
          "circle-stroke-color": ["case", [">", ["get", "red"], 0], colour("--dispute"), colour("--sheet")] } },
      { id: "middles", type: "symbol", source: "points", filter: ["all", ["==", ["get", "total"], 1], ["get", "coarse"]],
        layout: { "icon-image": ["concat", "area:", ["coalesce", ["get", "place"], "?"]], "icon-allow-overlap": true } },
    ],
  });

  take(first);
  const ends = frame();
  const view = ends.isEmpty() ? { center: [20, 25], zoom: 0.8 } : { bounds: ends, fitBoundsOptions: { padding: 64, maxZoom: 7 } };
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
  map.on("error", ({ error }) => console.warn("the map is not complete:", error));
  dark.addEventListener("change", () => map.setStyle(style(), { diff: false }));

  map.on("styleimagemissing", ({ id }) => {
    const at = id.indexOf(":");
    const [kind, words] = [id.slice(0, at), id.slice(at + 1)];
    const looks = {
      count: { size: 12, weight: 700, ink: colour("--accent-ink") },
      hollow: { size: 12, weight: 700, ink: colour("--accent") },
      country: { size: 11, weight: 600, ink: colour("--soft"), halo: colour("--land") },
      town: { size: 11.5, ink: colour("--ink"), halo: colour("--land") },
      area: { size: 11, weight: 600, ink: colour("--assault"), halo: colour("--land") },
    };
    if (kind in looks && !map.hasImage(id)) map.addImage(id, ...text(/^(count|hollow)$/.test(kind) ? short.format(words) : words, looks[kind]));
  });

  const load = async () => {
    take(await window.datelinePoints());
    map.getSource("points")?.setData(data.points);
    map.getSource("circles")?.setData(data.circles);
  };

  const failed = (error) => console.warn("the map is not complete:", error);
  let finer = false;
  let asked = "";
  const names = async () => {
    if (!finer && map.getZoom() >= FINE_FROM) {
      finer = true;
      window.datelineWorld(holder.dataset.fine).then((fine) => {
        data.world = fine;
        map.getSource("world")?.setData(fine);
      }).catch(failed);
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
    within(edges);
  });

  const within = (edges) => {
    document.getElementById("f-bbox").value = edges.map((edge) => edge.toFixed(4)).join(",");
    document.getElementById("filters").requestSubmit();
  };
  // One incident is a link to it; several at one spot are a way to see them alone in the list.
  const popup = ([lon, lat], { id, event, place, day, killed_low: killed, total }) => {
    const window_ = new window.maplibregl.Popup({ maxWidth: "19rem", focusAfterOpen: true }).setLngLat([lon, lat]);
    const made = document.createElement(total > 1 ? "button" : "a");
    if (total > 1) {
      made.type = "button";
      made.textContent = `${total.toLocaleString("en")} incidents here: show them`;
      made.addEventListener("click", () => {
        window_.remove();
        within([lon - 1e-4, lat - 1e-4, lon + 1e-4, lat + 1e-4]);
      });
    } else {
      made.href = `/incident/${id}`;
      made.textContent = [killed ? `${killed} killed:` : "", event?.toLowerCase(), place, day].filter(Boolean).join(" ");
    }
    window_.setDOMContent(made).addTo(map);
  };
  const opened = async ({ features: [feature] }) => {
    const at = feature.geometry.coordinates;
    const { cluster_id: id, point_count: count, total } = feature.properties;
    if (!feature.properties.cluster) { popup(at, feature.properties); return; }
    const source = map.getSource("points");
    const leaves = await source.getClusterLeaves(id, Math.min(count, 100), 0);
    const spread = new Set(leaves.map((leaf) => String(leaf.geometry.coordinates)));
    if (spread.size === 1) popup(leaves[0].geometry.coordinates, { total });
    else map.easeTo({ center: at, zoom: Math.min(await source.getClusterExpansionZoom(id), 13) });
  };
  for (const layer of ["numbers", "dots", "middles"]) {
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
