package org.pmlguard.terminology;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The NDC directory as openFDA offers it for download, read entry by entry. */
record OpenFda(Path path) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * An entry of the directory.
     *
     * @param packages the NDCs of its packages, with hyphens
     */
    record Product(String name, List<String> routes, String form, List<String> packages) {

        static Product of(JsonNode entry) {
            return new Product(
                    entry.path("generic_name").asString(""),
                    texts(entry.path("route")),
                    entry.path("dosage_form").asString(""),
                    entry.path("packaging")
                            .valueStream()
                            .map(packaging -> packaging.path("package_ndc").asString(""))
                            .filter(ndc -> ndc.split("-", -1).length == 3)
                            .toList());
        }

        private static List<String> texts(JsonNode array) {
            return array.valueStream().map(JsonNode::asString).toList();
        }
    }

    void read(Findings findings, Consumer<Product> product) throws IOException {
        try (InputStream content = Files.newInputStream(path);
                JsonParser parser = JSON.createParser(content)) {
            enterResults(parser);
            int number = 0;
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                number++;
                Product read = Product.of(parser.readValueAsTree());
                if (read.name().isBlank() || read.packages().isEmpty()) {
                    findings.malformed(path.getFileName() + ":" + number);
                } else {
                    product.accept(read);
                }
            }
        }
    }

    /** Steps past everything before the array of entries. */
    private static void enterResults(JsonParser parser) {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean isResults = "results".equals(parser.currentName());
            if (parser.nextToken() == JsonToken.START_ARRAY && isResults) {
                return;
            }
            parser.skipChildren();
        }
    }
}
