package org.pmlguard.knowledge.load;

import java.util.ArrayList;
import java.util.List;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.Knowledge.Edition;
import org.pmlguard.knowledge.condition.Conditions;
import org.pmlguard.knowledge.drug.Drugs;
import org.pmlguard.knowledge.lab.LabTests;
import org.pmlguard.knowledge.rule.Rule;

/** Loads the knowledge pack. Either all of it is valid, or none of it is used. */
public final class PackLoader {

    private static final String HOME = "knowledge/";
    private static final String OVERRIDE_REASONS = "fhir-profiles/codesystems/override-reason.json";

    private final PackFiles files;
    private final PackSchema schema;
    private final Violations violations = new Violations();

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

    static Knowledge load(PackFiles files) {
        return new PackLoader(files).load();
    }

    private Knowledge load() {
        Entry pack = file("pack", "pack.yaml");
        Entry guards = file("guards", "guards.yaml");
        ValueSets valueSets = new ValueSets(files, violations);
        Drugs drugs = new DrugReader(valueSets).read(file("drugs", "drugs.yaml"), guards);
        Conditions conditions = new ConditionReader(valueSets)
                .read(file("conditions", "conditions.yaml"), guards.phrases("not-this-patient"));
        LabTests tests = new TestReader(valueSets).read(file("tests", "tests.yaml"));
        List<Rule> rules = rules(pack, drugs);
        Knowledge knowledge = new Knowledge(
                new Edition("", "", ""),
                drugs,
                conditions,
                tests,
                rules,
                AdviceReader.advice(file("advice", "advice.yaml")),
                AdviceReader.overrideReasons(new Entry(files.tree(OVERRIDE_REASONS))),
                AdviceReader.evidence(file("evidence", "evidence.yaml")));
        new CrossCheck(knowledge, violations).run();
        violations.refuseIfAny();
        return knowledge.as(new Edition(pack.text("version"), files.sha256(), pack.text("standing")));
    }

    private List<Rule> rules(Entry pack, Drugs drugs) {
        CriterionReader criteria =
                new CriterionReader(drugs, file("criteria", "criteria.yaml").named("criteria"));
        RuleReader reader = new RuleReader(drugs, criteria);
        List<Rule> rules = new ArrayList<>();
        for (String name : pack.texts("rules")) {
            Entry file = file("rules", "rules/" + name);
            file.entries("rules")
                    .forEach(entry -> reader.read(name, entry, violations).ifPresent(rules::add));
        }
        return rules;
    }

    /** A file that breaks its schema is not read further: what follows would only repeat the complaint. */
    private Entry file(String kind, String name) {
        Entry entry = new Entry(files.tree(HOME + name));
        schema.check(kind, name, entry.node(), violations);
        violations.refuseIfAny();
        return entry;
    }
}
