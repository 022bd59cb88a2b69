package org.pmlguard.fhir;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The questions of a service about one patient: what the caller answered beforehand is taken, what it left out is asked of
 * its FHIR server in the same words, at the same time and once.
 */
final class Inquiry {

    private static final Logger LOG = LoggerFactory.getLogger(Inquiry.class);

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
        Told answer = template(query)
                .flatMap(template -> template.fill(call))
                .map(question -> out.ask(Phrasings.of(query, question)))
                .orElseGet(() -> new Told(new Fetched.Nothing(Gap.Cause.NOT_SENT), true));
        return switch (answer.fetched()) {
            case Fetched.Resource resource ->
                narrowed(query, answer.whole(), fetched(query, PrefetchValue.of(resource.tree())));
            case Fetched.Nothing nothing -> unavailable(query, nothing.why());
        };
    }

    /** An answer to less than the question is a part of the answer. */
    private static Known<List<JsonNode>> narrowed(Query query, boolean whole, Known<List<JsonNode>> known) {
        return whole || !(known instanceof Known.Read<List<JsonNode>> read)
                ? known
                : new Known.Read<>(
                        read.value(),
                        Stream.concat(read.missing().stream(), Stream.of(Gap.in(query.section(), Gap.Cause.INCOMPLETE)))
                                .distinct()
                                .toList());
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
        List<JsonNode> kept =
                resources.stream().filter(row -> !query.isMisplaced(row)).toList();
        if (kept.size() < resources.size()) {
            LOG.warn("Discarded {} resources that do not answer {}", resources.size() - kept.size(), query.key());
            missing.add(Gap.Cause.INCOMPLETE);
        }
        return new Known.Read<>(
                kept, missing.stream().map(why -> Gap.in(query.section(), why)).toList());
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
