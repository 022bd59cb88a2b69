package org.pmlguard.fhir;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pmlguard.cdshooks.Call;
import org.pmlguard.cdshooks.PrefetchTemplate;
import org.pmlguard.cdshooks.PrefetchValue;
import org.pmlguard.cdshooks.PrefetchValue.Absent;
import org.pmlguard.cdshooks.PrefetchValue.Empty;
import org.pmlguard.cdshooks.PrefetchValue.Failed;
import org.pmlguard.cdshooks.PrefetchValue.Found;
import org.pmlguard.cdshooks.Service;
import org.pmlguard.clinical.Gap;
import org.pmlguard.clinical.Known;
import tools.jackson.databind.JsonNode;

/**
 * The questions of a service about one patient: what the caller answered beforehand is taken, what it left out is asked of
 * its FHIR server in the same words, at the same time and once.
 */
final class Inquiry {

    private final Call call;
    private final Service service;
    private final Outbound out;
    private final Paging paging;

    Inquiry(Call call, Service service, Outbound out, Limits limits) {
        this.call = call;
        this.service = service;
        this.out = out;
        this.paging = new Paging(out, limits);
    }

    /** The rows that answer each question the service has, or the caller answered unasked. */
    List<Answered> answers() {
        List<Query> queries = Query.ALL.stream()
                .filter(query -> service.prefetch().containsKey(query.key()) || !(sent(query) instanceof Absent))
                .toList();
        Map<Query, Known<List<JsonNode>>> asked =
                Together.all(queries.stream().filter(this::goesOut).toList(), this::answer);
        return queries.stream()
                .map(query -> new Answered(
                        query, Optional.ofNullable(asked.get(query)).orElseGet(() -> answer(query))))
                .toList();
    }

    private boolean goesOut(Query query) {
        return switch (sent(query)) {
            case Absent absent -> true;
            case Empty empty -> false;
            case Failed failed -> false;
            case Found found -> found.next().isPresent() || isAnother(query, found);
        };
    }

    private Known<List<JsonNode>> answer(Query query) {
        return switch (sent(query)) {
            case Absent absent -> asked(query);
            case Empty empty -> Known.read(List.of());
            case Failed failed -> unavailable(query, Gap.Cause.REPORTED_BY_EHR);
            case Found found -> isAnother(query, found) ? asked(query) : rows(query, found);
        };
    }

    private Known<List<JsonNode>> asked(Query query) {
        Optional<String> question = template(query).flatMap(template -> template.fill(call));
        Fetched answer = question.map(out::get).orElseGet(() -> new Fetched.Nothing(Gap.Cause.NOT_SENT));
        return switch (answer) {
            case Fetched.Resource resource -> fetched(query, PrefetchValue.of(resource.tree()));
            case Fetched.Nothing nothing -> unavailable(query, nothing.why());
        };
    }

    private Known<List<JsonNode>> fetched(Query query, PrefetchValue answer) {
        return switch (answer) {
            case Empty empty -> Known.read(List.of());
            case Found found when !isAnother(query, found) -> rows(query, found);
            case Absent absent -> unavailable(query, Gap.Cause.UNREADABLE);
            case Failed failed -> unavailable(query, Gap.Cause.UNREADABLE);
            case Found found -> unavailable(query, Gap.Cause.UNREADABLE);
        };
    }

    /** Whether it answers another question: there is something, and nothing of it is what was asked for. */
    private static boolean isAnother(Query query, Found found) {
        return !found.resources().isEmpty() && found.resources().stream().noneMatch(query::isAnsweredBy);
    }

    private Known<List<JsonNode>> rows(Query query, Found first) {
        Set<Gap.Cause> missing = new LinkedHashSet<>();
        List<JsonNode> resources = paging.collect(first, missing);
        return new Known.Read<>(
                resources,
                missing.stream().map(why -> Gap.in(query.section(), why)).toList());
    }

    private PrefetchValue sent(Query query) {
        return call.prefetch().value(query.key());
    }

    private Optional<PrefetchTemplate> template(Query query) {
        return service.template(query.key());
    }

    private static Known<List<JsonNode>> unavailable(Query query, Gap.Cause why) {
        return Known.unavailable(Gap.in(query.section(), why));
    }
}
