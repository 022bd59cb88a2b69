package org.pmlguard.knowledge.load;

import java.time.Period;
import java.util.List;
import java.util.Map;
import org.pmlguard.knowledge.rule.Defaults;
import org.pmlguard.knowledge.rule.Setting;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The named values of {@code settings.yaml}. Other files write {@code $name} where they mean one. */
final class Settings {

    private final Map<String, Entry> values;
    private final List<Setting> all;

    Settings(Entry file) {
        this.values = file.named("settings");
        this.all = file.node()
                .path("settings")
                .propertyStream()
                .map(property -> setting(property.getKey(), new Entry(property.getValue())))
                .toList();
    }

    /** All of them, in the sequence of the file. */
    List<Setting> all() {
        return all;
    }

    private static Setting setting(String name, Entry entry) {
        return new Setting(
                name,
                entry.node().path("value").asString(),
                entry.text("meaning"),
                entry.flag("floor"),
                entry.texts("evidence"));
    }

    Defaults defaults() {
        return new Defaults(
                period("new-start-after"),
                period("dose-lasts"),
                period("course-gap"),
                period("jcv-after-immune-globulin"),
                period("jcv-after-plasma-exchange"));
    }

    private Period period(String name) {
        return Period.parse(value(name).asString());
    }

    private JsonNode value(String name) {
        Entry entry = values.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("there is no setting " + name);
        }
        return entry.node().path("value");
    }

    /** The tree with every {@code $name} replaced by its value. */
    JsonNode applied(JsonNode tree, String file, Violations violations) {
        return switch (tree) {
            case ObjectNode object -> {
                object.properties()
                        .forEach(property -> property.setValue(applied(property.getValue(), file, violations)));
                yield object;
            }
            case ArrayNode array -> {
                for (int at = 0; at < array.size(); at++) {
                    array.set(at, applied(array.get(at), file, violations));
                }
                yield array;
            }
            default -> named(tree, file, violations);
        };
    }

    private JsonNode named(JsonNode leaf, String file, Violations violations) {
        if (!leaf.isString() || !leaf.asString().startsWith("$")) {
            return leaf;
        }
        String name = leaf.asString().substring(1);
        if (!values.containsKey(name)) {
            violations.add(file, "names a setting that does not exist: " + name);
            return leaf;
        }
        return value(name);
    }
}
