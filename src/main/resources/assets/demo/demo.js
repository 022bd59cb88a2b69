import { byId, el, fill } from "./dom.js";
import { chart, create, remove, update } from "./fhir.js";
import { chartOf, who } from "./chart.js";
import { answered, cardOf } from "./cards.js";
import { call, discover, feedback } from "./hooks.js";
import { asR4 } from "./versions.js";

/* The demo EHR: which patient is open, what is ordered, and what the hooks said. */

const RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
const narrow = matchMedia("(max-width: 60rem)");

const desk = { patient: undefined, chart: undefined, drafts: [], drawn: 0 };
let setting, services;

const settings = () => Object.fromEntries(new FormData(byId("settings")));
const ehr = ({ fault }) => setting.ehrs[fault] ?? setting.ehrs.none;
const drugOf = order => order.medicationCodeableConcept.text;

const say = (...words) => fill(byId("said"), ...words);
const clearCards = () => fill(byId("cards"));

/** Runs one thing at a time, so that no answer lands in another patient's chart. What goes wrong is said, not swallowed. */
async function busy(work) {
  if (document.body.hasAttribute("aria-busy")) return;
  document.body.setAttribute("aria-busy", "true");
  try {
    await work();
  } catch (error) {
    say(`That did not work: ${error.message}.`);
  } finally {
    document.body.removeAttribute("aria-busy");
  }
}

/* The chart. */

async function show() {
  desk.chart = await chart(desk.patient);
  fill(byId("who"), ...who(desk.chart.patient, setting.today));
  fill(byId("chart"), ...chartOf(desk.chart, setting.today));
  showNewest();
  showOrders();
}

/** A narrow window shows the end of the drawing, which is now. */
function showNewest() {
  const drawing = document.querySelector(".drawing");
  if (drawing) drawing.scrollLeft = drawing.scrollWidth;
}

async function open(id) {
  Object.assign(desk, { patient: id, drafts: [] });
  document.querySelectorAll("[data-patient]").forEach(button => button.setAttribute("aria-pressed", String(button.dataset.patient === id)));
  clearCards();
  say();
  byId("search").value = "";
  byId("nobody").hidden = true;
  byId("work").hidden = false;
  if (narrow.matches) {
    byId("patients").open = false;
    byId("how").open = false;
  }
  await show();
  showProducts();
  history.replaceState(null, "", `#${id}`);
  if (narrow.matches) byId("chart-title").focus();
}

/* Ordering. */

const story = () => setting.cast.patients.find(patient => patient.id === desk.patient);

function matching(words) {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return setting.formulary.products.filter(product => wanted.every(word => `${product.name} ${product.words}`.toLowerCase().includes(word)));
}

function showProducts() {
  const words = byId("search").value.trim();
  const usual = setting.formulary.products.filter(product => product.id === story()?.order);
  const found = words === "" ? usual : matching(words).slice(0, 8);
  const button = product => el("li", {}, el("button", { type: "button", class: "product", click: () => busy(() => select(product)) }, product.name));
  fill(byId("products"), ...found.map(button));
  byId("products-note").textContent = found.length === 0 ? "Nothing in this formulary fits." : words === "" ? "Suggested for this story. Or search." : "";
}

function orderFor(product) {
  const drug = product.rxnorm === "" ? { text: product.name }
    : { coding: [{ system: RXNORM, code: product.rxnorm, display: product.name }], text: product.name };
  return { resourceType: "MedicationRequest", id: `draft-${++desk.drawn}`, status: "draft", intent: "order", medicationCodeableConcept: drug,
    subject: { reference: `Patient/${desk.patient}` }, authoredOn: setting.today };
}

async function select(product) {
  desk.drafts = [...desk.drafts, orderFor(product)];
  byId("search").value = "";
  showProducts();
  showOrders();
  await fire("order-select", desk.drafts);
}

async function sign() {
  const { cards } = await fire("order-sign", desk.drafts);
  if (cards.length === 0) await signed();
  else offerToGoOn("Sign anyway", signed);
}

async function signed() {
  const names = desk.drafts.map(drugOf).join(", ");
  await Promise.all(desk.drafts.map(({ id, ...order }) => create({ ...order, status: "active" })));
  desk.drafts = [];
  clearCards();
  await show();
  say(el("strong", {}, "Signed. "), `${names} is now in the chart.`);
}

async function verify(order) {
  const { cards } = await fire("medication-verify", [order]);
  if (cards.length > 0) offerToGoOn("Verify anyway", verified);
  else verified();
}

function verified() {
  clearCards();
  say(el("strong", {}, "Verified. "), "The order goes on to be dispensed.");
}

function offerToGoOn(label, goOn) {
  byId("cards").append(el("div", { class: "choices go-on" },
    el("button", { type: "button", class: "button plain", click: () => busy(goOn) }, label),
    el("span", { class: "quiet small" }, "A card never blocks: who signs decides.")));
}

/* The list of orders, for who signs and for who verifies. */

const drop = draft => {
  desk.drafts = desk.drafts.filter(other => other.id !== draft.id);
  clearCards();
  say();
  showOrders();
};

const row = (order, ...buttons) => el("li", { class: "order" }, el("span", {}, drugOf(order)), el("span", { class: "choices" }, ...buttons));

function draftRows() {
  return desk.drafts.map(draft => row(draft, el("button", { type: "button", class: "button plain", click: () => drop(draft) }, "Remove")));
}

function activeRows() {
  const active = Array.isArray(desk.chart.MedicationRequest) ? desk.chart.MedicationRequest.filter(order => order.status === "active") : [];
  return active.map(order => row(order, el("button", { type: "button", class: "button", click: () => busy(() => verify(order)) }, "Verify")));
}

function showOrders() {
  const pharmacist = settings().role === "pharmacist";
  byId("ordering").hidden = pharmacist;
  byId("sign").hidden = pharmacist;
  byId("sign").disabled = desk.drafts.length === 0;
  byId("orders-title").textContent = pharmacist ? "Orders to verify" : "Orders to sign";
  const rows = pharmacist ? activeRows() : draftRows();
  const none = pharmacist ? "No active order. Sign one as the prescriber first." : "None yet. Choose a medicine above.";
  fill(byId("orders"), ...(rows.length > 0 ? rows : [el("li", { class: "quiet small" }, none)]));
}

/* Hooks and cards. */

const QUIET = { "order-select": "Nothing to say about this choice.", "order-sign": "Nothing to say.", "medication-verify": "Nothing to say." };

async function fire(hook, orders) {
  const service = services.get(hook);
  clearCards();
  if (!service) {
    say(`This server offers no service for ${hook}.`);
    return { cards: [] };
  }
  say(el("span", { class: "quiet" }, `Asking ${service.id} …`));
  const answer = await call(service, orders, desk.patient, ehr(settings()), settings());
  if (!answer.ok) throw new Error(`${service.id} answered ${answer.status}`);
  const words = answer.cards.length === 0 ? QUIET[hook] : answer.cards.length === 1 ? "1 card" : `${answer.cards.length} cards`;
  say(el("span", { class: "mono small" }, hook), ` ${words}`);
  answer.cards.forEach(card => {
    const element = cardOf(card, { accept: (...choice) => busy(() => accept(service, element, ...choice)), override: (...choice) => busy(() => override(service, element, ...choice)) });
    byId("cards").append(element);
  });
  return answer;
}

/** Does what an action says. Drafts live on this page, everything else on the FHIR server. */
async function act(action) {
  const reference = typeof action.resourceId === "string" ? action.resourceId : action.resourceId?.[0];
  const isDraft = desk.drafts.some(draft => `MedicationRequest/${draft.id}` === reference);
  if (action.type === "create") return create({ ...asR4(action.resource), status: "active" });
  if (action.type === "delete" && !isDraft) return remove(reference);
  if (action.type === "delete") desk.drafts = desk.drafts.filter(draft => `MedicationRequest/${draft.id}` !== reference);
  const changed = desk.drafts.some(draft => draft.id === action.resource?.id);
  if (action.type === "update" && !changed) return update(asR4(action.resource));
  if (action.type === "update") desk.drafts = desk.drafts.map(draft => draft.id === action.resource.id ? action.resource : draft);
  return undefined;
}

async function accept(service, element, card, suggestion) {
  for (const action of suggestion.actions ?? []) await act(action);
  await show();
  const told = suggestion.uuid && await feedback(service, { card: card.uuid, outcome: "accepted", acceptedSuggestions: [{ id: suggestion.uuid }] });
  answered(element, `Done: ${suggestion.label}.${heard(told)}`);
  if (desk.drafts.length === 0) document.querySelector(".go-on")?.remove();
}

async function override(service, element, card, reason, comment) {
  const overrideReason = { ...(reason && { reason: { code: reason.code, system: reason.system } }), ...(comment && { userComment: comment }) };
  const entry = { card: card.uuid, outcome: "overridden", ...(Object.keys(overrideReason).length > 0 && { overrideReason }) };
  const told = await feedback(service, entry);
  answered(element, `Overridden${reason ? `: ${reason.display}` : ""}.${remembered(told, reason)}${heard(told)}`);
}

const remembered = (told, reason) => told && reason
  ? " From now on PML Guard may keep quiet about it, until something in the record changes." : "";

const heard = told => told === false ? " (The server could not record this.)" : "";

/* Settings. */

function offerRoles() {
  const offered = services.has("medication-verify");
  byId("pharmacist").disabled = !offered;
  byId("role-note").textContent = offered ? "" : "This server offers no medication-verify.";
}

const NOTES = {
  "labs-down": "Every search for laboratory results gives an error, to this page and to PML Guard.",
  slow: "The EHR takes 2.5 seconds for each search; nobody waits so long.",
  "none-sent": "No prefetch and no FHIR server: PML Guard gets the order and nothing else.",
  "wrong-patient": "The EHR answers with the record of somebody else.",
};

function showNotes() {
  const { fault, version, delivery } = settings();
  const shape = version === "R4" ? "" : delivery === "fetch"
    ? `The order is sent as ${version}; what PML Guard fetches stays R4, as /demo/fhir is.`
    : `The order and the prefetch are sent in the shape of ${version}.`;
  byId("setting-note").textContent = [NOTES[fault], shape].filter(Boolean).join(" ");
}

async function reset() {
  await fetch("/demo/reset", { method: "POST" });
  byId("settings").reset();
  showNotes();
  if (desk.patient) await open(desk.patient);
  say("Every chart is as it was.");
}

async function start() {
  [setting, services] = await Promise.all([fetch("/demo/setting.json").then(answer => answer.json()), discover()]);
  offerRoles();
  document.querySelectorAll("[data-patient]").forEach(button => button.addEventListener("click", () => busy(() => open(button.dataset.patient))));
  byId("search").addEventListener("input", showProducts);
  byId("sign").addEventListener("click", () => busy(sign));
  byId("put-back").addEventListener("click", () => busy(reset));
  byId("settings").addEventListener("change", () => {
    showNotes();
    clearCards();
    say();
    if (desk.chart) showOrders();
  });
  byId("settings").addEventListener("submit", event => event.preventDefault());
  byId("search-form").addEventListener("submit", event => event.preventDefault());
  showNotes();
  const linked = location.hash.slice(1);
  if (setting.cast.patients.some(patient => patient.id === linked)) await open(linked);
  document.body.dataset.ready = "true";
}

busy(start);
