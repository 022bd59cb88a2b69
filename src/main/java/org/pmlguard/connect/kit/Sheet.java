package org.pmlguard.connect.kit;

import java.util.List;
import java.util.Map;
import org.pmlguard.cdshooks.Discovery;
import org.pmlguard.cdshooks.Service;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an EHR's administrator types in, on one sheet. It holds nothing of any tenant: whoever reaches the server may read it.
 *
 * @param base the address by which EHRs reach this server, without a closing slash
 * @param isPublic whether that address was configured; otherwise it is only how this reader came here
 * @param scopes what an access token needs
 */
public record Sheet(String base, boolean isPublic, List<Entry> services, List<Scopes.Needed> scopes) {

    /** What callers may sign with unless their registration says otherwise. */
    public static final List<String> ALGORITHMS = List.of("ES384", "RS384", "ES256", "RS256", "PS256", "PS384");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public Sheet {
        services = List.copyOf(services);
        scopes = List.copyOf(scopes);
    }

    /**
     * A service with its addresses. A token is made for the exact address it is sent to.
     *
     * @param audience the {@code aud} of tokens for calls
     * @param feedback the address of feedback, and the {@code aud} of its tokens
     */
    public record Entry(Service service, String audience, String feedback) {}

    /** The sheet of these services at an address. */
    public static Sheet of(Discovery discovery, String base, boolean isPublic) {
        return new Sheet(
                base,
                isPublic,
                discovery.services().stream()
                        .map(service -> entry(service, base + "/cds-services/" + service.id()))
                        .toList(),
                Scopes.of(discovery.services()));
    }

    private static Entry entry(Service service, String address) {
        return new Entry(service, address, address + "/feedback");
    }

    /** Where discovery is. */
    public String discovery() {
        return base + "/cds-services";
    }

    /** The prefetch templates, which all services share. */
    public Map<String, String> prefetch() {
        return services.getFirst().service().prefetch();
    }

    /** Whether every service has the same templates. */
    public boolean sharesPrefetch() {
        return services.stream().allMatch(one -> one.service().prefetch().equals(prefetch()));
    }

    /** The same for machines, in UTF-8. */
    public byte[] toJson() {
        ObjectNode all = JSON.createObjectNode()
                .put("name", "PML Guard")
                .put("specification", "CDS Hooks 2.0.1")
                .put("discovery", discovery())
                .put("publicAddressIsConfigured", isPublic);
        ArrayNode list = all.putArray("services");
        services.forEach(one -> list.add(tree(one)));
        ArrayNode first = all.putObject("scopes").putArray("smartV1");
        ArrayNode second = all.withObject("scopes").putArray("smartV2");
        scopes.forEach(scope -> {
            first.add(scope.first());
            second.add(scope.second());
        });
        ArrayNode algorithms = all.putObject("tokens").putArray("algorithms");
        ALGORITHMS.forEach(algorithms::add);
        all.withObject("tokens").put("longestLifeInSeconds", 300).put("timesUsed", 1);
        return JSON.writeValueAsBytes(all);
    }

    private static ObjectNode tree(Entry entry) {
        Service service = entry.service();
        ObjectNode tree = JSON.createObjectNode()
                .put("id", service.id())
                .put("hook", service.hook())
                .put("description", service.description())
                .put("address", entry.audience())
                .put("audience", entry.audience())
                .put("feedback", entry.feedback());
        service.usageRequirements().ifPresent(needs -> tree.put("usageRequirements", needs));
        ObjectNode prefetch = tree.putObject("prefetch");
        service.prefetch().forEach(prefetch::put);
        return tree;
    }
}
