package org.pmlguard.fhir;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pmlguard.cdshooks.Call;
import org.pmlguard.cdshooks.Service;
import org.pmlguard.clinical.Chart;
import org.pmlguard.clinical.Known;
import org.pmlguard.clinical.MedicationUse;
import org.pmlguard.clinical.Section;

/**
 * The record of a call's patient, opened as far as it is needed: each question is asked once, those of one step at the same
 * time. It belongs to one call and one thread.
 */
public final class PatientRecord {

    private final Call call;
    private final Service service;
    private final Outbound out;
    private final Limits limits;
    private final Set<Section> asked = EnumSet.noneOf(Section.class);
    private final List<Answered> answers = new ArrayList<>();
    private @Nullable FhirVersion version;

    PatientRecord(Call call, Service service, Outbound out, Limits limits) {
        this.call = call;
        this.service = service;
        this.out = out;
        this.limits = limits;
    }

    /** The medication history alone; the rest stays closed. */
    public Known<List<MedicationUse>> medications() {
        ask(EnumSet.of(Section.MEDICATIONS));
        return ChartReader.medications(call, answers, out);
    }

    /** All of it. */
    public Chart chart() {
        ask(EnumSet.allOf(Section.class));
        return ChartReader.read(call, answers, out);
    }

    /** The FHIR version in which the caller speaks, as far as the call and what was read so far show it. */
    public FhirVersion version() {
        FhirVersion known = version;
        if (known == null) {
            known = VersionSigns.of(
                    call,
                    answers.stream()
                            .flatMap(Answered::all)
                            .limit(VersionSigns.MOST_ROWS)
                            .toList());
            version = known;
        }
        return known;
    }

    /** What the caller sent beforehand was looked at before; only what was fetched may tell more. */
    private void lookAgain() {
        if (call.prefetch().everything().limit(VersionSigns.MOST_ROWS).count() < VersionSigns.MOST_ROWS) {
            version = null;
        }
    }

    private void ask(Set<Section> wanted) {
        Set<String> keys = Query.ALL.stream()
                .filter(query -> wanted.contains(query.section()) && !asked.contains(query.section()))
                .map(Query::key)
                .collect(Collectors.toUnmodifiableSet());
        if (!keys.isEmpty()) {
            answers.addAll(
                    new Inquiry(call.withPrefetch(call.prefetch().only(keys)), asking(keys), out, limits).answers());
            asked.addAll(wanted);
            lookAgain();
        }
    }

    /** The service with these of its questions, in the words of the caller's FHIR version. */
    private Service asking(Set<String> keys) {
        FhirVersion version = version();
        Map<String, String> templates = new LinkedHashMap<>();
        service.prefetch().forEach((key, template) -> {
            if (keys.contains(key)) {
                templates.put(key, version.query(template));
            }
        });
        return templates.equals(service.prefetch()) ? service : service.withPrefetch(templates);
    }
}
