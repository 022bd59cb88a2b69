import { day, el } from "./dom.js";
import { timeline } from "./timeline.js";

/* The chart as a prescriber sees it. */

const text = concept => concept?.text ?? concept?.coding?.[0]?.display ?? concept?.coding?.[0]?.code ?? "";

const amount = quantity => quantity ? `${quantity.comparator ?? ""}${quantity.value} ${quantity.unit ?? ""}`.trim() : "";

const since = resource => resource.onsetDateTime ?? resource.performedDateTime ?? resource.authoredOn ?? resource.effectiveDateTime ?? resource.effectivePeriod?.start;

const age = (birth, today) => Math.floor((new Date(today) - new Date(birth)) / (365.25 * 24 * 3600 * 1000));

const SHOWN = 6;

function part(title, found, columns, empty) {
  if (!Array.isArray(found)) {
    return el("section", { class: "part" }, el("h3", {}, title), el("p", { class: "failed" }, `Could not be read: ${found.message}.`));
  }
  const rows = found.slice(0, SHOWN).map(resource => el("tr", {}, ...columns.map(([name, value, kind]) =>
    el("td", { class: kind, "data-label": name }, value(resource)))));
  return el("section", { class: "part" }, el("h3", {}, title, " ", el("span", { class: "quiet small" }, found.length > SHOWN ? `${SHOWN} newest of ${found.length}` : "")),
    rows.length === 0 ? el("p", { class: "quiet small" }, empty)
      : el("table", {}, el("thead", {}, el("tr", {}, ...columns.map(([name, , kind]) => el("th", { scope: "col", class: kind }, name)))), el("tbody", {}, ...rows)));
}

const drug = resource => text(resource.medicationCodeableConcept);

function medicines(chart) {
  const failed = ["MedicationRequest", "MedicationStatement"].map(type => chart[type]).find(found => !Array.isArray(found));
  return failed ?? [...chart.MedicationRequest, ...chart.MedicationStatement];
}

const value = result => amount(result.valueQuantity) || text(result.valueCodeableConcept) || result.valueString || "";

/** Who it is: the line above the chart. */
export function who(patient, today) {
  const name = `${patient.name[0].given.join(" ")} ${patient.name[0].family}`;
  return [el("h2", { id: "chart-title", tabindex: "-1" }, name),
    el("p", { class: "quiet" }, `${age(patient.birthDate, today)} years, ${patient.gender}, born ${day(patient.birthDate)}`)];
}

/** All of it: the drawing, then the tables. */
export function chartOf(chart, today) {
  return [timeline(chart, Date.parse(today)),
    el("div", { class: "parts" },
      part("Problems", chart.Condition, [["Problem", one => text(one.code)], ["Since", one => day(since(one)), "date"]], "No problem is on file."),
      part("Laboratory", chart.Observation, [["Test", one => text(one.code)], ["Result", value, "number"], ["Date", one => day(since(one)), "date"]], "No result is on file."),
      part("Medicines", medicines(chart), [["Medicine", drug], ["Status", one => one.status], ["Since", one => day(since(one)), "date"]], "No medicine is on file."),
      part("Given", chart.MedicationAdministration, [["Medicine", drug], ["Date", one => day(since(one)), "date"]], "No dose given here is on file."),
      part("Tests ordered", chart.ServiceRequest, [["Order", one => text(one.code)], ["Status", one => one.status], ["Date", one => day(since(one)), "date"]], "No test is ordered."))];
}
