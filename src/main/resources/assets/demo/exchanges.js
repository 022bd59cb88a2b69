import { byId, el } from "./dom.js";

/* The developer pane: every CDS Hooks exchange as it went over the wire, newest first. */

const KEPT = 20;

const size = text => text.length > 1024 ? `${(text.length / 1024).toFixed(1)} kB` : `${text.length} B`;

const body = (title, text) => el("details", {}, el("summary", {}, `${title} · ${size(text)}`), el("pre", { class: "json", tabindex: "0" }, text));

const pretty = text => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
};

function prefetchTable(prefetch) {
  const row = one => el("tr", {},
    el("th", { scope: "row", class: "mono" }, one.key),
    el("td", { class: "mono", "data-label": "Query" }, one.query),
    el("td", { "data-label": "Result" }, one.result),
    el("td", { class: "number", "data-label": "ms" }, one.ms === undefined ? "" : String(one.ms)));
  return el("details", {}, el("summary", {}, `Prefetch · ${prefetch.length} queries by this EHR`),
    el("table", { class: "stack" },
      el("thead", {}, el("tr", {}, ...["Key", "Query", "Result"].map(title => el("th", { scope: "col" }, title)), el("th", { scope: "col", class: "number" }, "ms"))),
      el("tbody", {}, ...prefetch.map(row))));
}

/** Writes down one exchange: {title, url, status, ms, request, response, prefetch}. */
export function record(exchange) {
  const list = byId("exchanges");
  byId("no-exchanges").hidden = true;
  const failed = exchange.status >= 400 || exchange.status === 0;
  list.prepend(el("li", { class: "exchange" },
    el("p", {},
      el("strong", { class: "mono" }, `POST ${exchange.url}`), " ",
      el("span", { class: failed ? "tag bad" : "tag" }, exchange.status === 0 ? "no answer" : String(exchange.status)), " ",
      el("span", { class: "quiet small" }, `${exchange.ms} ms · ${exchange.note}`)),
    exchange.prefetch && prefetchTable(exchange.prefetch),
    body("Request", pretty(exchange.request)),
    body("Response", exchange.response ? pretty(exchange.response) : "(empty)")));
  while (list.children.length > KEPT) list.lastElementChild.remove();
}
