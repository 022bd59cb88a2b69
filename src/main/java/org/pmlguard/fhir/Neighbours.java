package org.pmlguard.fhir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pmlguard.cdshooks.Call;
import org.pmlguard.cdshooks.Context;
import org.pmlguard.cdshooks.Draft;
import org.pmlguard.cdshooks.FhirAccess;
import tools.jackson.databind.JsonNode;

/** What came with a call and may be pointed at: it is looked through before anybody is asked. */
final class Neighbours {

    private static final Set<String> POINTED_AT = Set.of("Medication", "Substance", "Condition");
    private static final Fact CONTAINED = Fact.at("contained");

    private final Optional<String> base;
    private final Call call;
    private final List<JsonNode> more;
    /** Filled when something is looked for: most rows say themselves what they mean. */
    private @Nullable Map<String, JsonNode> byName;

    private Neighbours(Optional<String> base, Call call, List<JsonNode> more) {
        this.base = base;
        this.call = call;
        this.more = new ArrayList<>(more);
    }

    /** The orders of a call with what accompanies them, its prefetch, and more. */
    static Neighbours of(Call call, List<JsonNode> more) {
        return new Neighbours(
                call.fhir().map(FhirAccess::server).map(server -> server.endsWith("/") ? server : server + "/"),
                call,
                more);
    }

    /** Makes more resources known. */
    void meet(Stream<JsonNode> more) {
        more.forEach(this.more::add);
        byName = null;
    }

    private Map<String, JsonNode> byName() {
        Map<String, JsonNode> known = byName;
        if (known == null) {
            known = new HashMap<>();
            gather(known);
            byName = known;
        }
        return known;
    }

    private void gather(Map<String, JsonNode> found) {
        if (call.context() instanceof Context.Orders orders) {
            orders.bundle().forEach(draft -> add(draft, found));
        }
        Stream.concat(call.prefetch().everything(), more.stream()).forEach(resource -> add(resource, found));
    }

    /** What an address stands for in the resource that holds it. */
    Optional<JsonNode> find(String address, JsonNode from) {
        if (address.startsWith("#")) {
            return CONTAINED.in(from).stream()
                    .filter(inner -> ("#" + inner.path("id").asString("")).equals(address))
                    .findFirst();
        }
        return Optional.ofNullable(byName().get(address))
                .or(() -> typed(address).map(name -> byName().get(name.toString())));
    }

    /**
     * The name an address has on the caller's server; empty if it lies elsewhere. The comparison decides what is meant,
     * never where to connect.
     */
    Optional<TypedId> typed(String address) {
        if (!address.contains("://")) {
            return TypedId.of(address);
        }
        return base.filter(address::startsWith).flatMap(prefix -> TypedId.of(address.substring(prefix.length())));
    }

    private static void add(Draft draft, Map<String, JsonNode> found) {
        draft.fullUrl().ifPresent(url -> found.putIfAbsent(url, draft.resource()));
        add(draft.resource(), found);
    }

    private static void add(JsonNode resource, Map<String, JsonNode> found) {
        String id = resource.path("id").asString("");
        if (!id.isEmpty() && POINTED_AT.contains(resource.path("resourceType").asString(""))) {
            found.putIfAbsent(TypedId.nameOf(resource), resource);
            found.putIfAbsent("urn:uuid:" + id, resource);
        }
    }
}
