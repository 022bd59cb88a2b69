/* FHIR R4 resources in the shape of another version: the elements that PML Guard reads, not a full conversion. */

const code = concept => concept?.coding?.[0]?.code;

const renamed = (resource, from, to, change = value => value) => {
  if (!(from in resource)) return resource;
  const { [from]: value, ...rest } = resource;
  return { ...rest, [to]: change(value) };
};

const R5 = {
  MedicationRequest: order => renamed(order, "medicationCodeableConcept", "medication", concept => ({ concept })),
  MedicationStatement: use => renamed({ ...use, status: "recorded" }, "medicationCodeableConcept", "medication", concept => ({ concept })),
  MedicationAdministration: dose => renamed(
    renamed(dose, "medicationCodeableConcept", "medication", concept => ({ concept })), "effectiveDateTime", "occurenceDateTime"),
};

const withoutEmpty = object => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

const STU3 = {
  Condition: condition => withoutEmpty({
    ...condition, clinicalStatus: code(condition.clinicalStatus), verificationStatus: code(condition.verificationStatus) }),
  MedicationRequest: order => withoutEmpty({ ...order, dosageInstruction: order.dosageInstruction?.map(
    ({ doseAndRate, ...dosage }) => withoutEmpty({ ...dosage, doseQuantity: doseAndRate?.[0]?.doseQuantity })) }),
  MedicationStatement: use => ({ ...use, taken: "y" }),
};

const SHAPES = { R4: {}, R5, STU3 };

const reshaped = (resource, shapes) => (shapes[resource.resourceType] ?? (same => same))(resource);

/** A resource, or a Bundle of them, in the shape of a version: R4, R5 or STU3. */
export function inVersion(resource, version) {
  const shapes = SHAPES[version];
  if (resource.resourceType !== "Bundle") return reshaped(resource, shapes);
  return { ...resource, entry: (resource.entry ?? []).map(entry => ({ ...entry, resource: reshaped(entry.resource, shapes) })) };
}

/** What an R4 server takes of an order that a service wrote in any version: its suggestions are created here. */
export function asR4(resource) {
  const order = resource.resourceType === "ProcedureRequest" ? { ...resource, resourceType: "ServiceRequest" } : resource;
  return order.code?.concept ? { ...order, code: order.code.concept } : withReasons(order);
}

const withReasons = ({ reason, ...order }) => reason ? { ...order, reasonCode: reason.map(one => one.concept).filter(Boolean) } : order;
