import { prefetch } from "./fhir.js";
import { inVersion } from "./versions.js";
import { record } from "./exchanges.js";

/* CDS Hooks, from the side of the EHR. */

const USER = { prescriber: "Practitioner/demo-prescriber", pharmacist: "Practitioner/demo-pharmacist" };

/** The services this server offers, by hook; the first of each. */
export async function discover() {
  const answer = await fetch("/cds-services", { headers: { Accept: "application/json" } });
  const { services } = await answer.json();
  return new Map(services.toReversed().map(service => [service.hook, service]));
}

async function post(url, body, extra) {
  const request = JSON.stringify(body);
  const started = performance.now();
  const answer = await fetch(url, {
    method: "POST", body: request, headers: { Accept: "application/json", "Content-Type": "application/json" } });
  const response = await answer.text();
  record({ url, request, response, status: answer.status, ms: Math.round(performance.now() - started), ...extra });
  return { status: answer.status, ok: answer.ok, text: response };
}

const collection = resources => ({ resourceType: "Bundle", type: "collection", entry: resources.map(resource => ({ resource })) });

/** The context of each hook this EHR fires. */
const CONTEXTS = {
  "order-select": (orders, version) => ({
    selections: orders.map(order => `MedicationRequest/${order.id}`).slice(-1),
    draftOrders: inVersion(collection(orders), version) }),
  "order-sign": (orders, version) => ({ draftOrders: inVersion(collection(orders), version) }),
  "medication-verify": (orders, version) => ({ order: { resource: inVersion(orders[0], version) } }),
};

async function sent(service, context, ehr, settings) {
  if (settings.delivery !== "prefetch" || settings.fault === "none-sent") return undefined;
  return prefetch(ehr.path, service.prefetch, context);
}

const values = (prefetched, version) => Object.fromEntries(
  prefetched.filter(one => one.value !== undefined).map(one => [one.key, inVersion(one.value, version)]));

/** A UUID of version 4, also on a page that came by http from another machine, where randomUUID is missing. */
const uuid = () => "10000000-1000-4000-8000-100000000000".replace(/[018]/g, digit =>
  (Number(digit) ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> Number(digit) / 4).toString(16));

/** Calls a service about orders; gives {ok, status, cards}. */
export async function call(service, orders, patient, ehr, settings) {
  const context = { userId: USER[settings.role], patientId: patient, ...CONTEXTS[service.hook](orders, settings.version) };
  const prefetched = await sent(service, context, ehr, settings);
  const body = { hook: service.hook, hookInstance: uuid(), context };
  if (settings.fault !== "none-sent") body.fhirServer = ehr.fhirServer;
  if (prefetched) body.prefetch = values(prefetched, settings.version);
  const answer = await post(`/cds-services/${service.id}`, body, { prefetch: prefetched, note: `FHIR ${settings.version}` });
  return { ...answer, cards: answer.ok ? JSON.parse(answer.text).cards ?? [] : [] };
}

/** Tells the service what became of a card; gives whether it took notice. */
export async function feedback(service, entry) {
  const body = { feedback: [{ ...entry, outcomeTimestamp: new Date().toISOString() }] };
  const answer = await post(`/cds-services/${service.id}/feedback`, body, { note: "feedback" });
  return answer.ok;
}
