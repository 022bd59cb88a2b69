package org.pmlguard.knowledge.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A site's own changes to the pack: other values for settings, other urgency or words for rules, rules switched off or only
 * watched. What the pack marks as floor may be worded otherwise, never weakened or silenced.
 */
final class Overlay {

    static final String SHADOW = "shadow";

    private static final String JURISDICTION = "jurisdiction";
    private static final List<String> URGENCY = List.of("info", "warning", "critical");

    private final Map<String, JsonNode> settings;
    private final Map<String, Entry> rules;
    private final List<String> places;
    private final Violations violations;
    private final List<String> changes = new ArrayList<>();

    /** Takes files that their schemas have accepted; either may be absent. */
    Overlay(Optional<Entry> settings, Optional<Entry> rules, Violations violations) {
        this.settings = settings.map(file -> file.node()
                        .path("settings")
                        .propertyStream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                .orElse(Map.of());
        this.rules = rules.map(file -> file.entries("rules").stream()
                        .collect(Collectors.toMap(rule -> rule.text("id"), rule -> rule, (first, again) -> first)))
                .orElse(Map.of());
        this.places = rules.map(file -> file.entries("rules").stream()
                        .map(rule -> rule.text("id"))
                        .toList())
                .orElse(List.of());
        this.violations = violations;
    }

    /** What the site changed, in words, once the overlay has been applied. */
    List<String> changes() {
        return List.copyOf(changes);
    }

    /** Puts the site's values in place of the shipped ones. */
    void applyTo(ObjectNode shippedSettings) {
        settings.forEach((name, value) -> {
            switch (shippedSettings.get(name)) {
                case ObjectNode shipped -> change(name, shipped, value);
                case null, default -> violations.add("overlay settings.yaml", "there is no setting " + name);
            }
        });
        applyJurisdiction(shippedSettings);
    }

    /** Where the intervals of the EU apply, they stand in place of the shipped ones; what the site set itself stays. */
    private void applyJurisdiction(ObjectNode shippedSettings) {
        switch (shippedSettings.path(JURISDICTION).path("value").asString("us")) {
            case "us" -> {}
            case "eu" ->
                shippedSettings.properties().stream()
                        .filter(setting -> setting.getValue().has("eu") && !settings.containsKey(setting.getKey()))
                        .forEach(setting -> change(
                                setting.getKey(),
                                (ObjectNode) setting.getValue(),
                                setting.getValue().path("eu")));
            default -> violations.add("overlay settings.yaml", JURISDICTION + " is us or eu");
        }
    }

    private void change(String name, ObjectNode shipped, JsonNode value) {
        if (shipped.path("floor").asBoolean(false)) {
            violations.add("overlay settings.yaml", name + " belongs to rules that may not be weakened");
        } else if (shipped.path("value").getNodeType() != value.getNodeType()) {
            violations.add("overlay settings.yaml", name + " takes another kind of value");
        } else {
            changes.add(name + ": " + shipped.path("value").asString() + " became " + value.asString());
            shipped.set("value", value);
        }
    }

    /** Whether the rule stays, after the site's changes to it. */
    boolean keeps(ObjectNode rule) {
        Entry change = rules.get(rule.path("id").asString());
        if (change == null) {
            return true;
        }
        boolean off = change.has("enabled") && !change.flag("enabled");
        if (off && isFloor(rule)) {
            violations.add("overlay rules.yaml", change.text("id") + " may not be switched off");
        }
        if (off && change.flag(SHADOW)) {
            violations.add(place(change.text("id"), SHADOW), change.text("id") + " is switched off already");
        }
        if (off) {
            changes.add(change.text("id") + " is switched off");
            return false;
        }
        reword(rule, change);
        shadow(rule, change);
        return true;
    }

    /** A rule in shadow says nothing, so for a floor rule that is the same as switching it off. */
    private void shadow(ObjectNode rule, Entry change) {
        if (!change.flag(SHADOW)) {
            return;
        }
        String id = change.text("id");
        if (isFloor(rule)) {
            violations.add(place(id, SHADOW), id + " may not be put in shadow");
        }
        changes.add(id + " is in shadow: recorded, not shown");
        rule.put(SHADOW, true);
    }

    private String place(String id, String member) {
        return "overlay/rules.yaml/rules/" + places.indexOf(id) + "/" + member;
    }

    private void reword(ObjectNode rule, Entry change) {
        if (!change.has("levels") && !change.has("indicator") && !change.has("summary")) {
            return;
        }
        List<ObjectNode> levels = levels(rule);
        List<Entry> changed = change.has("levels") ? change.entries("levels") : List.of(change);
        if (changed.size() != levels.size()) {
            violations.add("overlay rules.yaml", change.text("id") + " has " + levels.size() + " levels");
            return;
        }
        for (int at = 0; at < levels.size(); at++) {
            reword(rule, levels.get(at), changed.get(at));
        }
    }

    private void reword(ObjectNode rule, ObjectNode level, Entry change) {
        String id = rule.path("id").asString();
        change.optional("indicator").ifPresent(indicator -> {
            if (isFloor(rule) && lower(indicator, level)) {
                violations.add("overlay rules.yaml", id + " may not be made less urgent");
            }
            changes.add(id + ": " + level.path("indicator").asString() + " became " + indicator);
            level.put("indicator", indicator);
        });
        change.optional("summary").ifPresent(summary -> {
            changes.add(id + " is worded by the site");
            level.put("summary", summary);
        });
    }

    private static boolean lower(String indicator, ObjectNode level) {
        return URGENCY.indexOf(indicator)
                < URGENCY.indexOf(level.path("indicator").asString());
    }

    private static boolean isFloor(ObjectNode rule) {
        return rule.path("floor").asBoolean(false);
    }

    private static List<ObjectNode> levels(ObjectNode rule) {
        return rule.has("levels")
                ? rule.path("levels").valueStream().map(ObjectNode.class::cast).toList()
                : List.of(rule);
    }

    /** Notes every change to a rule that does not exist. */
    void checkNames(List<String> known) {
        rules.keySet().stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> violations.add("overlay rules.yaml", "there is no rule " + id));
    }
}
