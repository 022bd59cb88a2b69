import { day, draw, el } from "./dom.js";

/* The chart as one drawing: treatment above, laboratory results below, on one axis of time. The tables say the same. */

const WIDTH = 720, LEFT = 132, RIGHT = 30, LANE = 64, BAR = 26;
const YEAR = 365.25 * 24 * 3600 * 1000;

const LABS = [
  { codes: ["100977-8"], name: "JCV index", lines: [0.4, 0.9, 1.5], least: 2 },
  { codes: ["731-0", "26474-7", "732-8"], name: "Lymphocytes", lines: [0.5, 0.8], least: 2 },
  { codes: ["24467-3", "92736-8"], name: "CD4", lines: [200], least: 250 },
];

const time = text => Date.parse(text.slice(0, 10));

const list = found => Array.isArray(found) ? found : [];

const drugName = resource => (resource.medicationCodeableConcept?.text ?? "")
  .replace(/^[\d.]+ ML |^(\{.*)/i, "").split(/ \d|\[/, 1)[0].trim().toLowerCase() || "medicine";

function treatments(chart, now) {
  const found = new Map();
  const add = (resource, from, to, dose) => {
    const name = drugName(resource);
    const one = found.get(name) ?? { name, from: Infinity, to: 0, doses: [] };
    found.set(name, { name, from: Math.min(one.from, from), to: Math.max(one.to, to), doses: dose ? [...one.doses, from] : one.doses });
  };
  list(chart.MedicationAdministration).forEach(one => add(one, time(one.effectiveDateTime), time(one.effectiveDateTime), true));
  list(chart.MedicationRequest).filter(one => one.authoredOn).forEach(one => add(one, time(one.authoredOn), one.status === "active" ? now : time(one.authoredOn)));
  list(chart.MedicationStatement).filter(one => one.effectivePeriod).forEach(one => add(one,
    time(one.effectivePeriod.start), one.effectivePeriod.end ? time(one.effectivePeriod.end) : now));
  return [...found.values()];
}

const results = (chart, lab) => list(chart.Observation)
  .filter(one => one.valueQuantity && one.code.coding?.some(coding => lab.codes.includes(coding.code)))
  .map(one => ({ at: time(one.effectiveDateTime), value: one.valueQuantity.value, comparator: one.valueQuantity.comparator ?? "" }));

function axis(from, to) {
  const x = at => LEFT + (at - from) / (to - from) * (WIDTH - LEFT - RIGHT);
  const first = new Date(from).getUTCFullYear() + 1, last = new Date(to).getUTCFullYear();
  const step = Math.ceil((last - first + 1) / 8);
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (none, n) => first + n).filter(year => (last - year) % step === 0);
  return { x, years: years.map(year => ({ year, x: x(Date.UTC(year, 0, 1)) })) };
}

const label = (text, y) => draw("text", { x: 0, y, class: "lane" }, text);

function bar(treatment, x, y, months) {
  const left = x(treatment.from), right = Math.max(x(treatment.to), left + 4);
  const text = `${treatment.name}: ${day(new Date(treatment.from).toISOString())} to ${day(new Date(treatment.to).toISOString())}${months}`;
  return draw("g", { class: "drug" }, draw("title", {}, text),
    draw("rect", { x: left, y: y - 12, width: right - left, height: 14, rx: 3 }),
    ...treatment.doses.map(at => draw("line", { x1: x(at), x2: x(at), y1: y - 12, y2: y + 2 })));
}

function lane(lab, points, x, top) {
  const highest = Math.max(lab.least, ...points.map(point => point.value)) * 1.15;
  const y = value => top + LANE - 12 - value / highest * (LANE - 20);
  return draw("g", { class: "lab" }, label(lab.name, top + LANE / 2),
    ...lab.lines.flatMap((value, n) => [
      draw("line", { x1: LEFT, x2: WIDTH - RIGHT, y1: y(value), y2: y(value), class: "limit" }),
      draw("text", { x: n % 2 === 0 ? LEFT - 6 : WIDTH - RIGHT + 6, y: y(value) + 3, class: "tick", "text-anchor": n % 2 === 0 ? "end" : "start" }, String(value))]),
    ...points.map(point => draw("g", {}, draw("title", {}, `${lab.name} ${point.comparator}${point.value}, ${day(new Date(point.at).toISOString())}`),
      draw("circle", { cx: x(point.at), cy: y(point.value), r: 4 }),
      draw("text", { x: x(point.at) - 7, y: y(point.value) - 6, class: "value", "text-anchor": "end" }, `${point.comparator}${point.value}`))));
}

/** The drawing, or nothing where there is too little to draw. */
export function timeline(chart, now) {
  const drugs = treatments(chart, now);
  const labs = LABS.map(lab => ({ lab, points: results(chart, lab) })).filter(one => one.points.length > 0);
  const times = [...drugs.map(one => one.from), ...labs.flatMap(one => one.points.map(point => point.at))];
  if (times.length === 0) return false;
  const { x, years } = axis(Math.min(...times, now - YEAR) - YEAR / 12, now);
  const tops = labs.map((one, n) => drugs.length * BAR + 8 + n * LANE);
  const height = drugs.length * BAR + 8 + labs.length * LANE + 18;
  const drawing = draw("svg", { viewBox: `0 0 ${WIDTH} ${height}`, role: "img", "aria-label": "Treatment and laboratory results over time; the tables below say the same", class: "timeline" },
    ...years.flatMap(one => [
      draw("line", { x1: one.x, x2: one.x, y1: 0, y2: height - 16, class: "year" }),
      draw("text", { x: one.x, y: height - 3, class: "tick", "text-anchor": "middle" }, String(one.year))]),
    ...drugs.map((one, n) => draw("g", {}, label(one.name, 18 + n * BAR), bar(one, x, 20 + n * BAR, one.doses.length > 0 ? `, ${one.doses.length} doses` : ""))),
    ...labs.map((one, n) => lane(one.lab, one.points, x, tops[n])));
  return el("div", { class: "drawing", tabindex: "0", role: "group", "aria-label": "Drawing of the chart" }, drawing);
}
