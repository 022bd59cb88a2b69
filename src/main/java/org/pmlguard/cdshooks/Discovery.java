package org.pmlguard.cdshooks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What {@code GET {baseUrl}/cds-services} answers: the service definitions as they stand (2.0.1, Discovery).
 *
 * <p>The specification lets several hooks share an id; the reference client then calls only the last of them, so an id
 * may stand once here.
 */
public final class Discovery {

    private final List<Service> services;
    private final byte[] json;

    /**
     * Takes the text of each service definition.
     *
     * @throws IllegalArgumentException if one is invalid (see {@link Service#read}) or an id is repeated
     */
    public Discovery(List<String> definitions) {
        services = definitions.stream().map(Json::readOurs).map(Service::read).toList();
        Rules.unique("The id of a service", services, Service::id);
        json = ("{\"services\":[" + String.join(",", definitions) + "]}").getBytes(StandardCharsets.UTF_8);
    }

    /** The services in the sequence given. */
    public List<Service> services() {
        return services;
    }

    /** The service that answers at {@code /cds-services/{id}}. */
    public Optional<Service> service(String id) {
        return services.stream().filter(service -> service.id().equals(id)).findFirst();
    }

    /** The discovery document in UTF-8, each definition byte for byte. */
    public byte[] toJson() {
        return json.clone();
    }
}
