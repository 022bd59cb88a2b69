package org.pmlguard.knowledge.load;

import java.util.List;
import java.util.Set;
import org.pmlguard.knowledge.drug.Drugs;
import org.pmlguard.knowledge.rule.Figures;
import org.pmlguard.knowledge.rule.RiskTable;

/** {@code figures.yaml}: how often PML was seen. */
final class FiguresReader {

    private static final String FILE = "figures.yaml";
    private static final String NO_TABLE = "none";

    private final Drugs drugs;
    private final CriterionReader criteria;
    private final Violations violations;

    FiguresReader(Drugs drugs, CriterionReader criteria, Violations violations) {
        this.drugs = drugs;
        this.criteria = criteria;
        this.violations = violations;
    }

    /** The tables; none, and noted, if one names something that does not exist. */
    Figures read(Entry file) {
        try {
            return figures(file);
        } catch (IllegalArgumentException e) {
            violations.add(FILE, String.valueOf(e.getMessage()));
            return new Figures(List.of(), NO_TABLE, false);
        }
    }

    private Figures figures(Entry file) {
        List<RiskTable> tables =
                file.entries("tables").stream().map(this::table).toList();
        String chosen = file.text("shown");
        if (!chosen.equals(NO_TABLE)
                && tables.stream().noneMatch(table -> table.id().equals(chosen))) {
            violations.add(FILE, "there is no table " + chosen + " to show");
        }
        return new Figures(tables, chosen, file.flag("recalled-too"));
    }

    private RiskTable table(Entry entry) {
        return new RiskTable(
                entry.text("id"),
                entry.text("version"),
                entry.text("title"),
                entry.text("published"),
                entry.text("source"),
                entry.text("counted"),
                entry.texts("evidence"),
                entry.text("status"),
                drugs.set(entry.texts("order")),
                Set.copyOf(entry.texts("beside")),
                criteria.read(entry.entry("unless")),
                entry.entries("cells").stream().map(this::cell).toList());
    }

    private RiskTable.Cell cell(Entry entry) {
        return new RiskTable.Cell(
                entry.text("group"), criteria.read(entry.entry("when")), entry.decimal("per-thousand"));
    }
}
