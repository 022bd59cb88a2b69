package org.pmlguard.fhir;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pmlguard.cdshooks.Call;
import org.pmlguard.cdshooks.PrefetchValue;
import org.pmlguard.cdshooks.Service;
import org.pmlguard.clinical.Chart;
import org.pmlguard.clinical.Gap;
import org.pmlguard.tenant.Tenant;
import tools.jackson.databind.JsonNode;

/**
 * The questions of a call, put to a tenant's FHIR server before the first real call comes: by the same way, with the same
 * words, to the registered server only. Of what it answers nothing is kept but what {@link Heard} says.
 */
public final class Rehearsal implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Gate gate = new Gate();
    private final ChartReader charts = new ChartReader();
    private final Tenant tenant;

    public Rehearsal(Tenant tenant) {
        this.tenant = tenant;
    }

    /**
     * What came of one question.
     *
     * @param failure why there is no answer to it; absent if there is one
     * @param detail the statuses of all attempts, or what kind of failure they were
     * @param rows how many rows came on the first page
     * @param whole whether all was answered that was asked; otherwise only narrower words were understood
     */
    public record Heard(Optional<Gap.Cause> failure, String detail, int rows, boolean whole, Duration took) {}

    /** Whether the server of a call may be asked at all. */
    public boolean isRegistered(Call call) {
        return call.fhir().flatMap(access -> tenant.server(access.server())).isPresent();
    }

    /** The version of FHIR that the server says it speaks; empty if it says none. */
    public Optional<String> version(Call call, List<String> detail) {
        Fetched answer = gate.open(call, tenant, Deadline.in(PATIENCE), attempt -> detail.add(attempt.detail()))
                .get("metadata");
        return answer instanceof Fetched.Resource found
                ? Optional.of(found.tree().path("fhirVersion").asString("")).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    /** Puts the question of one prefetch key. */
    public Heard ask(String key, Service service, Call call) {
        List<String> detail = Collections.synchronizedList(new ArrayList<>());
        Outbound out = gate.open(call, tenant, Deadline.in(PATIENCE), attempt -> detail.add(attempt.detail()));
        long start = System.nanoTime();
        Told told = question(key, service, call)
                .map(out::ask)
                .orElseGet(() -> new Told(new Fetched.Nothing(Gap.Cause.NOT_SENT), true));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        String said = String.join(", ", detail.stream().distinct().toList());
        return switch (told.fetched()) {
            case Fetched.Nothing nothing -> new Heard(Optional.of(nothing.why()), said, 0, told.whole(), took);
            case Fetched.Resource found -> heard(PrefetchValue.of(found.tree()), said, told.whole(), took);
        };
    }

    private static Heard heard(PrefetchValue answer, String said, boolean whole, Duration took) {
        return switch (answer) {
            case PrefetchValue.Found found ->
                new Heard(Optional.empty(), said, found.resources().size(), whole, took);
            case PrefetchValue.Empty empty -> new Heard(Optional.empty(), said, 0, whole, took);
            default -> new Heard(Optional.of(Gap.Cause.UNREADABLE), said, 0, whole, took);
        };
    }

    private static Optional<Phrasings> question(String key, Service service, Call call) {
        return Query.ALL.stream()
                .filter(query -> query.key().equals(key))
                .findFirst()
                .flatMap(query -> service.template(key)
                        .flatMap(template -> template.fill(call))
                        .map(asked -> Phrasings.of(query, asked)));
    }

    /** Reads the whole chart as a call would, at most until the deadline; gives what was missing then. */
    public List<Gap> chart(Service service, Call call, Duration deadline) {
        Chart chart = charts.open(call, service, gate.open(call, tenant, Deadline.in(deadline)))
                .chart();
        return Stream.of(chart.diagnoses(), chart.medications(), chart.labs(), chart.procedures())
                .flatMap(section -> section.gaps().stream())
                .distinct()
                .toList();
    }

    /** The drugs of the patient's orders on file, and the codes they stand for in the site's own words. */
    public List<NamedDrug> orders(Service service, Call call) {
        Outbound out = gate.open(call, tenant, Deadline.in(PATIENCE));
        Fetched answer = question("medicationRequests", service, call)
                .map(out::ask)
                .map(Told::fetched)
                .orElseGet(() -> new Fetched.Nothing(Gap.Cause.NOT_SENT));
        return answer instanceof Fetched.Resource found
                        && PrefetchValue.of(found.tree()) instanceof PrefetchValue.Found rows
                ? NamedDrug.of(orders(rows), rows.resources(), call, out)
                : List.of();
    }

    private static List<JsonNode> orders(PrefetchValue.Found rows) {
        return rows.resources().stream()
                .filter(row ->
                        OrderReader.TYPES.contains(row.path("resourceType").asString("")))
                .toList();
    }

    /** Drops every connection. */
    @Override
    public void close() {
        gate.close();
    }
}
