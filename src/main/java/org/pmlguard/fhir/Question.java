package org.pmlguard.fhir;

import java.net.URI;
import java.util.Optional;
import org.pmlguard.tenant.FhirServer;

/**
 * What is asked of a FHIR server.
 *
 * @param address checked to lie on the server
 * @param form the parameters of a search by POST; empty for GET
 */
record Question(URI address, Optional<String> form) {

    /** A read or search relative to the server's base; empty if that leads anywhere else. */
    static Optional<Question> of(String query, FhirServer server) {
        int parameters = query.indexOf('?');
        return server.terms().postSearch() && parameters > 0
                ? Address.lenient(server.base() + "/" + query)
                        .flatMap(address -> search(query.substring(0, parameters), address.getRawQuery(), server))
                : at(Address.lenient(server.base() + "/" + query), server);
    }

    /** An address the server wrote itself. */
    static Optional<Question> next(String address, FhirServer server) {
        return at(
                Address.lenient(address)
                        .map(next -> URI.create(server.base() + "/").resolve(next)),
                server);
    }

    private static Optional<Question> search(String type, String parameters, FhirServer server) {
        return at(Address.lenient(server.base() + "/" + type + "/_search"), server)
                .map(get -> new Question(get.address(), Optional.of(parameters)));
    }

    private static Optional<Question> at(Optional<URI> address, FhirServer server) {
        return address.filter(server::contains).map(found -> new Question(found, Optional.empty()));
    }

    /** The parameters name a patient. */
    @Override
    public String toString() {
        return form.isPresent() ? "POST" : "GET";
    }
}
