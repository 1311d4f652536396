// Draws the states of the world once and writes countries/reference/world_map.json. See README.md.
//
// Shapes come from Natural Earth at 1:110m; states too small to be seen there become markers, placed at the largest
// piece of their territory at 1:10m. States are joined on their ISO numeric code only, never on a name.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoArea, geoCentroid, geoContains, geoNaturalEarth1, geoPath } from "d3-geo";
import { feature, merge } from "topojson-client";

const require = createRequire(import.meta.url);
const isoCountries = require("i18n-iso-countries");
const atlas = (scale) => JSON.parse(readFileSync(require.resolve(`world-atlas/countries-${scale}.json`)));

const REFERENCE = new URL("../../countries/reference/", import.meta.url);
const CENTRE = 11; // degrees east: the map is cut through the Bering Strait, not through a country
const WIDTH = 2000; // whole units: half a pixel where the map is 1000 pixels wide
const MARKER = 7; // radius
const APART = 2 * MARKER + 2; // between the centres of two markers
const SMALL = 45; // square units: a state below this is a marker as well as a shape
const ANTARCTICA = "010";

// General Assembly resolution 68/262 (27 March 2014) on the territorial integrity of Ukraine. Natural Earth draws who
// controls a territory, which puts this polygon with the Russian Federation.
const CRIMEA = { point: [34.2, 45.2], drawnWith: "643", belongsTo: "804" };

function readStates() {
  const [head, ...lines] = readFileSync(new URL("countries.csv", REFERENCE), "utf8").trim().split(/\r?\n/);
  const columns = head.split(",");
  const [iso3, m49] = [columns.indexOf("iso3"), columns.indexOf("m49")];
  // The codes stand before the first quoted cell, so that cutting at commas is safe for them.
  const rows = lines.map((line) => line.split(",")).filter((cells) => cells[m49]);
  return new Map(rows.map((cells) => [cells[m49], cells[iso3]]));
}

function checkCodes(states) {
  for (const [numeric, iso3] of states) {
    const owner = isoCountries.numericToAlpha3(numeric);
    if (owner !== iso3) throw new Error(`countries.csv: ${iso3} has the number ${numeric}, which ISO gives to ${owner}.`);
  }
}

function shapes(topology) {
  const geometries = topology.objects.countries.geometries;
  const from = geometries.find((geometry) => geometry.id === CRIMEA.drawnWith);
  const to = geometries.find((geometry) => geometry.id === CRIMEA.belongsTo);
  const isCrimea = (arcs) => geoContains(feature(topology, { type: "Polygon", arcs }), CRIMEA.point);
  const moved = from.arcs.filter(isCrimea);
  if (moved.length !== 1) throw new Error("Crimea is not a polygon of its own in this atlas: look at the map.");
  const rest = { ...from, arcs: from.arcs.filter((arcs) => !isCrimea(arcs)) };
  const drawn = geometries.filter((geometry) => geometry !== from && geometry !== to && geometry.id !== ANTARCTICA);
  return [
    ...[...drawn, rest].map((geometry) => ({ id: geometry.id, geometry: feature(topology, geometry).geometry })),
    { id: to.id, geometry: merge(topology, [to, { type: "Polygon", arcs: moved[0] }]) },
  ];
}

function largestPiece(geometry) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const pieces = polygons.map((coordinates) => ({ type: "Polygon", coordinates }));
  return pieces.sort((a, b) => geoArea(b) - geoArea(a))[0];
}

// SVG path with whole, relative coordinates. Each corner is rounded where it stands, so that neighbours still meet.
function compactPath(coordinates) {
  return coordinates.map(ring).join("");
}

function ring(points) {
  const whole = points.map(([x, y]) => [Math.round(x), Math.round(y)]);
  const corners = whole.filter(([x, y], i) => i === 0 || x !== whole[i - 1][0] || y !== whole[i - 1][1]);
  const [first, last] = [corners[0], corners.at(-1)];
  if (corners.length > 1 && first[0] === last[0] && first[1] === last[1]) corners.pop(); // z closes the ring
  if (corners.length < 3) return "";
  const steps = corners.slice(1).map(([x, y], i) => pair(x - corners[i][0], y - corners[i][1]));
  return `M${first[0]} ${first[1]}l${steps.join("").replace(/^ /, "")}z`;
}

// A minus sign separates numbers by itself; " 3-4 5 6-7" reads back as 3 -4 5 6 -7.
function pair(x, y) {
  return `${x < 0 ? "" : " "}${x}${y < 0 ? "" : " "}${y}`;
}

// The rings of a projected shape, cut where the projection cuts them.
function projectedRings(path, geometry) {
  const rings = [];
  const context = {
    beginPath() {},
    moveTo: (x, y) => rings.push([[x, y]]),
    lineTo: (x, y) => rings.at(-1).push([x, y]),
    closePath: () => rings.at(-1).push(rings.at(-1)[0]),
    arc() {},
  };
  geoPath(path.projection(), context)(geometry);
  return rings;
}

// Markers of neighbours (the Caribbean, the Vatican and San Marino) step aside until none covers another.
function spread(markers) {
  for (let round = 0; round < 2000; round += 1) {
    let moved = false;
    for (const [i, a] of markers.entries()) {
      for (const b of markers.slice(i + 1)) {
        const [dx, dy] = [b.x - a.x, b.y - a.y];
        const distance = Math.hypot(dx, dy);
        if (distance >= APART) continue;
        const push = (APART - distance) / 2 + 0.05;
        const [ux, uy] = distance ? [dx / distance, dy / distance] : [1, 0];
        a.x -= ux * push;
        a.y -= uy * push;
        b.x += ux * push;
        b.y += uy * push;
        moved = true;
      }
    }
    if (!moved) return;
  }
  throw new Error("The markers do not come to rest: make them smaller.");
}

// The view box round all shapes and markers: left, top, width, height.
function box(markers, [[left, top], [right, bottom]]) {
  const [xs, ys] = [markers.map(({ x }) => x), markers.map(({ y }) => y)];
  const room = MARKER + 4;
  const [x, y] = [Math.min(left, ...xs) - room, Math.min(top, ...ys) - room].map(Math.floor);
  const [x2, y2] = [Math.max(right, ...xs) + room, Math.max(bottom, ...ys) + room].map(Math.ceil);
  return [x, y, x2 - x, y2 - y];
}

const states = readStates();
checkCodes(states);
const drawn = shapes(atlas("110m"));
const world = { type: "GeometryCollection", geometries: drawn.map((shape) => shape.geometry) };
const projection = geoNaturalEarth1().rotate([-CENTRE, 0]).fitWidth(WIDTH, world);
const path = geoPath(projection);
const fine = atlas("10m");
const pieces = new Map();
for (const { id, geometry } of feature(fine, fine.objects.countries).features) {
  const piece = largestPiece(geometry);
  if (id && (!pieces.has(id) || geoArea(piece) > geoArea(pieces.get(id)))) pieces.set(id, piece);
}

const entries = new Map([...states.values()].sort().map((iso3) => [iso3, {}]));
const neutral = [];
for (const { id, geometry } of drawn) {
  const d = compactPath(projectedRings(path, geometry));
  if (states.has(id)) entries.get(states.get(id)).d = d;
  else neutral.push(d);
}
const areas = new Map(drawn.map(({ id, geometry }) => [id, path.area(geometry)]));
const markers = [];
for (const [numeric, iso3] of states) {
  if ((areas.get(numeric) ?? 0) >= SMALL) continue;
  if (!pieces.has(numeric)) throw new Error(`${iso3} (${numeric}) is in no atlas: place it by hand, with a source.`);
  const [x, y] = projection(geoCentroid(pieces.get(numeric)));
  markers.push({ iso3, x, y });
}
spread(markers);
for (const { iso3, x, y } of markers) entries.get(iso3).at = [Math.round(x), Math.round(y)];

const map = {
  about: {
    source: "Natural Earth 1:110m and 1:10m, by way of the npm package world-atlas 2.0.2",
    licence: "public domain (Natural Earth); ISC (world-atlas)",
    projection: "Natural Earth I",
    changes: [
      "Antarctica is left out",
      "Crimea is drawn with Ukraine (General Assembly resolution 68/262)",
      "markers of close neighbours are moved apart",
    ],
    built_by: "deploy/map/build.js",
  },
  box: box(markers, path.bounds(world)),
  marker: MARKER,
  neutral: neutral.join(""),
  states: Object.fromEntries(entries),
};
const { states: placed, ...head } = map;
const lines = Object.entries(placed).map(([iso3, state]) => `    ${JSON.stringify(iso3)}: ${JSON.stringify(state)}`);
const json = `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "states": {\n${lines.join(",\n")}\n  }\n}\n`;
writeFileSync(new URL("world_map.json", REFERENCE), json);
console.log(`${entries.size} states, ${markers.length} markers: ${markers.map(({ iso3 }) => iso3).join(" ")}`);
