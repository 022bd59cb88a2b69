/** Makes an element. Attributes are set, handlers (functions) listen, the rest becomes children; text stays text. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== undefined && value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter(child => child !== undefined && child !== null && child !== false));
  return element;
}

export const byId = id => document.getElementById(id);

/** Exchanges all that is in an element. */
export function fill(element, ...children) {
  element.replaceChildren(...children.flat().filter(Boolean));
}

const SVG = "http://www.w3.org/2000/svg";

/** An element of a drawing. */
export function draw(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  element.append(...children);
  return element;
}

const SHAPES = {
  critical: ["M5 1.5h6L14.5 5v6L11 14.5H5L1.5 11V5z", "M8 4.5v4.500M8 11v.6"],
  warning: ["M8 1.8 15 14H1z", "M8 6.2v3.600M8 11.4v.6"],
  info: ["M8 1.5a6.5 6.5 0 1 0 .01 0z", "M8 7.2v4M8 4.5v.6"],
};

/** Icon, word and colour of an indicator: never colour alone. */
export function mark(indicator) {
  const icon = draw("svg", { viewBox: "0 0 16 16", fill: "none", stroke: "currentColor", "stroke-width": "1.6", "aria-hidden": "true" },
    ...(SHAPES[indicator] ?? SHAPES.info).map(d => draw("path", { d })));
  return el("span", { class: `mark ${indicator}` }, icon, el("span", {}, indicator));
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A FHIR date as people write it: day, month, year; as much of it as there is. */
export function day(text) {
  const [year, month, date] = (text ?? "").slice(0, 10).split("-");
  return [date && Number(date), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(" ");
}
