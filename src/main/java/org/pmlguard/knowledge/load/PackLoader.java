package org.pmlguard.knowledge.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.Knowledge.Edition;
import org.pmlguard.knowledge.condition.Conditions;
import org.pmlguard.knowledge.drug.Drugs;
import org.pmlguard.knowledge.lab.LabTests;
import org.pmlguard.knowledge.rule.Rule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Loads the knowledge pack. Either all of it is valid, or none of it is used. */
public final class PackLoader {

    private static final String HOME = "knowledge/";
    private static final String OVERRIDE_REASONS = "fhir-profiles/codesystems/override-reason.json";

    private final PackFiles files;
    private final PackSchema schema;
    private final Violations violations = new Violations();
    private final List<String> ruleIds = new ArrayList<>();

    private PackLoader(PackFiles files) {
        this.files = files;
        this.schema = new PackSchema(files);
    }

    /**
     * The pack shipped inside the program.
     *
     * @throws KnowledgeInvalid naming every violation
     */
    public static Knowledge shipped() {
        return load(PackFiles.shipped());
    }

    /**
     * The pack shipped inside the program with a site's changes: {@code settings.yaml} and {@code rules.yaml} of a directory,
     * either of which may be missing.
     *
     * @throws KnowledgeInvalid naming every violation, also of what a site may not change
     */
    public static Knowledge shippedWith(Path overlay) {
        if (!Files.isDirectory(overlay)) {
            throw new KnowledgeInvalid(List.of("the overlay is not a directory"));
        }
        return load(PackFiles.shippedWith(overlay));
    }

    static Knowledge load(PackFiles files) {
        return new PackLoader(files).load();
    }

    private Knowledge load() {
        Entry pack = file("pack", "pack.yaml");
        Overlay overlay = overlay();
        Entry settingsFile = file("settings", "settings.yaml");
        overlay.applyTo((ObjectNode) settingsFile.node().path("settings"));
        Settings settings = new Settings(settingsFile);
        Entry guards = file("guards", "guards.yaml");
        ValueSets valueSets = new ValueSets(files, violations);
        Drugs drugs = new DrugReader(valueSets).read(file("drugs", "drugs.yaml"), guards);
        Conditions conditions = new ConditionReader(valueSets)
                .read(file("conditions", "conditions.yaml"), guards.phrases("not-this-patient"));
        LabTests tests = new TestReader(valueSets).read(file("tests", "tests.yaml"));
        CriterionReader criteria = new CriterionReader(
                drugs,
                file("criteria", "criteria.yaml", settings).named("criteria"),
                settings.defaults().newStartAfter());
        List<Rule> rules = rules(pack, new RuleReader(drugs, criteria), settings, overlay);
        Knowledge knowledge = new Knowledge(
                new Edition("", "", "", List.of()),
                drugs,
                conditions,
                tests,
                new ProcedureFileReader(valueSets).read(file("procedures", "procedures.yaml")),
                RelationsReader.read(file("relations", "relations.yaml"), drugs, violations),
                settings.defaults(),
                settings.all(),
                rules,
                new FiguresReader(drugs, criteria, violations).read(file("figures", "figures.yaml", settings)),
                AdviceReader.advice(file("advice", "advice.yaml")),
                AdviceReader.overrideReasons(new Entry(files.tree(OVERRIDE_REASONS))),
                AdviceReader.evidence(file("evidence", "evidence.yaml")));
        new CrossCheck(knowledge, ruleIds, violations).run();
        violations.refuseIfAny();
        return knowledge.as(
                new Edition(pack.text("version"), files.sha256(), pack.text("standing"), overlay.changes()));
    }

    private List<Rule> rules(Entry pack, RuleReader reader, Settings settings, Overlay overlay) {
        List<Rule> rules = new ArrayList<>();
        for (String name : pack.texts("rules")) {
            Entry file = file("rules", "rules/" + name, settings);
            for (Entry entry : file.entries("rules")) {
                ruleIds.add(entry.text("id"));
                if (overlay.keeps((ObjectNode) entry.node())) {
                    reader.read(name, entry, violations).ifPresent(rules::add);
                }
            }
        }
        overlay.checkNames(ruleIds);
        return rules;
    }

    private Overlay overlay() {
        return new Overlay(site("site-settings", "settings.yaml"), site("site-rules", "rules.yaml"), violations);
    }

    private Optional<Entry> site(String kind, String name) {
        String path = PackFiles.OVERLAY + name;
        return files.exists(path) ? Optional.of(checked(kind, path, files.tree(path))) : Optional.empty();
    }

    /** A file that breaks its schema is not read further: what follows would only repeat the complaint. */
    private Entry file(String kind, String name) {
        return checked(kind, name, files.tree(HOME + name));
    }

    private Entry file(String kind, String name, Settings settings) {
        return checked(kind, name, settings.applied(files.tree(HOME + name), name, violations));
    }

    private Entry checked(String kind, String name, JsonNode content) {
        Entry entry = new Entry(content);
        int before = violations.count();
        schema.check(kind, name, entry.node(), violations);
        if (violations.count() > before) {
            violations.refuseIfAny();
        }
        return entry;
    }
}
