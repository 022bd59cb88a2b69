/* Reading and writing the demo's FHIR server, as the EHR itself does. */

const JSON_TYPE = "application/fhir+json";

export const BASE = "/demo/fhir";

async function ask(url, options = {}) {
  const answer = await fetch(url, { ...options, headers: { Accept: JSON_TYPE, "Content-Type": JSON_TYPE } });
  if (!answer.ok) throw new Error(`FHIR server answered ${answer.status}`);
  return answer.status === 204 ? undefined : answer.json();
}

const resources = bundle => (bundle.entry ?? []).map(entry => entry.resource);

/** Every page of a search, by the server's own links. */
async function searchAll(query) {
  const found = [];
  for (let bundle = await ask(`${BASE}/${query}`); ; ) {
    found.push(...resources(bundle));
    const next = (bundle.link ?? []).find(link => link.relation === "next");
    if (!next) return found;
    bundle = await ask(next.url);
  }
}

const SECTIONS = ["Condition", "MedicationRequest", "MedicationStatement", "MedicationAdministration", "Observation", "Procedure", "ServiceRequest"];

/** The chart of a patient: a list for each type of resource, or the error that its search gave. */
export async function chart(patient) {
  const [who, ...lists] = await Promise.all([
    ask(`${BASE}/Patient/${patient}`),
    ...SECTIONS.map(type => searchAll(`${type}?patient=${patient}&_sort=-date`).catch(error => error)),
  ]);
  return { patient: who, ...Object.fromEntries(SECTIONS.map((type, n) => [type, lists[n]])) };
}

export const create = resource => ask(`${BASE}/${resource.resourceType}`, { method: "POST", body: JSON.stringify(resource) });

export const update = resource => ask(`${BASE}/${resource.resourceType}/${resource.id}`, { method: "PUT", body: JSON.stringify(resource) });

export const remove = reference => ask(`${BASE}/${reference}`, { method: "DELETE" });

const PATIENCE = 800;

/** Puts the context into a prefetch template; undefined if it asks for something this EHR does not have. */
export function resolved(template, context) {
  let complete = true;
  const query = template.replace(/\{\{(?:context\.)?(\w+)}}/g, (token, name) => {
    if (context[name] === undefined) complete = false;
    return encodeURIComponent(context[name] ?? "");
  });
  return complete && !query.includes("{{") ? query.replaceAll("|", "%7C") : undefined;
}

async function prefetchOne(base, key, query) {
  const started = performance.now();
  const ms = () => Math.round(performance.now() - started);
  try {
    const answer = await fetch(`${base}/${query}`, { headers: { Accept: JSON_TYPE }, signal: AbortSignal.timeout(PATIENCE) });
    if (!answer.ok) return { key, query, result: `${answer.status}, left out`, ms: ms() };
    const value = await answer.json();
    return { key, query, value, result: value.resourceType === "Bundle" ? `${value.total ?? resources(value).length} found` : "read", ms: ms() };
  } catch {
    return { key, query, result: `no answer in ${PATIENCE} ms, left out`, ms: ms() };
  }
}

/** Runs the prefetch queries of a service at a base. A query that fails is left out of the call, as the specification says. */
export function prefetch(base, templates, context) {
  const queries = Object.entries(templates ?? {}).map(([key, template]) => [key, resolved(template, context), template]);
  return Promise.all(queries.map(([key, query, template]) => query === undefined
    ? { key, query: template, result: "not supported here, left out" }
    : prefetchOne(base, key, query)));
}
