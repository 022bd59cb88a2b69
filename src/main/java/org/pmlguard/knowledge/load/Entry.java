package org.pmlguard.knowledge.load;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pmlguard.knowledge.terms.Phrases;
import tools.jackson.databind.JsonNode;

/** One entry of a file that its schema has already accepted. */
record Entry(JsonNode node) {

    String text(String key) {
        return node.path(key).asString("");
    }

    Optional<String> optional(String key) {
        return Optional.of(text(key)).filter(text -> !text.isEmpty());
    }

    boolean flag(String key) {
        return node.path(key).asBoolean(false);
    }

    boolean has(String key) {
        return node.has(key);
    }

    Entry entry(String key) {
        return new Entry(node.path(key));
    }

    List<Entry> entries(String key) {
        return node.path(key).valueStream().map(Entry::new).toList();
    }

    Map<String, Entry> named(String key) {
        return node.path(key)
                .propertyStream()
                .collect(Collectors.toMap(Map.Entry::getKey, property -> new Entry(property.getValue())));
    }

    List<String> texts(String key) {
        return node.path(key).valueStream().map(JsonNode::asString).toList();
    }

    Optional<Period> period(String key) {
        return optional(key).map(Period::parse);
    }

    Optional<BigDecimal> number(String key) {
        return Optional.of(node.path(key)).filter(JsonNode::isNumber).map(JsonNode::decimalValue);
    }

    BigDecimal decimal(String key) {
        return number(key).orElseThrow();
    }

    int whole(String key) {
        return node.path(key).asInt(0);
    }

    Phrases phrases(String key) {
        return new Phrases(entry(key).texts("any"), entry(key).texts("none"));
    }
}
