package org.pmlguard.hook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts on the wire what the public reference client, cds-hooks/sandbox, was seen to send from Chromium on 21 November 2026
 * (commit 3b7e255): preflights, headers, reads of the chart, calls and feedback. Only Accept-Encoding is left out, since browsers unpack by themselves.
 *
 * @param base where the server under test is
 */
record ReferenceClient(String base) {

    static final String ORIGIN = "https://sandbox.cds-hooks.org";

    /** The header and claims it sends; signed with a key that everybody has, it proves nothing. */
    private static final String JWT =
            "Bearer eyJhbGciOiJFUzM4NCIsInR5cCI6IkpXVCIsImtpZCI6IngifQ.eyJpc3MiOiJzYW5kYm94In0.AAAA";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** The browser's question before a request; the client's own headers are no part of it. */
    HttpResponse<String> preflight(String path, String method, String headers) {
        return send(asBrowser(path)
                .header("Accept", "*/*")
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", headers)
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    }

    HttpResponse<String> discovery() {
        return send(asBrowser("/cds-services")
                .header("Accept", "application/json")
                .header("Authorization", JWT)
                .GET());
    }

    HttpResponse<String> call(String service, JsonNode body) {
        return post("/cds-services/" + service, "application/json", body);
    }

    /** Feedback is the one request for which it does not say what it accepts. */
    HttpResponse<String> feedback(String service, JsonNode entry) {
        ObjectNode body = Requests.JSON.createObjectNode();
        body.putArray("feedback").add(entry);
        return post("/cds-services/" + service + "/feedback", "application/json, text/plain, */*", body);
    }

    private HttpResponse<String> post(String path, String accept, JsonNode body) {
        return send(asBrowser(path)
                .header("Accept", accept)
                .header("Authorization", JWT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** What it asks of a FHIR server before anything else, with the answers. */
    List<HttpResponse<String>> firstLook(String fhir, String patient) {
        return List.of(
                read(fhir + "/metadata", "application/json"),
                read(fhir + "/Patient", "application/json"),
                read(fhir + "/Patient/" + patient, "application/json+fhir"),
                read(fhir + "/Condition?patient=" + patient, "application/json+fhir"));
    }

    private HttpResponse<String> read(String path, String accept) {
        return send(asBrowser(path).header("Accept", accept).GET());
    }

    /** What it finds with the templates of a service: it searches by POST first, and sends each bundle as it came. */
    ObjectNode prefetched(JsonNode templates, String fhir, String patient) {
        ObjectNode prefetch = Requests.JSON.createObjectNode();
        templates.propertyStream().forEach(template -> {
            String[] search = template.getValue()
                    .asString()
                    .replace("{{context.patientId}}", patient)
                    .split("\\?", 2);
            HttpResponse<String> found = search(fhir + "/" + search[0] + "/_search", form(search[1]));
            if (found.statusCode() == 200 && mayRead(found)) {
                prefetch.set(template.getKey(), Requests.JSON.readTree(found.body()));
            }
        });
        return prefetch;
    }

    /** Whether the browser lets the page have an answer. */
    static boolean mayRead(HttpResponse<String> answer) {
        return answer.headers().allValues("Access-Control-Allow-Origin").equals(List.of(ORIGIN));
    }

    HttpResponse<String> search(String path, String form) {
        return send(asBrowser(path)
                .header("Accept", "application/json+fhir")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static String form(String query) {
        return Arrays.stream(query.split("&", -1))
                .map(part -> part.split("=", 2))
                .map(part -> part[0] + "=" + URLEncoder.encode(part[1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpRequest.Builder asBrowser(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept-Language", "en-US,en;q=0.9")
                .header("Origin", ORIGIN)
                .header("Referer", ORIGIN + "/")
                .header("Sec-Fetch-Dest", "empty")
                .header("Sec-Fetch-Mode", "cors")
                .header("Sec-Fetch-Site", "cross-site")
                .header(
                        "User-Agent",
                        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
