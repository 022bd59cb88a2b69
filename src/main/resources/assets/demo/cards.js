import { el, fill, mark } from "./dom.js";

/* Cards as EHRs show them. */

const markdown = globalThis.markdownit({ html: false, linkify: true }).disable("image");

/** GitHub Markdown as elements. HTML in it is shown as text: markdown-it writes only what Markdown itself can say. */
function formatted(text) {
  const parsed = new DOMParser().parseFromString(markdown.render(text), "text/html");
  parsed.querySelectorAll("a").forEach(link => {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  });
  return [...parsed.body.childNodes].map(node => document.adoptNode(node));
}

const outside = (url, label) => el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, label);

const isWeb = url => /^https?:\/\//.test(url ?? "");

function source({ label, url, topic }) {
  return el("p", { class: "quiet small" }, "From ", isWeb(url) ? outside(url, label) : label, topic?.display && topic.display !== label ? ` · ${topic.display}` : "");
}

function links(card) {
  const shown = (card.links ?? []).filter(link => isWeb(link.url));
  return shown.length > 0 && el("p", { class: "small" }, ...shown.flatMap((link, n) => [n > 0 && " · ", outside(link.url, link.label)]));
}

function suggestions(card, acts) {
  const button = suggestion => el("button", {
    type: "button", class: suggestion.isRecommended ? "button" : "button plain", click: () => acts.accept(card, suggestion) }, suggestion.label);
  return (card.suggestions ?? []).length > 0 && el("div", { class: "choices", role: "group", "aria-label": "Suggestions" }, ...card.suggestions.map(button));
}

let forms = 0;

function override(card, acts) {
  if (!card.uuid) return false;
  const name = `reason-${++forms}`;
  const reasons = (card.overrideReasons ?? []).map((reason, n) => el("label", {},
    el("input", { type: "radio", name, value: String(n), required: true }), " ", reason.display));
  const comment = el("input", { type: "text", name: "comment", maxlength: "200" });
  const send = event => {
    event.preventDefault();
    const chosen = event.target.elements[name]?.value;
    acts.override(card, card.overrideReasons?.[Number(chosen)], comment.value.trim());
  };
  return el("details", { class: "override" }, el("summary", {}, "Override"),
    el("form", { submit: send },
      reasons.length > 0 && el("fieldset", {}, el("legend", {}, "Why?"), ...reasons),
      el("label", { class: "stacked" }, "Comment (optional)", comment),
      el("button", { type: "submit", class: "button plain" }, "Override this card")));
}

/** One card; {@code acts} is what its buttons do. */
export function cardOf(card, acts) {
  return el("article", { class: `cds-card ${card.indicator}` },
    el("header", {}, mark(card.indicator), el("h4", {}, card.summary)),
    card.detail && el("div", { class: "detail" }, ...formatted(card.detail)),
    suggestions(card, acts), override(card, acts), links(card), source(card.source));
}

/** The same, done with: what became of it in place of the choices. */
export function answered(element, outcome) {
  element.classList.add("answered");
  element.querySelectorAll(".choices, .override").forEach(part => part.remove());
  const said = el("p", { class: "outcome", role: "status" });
  element.querySelector("header").after(said);
  fill(said, outcome);
}
