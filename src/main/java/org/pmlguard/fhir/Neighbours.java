package org.pmlguard.fhir;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.pmlguard.cdshooks.Call;
import org.pmlguard.cdshooks.Context;
import org.pmlguard.cdshooks.Draft;
import org.pmlguard.cdshooks.FhirAccess;
import tools.jackson.databind.JsonNode;

/** What came with a call and may be pointed at: it is looked through before anybody is asked. */
final class Neighbours {

    private static final Set<String> POINTED_AT = Set.of("Medication", "Substance", "Condition");
    private static final Fact CONTAINED = Fact.at("contained");

    private final Map<String, JsonNode> byName = new HashMap<>();
    private final Optional<String> base;

    private Neighbours(Optional<String> base) {
        this.base = base;
    }

    /** The orders of a call with what accompanies them, its prefetch, and more. */
    static Neighbours of(Call call, List<JsonNode> more) {
        Neighbours neighbours = new Neighbours(
                call.fhir().map(FhirAccess::server).map(server -> server.endsWith("/") ? server : server + "/"));
        if (call.context() instanceof Context.Orders orders) {
            orders.bundle().forEach(neighbours::add);
        }
        Stream.concat(call.prefetch().everything(), more.stream()).forEach(neighbours::add);
        return neighbours;
    }

    /** Makes more resources known. */
    void meet(Stream<JsonNode> more) {
        more.forEach(this::add);
    }

    /** What an address stands for in the resource that holds it. */
    Optional<JsonNode> find(String address, JsonNode from) {
        if (address.startsWith("#")) {
            return CONTAINED.in(from).stream()
                    .filter(inner -> ("#" + inner.path("id").asString("")).equals(address))
                    .findFirst();
        }
        return Optional.ofNullable(byName.get(address))
                .or(() -> typed(address).map(name -> byName.get(name.toString())));
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

    private void add(Draft draft) {
        draft.fullUrl().ifPresent(url -> byName.putIfAbsent(url, draft.resource()));
        add(draft.resource());
    }

    private void add(JsonNode resource) {
        String id = resource.path("id").asString("");
        if (!id.isEmpty() && POINTED_AT.contains(resource.path("resourceType").asString(""))) {
            byName.putIfAbsent(TypedId.nameOf(resource), resource);
            byName.putIfAbsent("urn:uuid:" + id, resource);
        }
    }
}
