package org.pmlguard.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.drug.Drug;
import org.pmlguard.knowledge.drug.Tier;
import org.pmlguard.knowledge.rule.Rule;
import org.pmlguard.risk.Fact;

/** How the desk says things. */
final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ENGLISH);

    private final Knowledge knowledge;
    private final ZoneId zone;

    Words(Knowledge knowledge, ZoneId zone) {
        this.knowledge = knowledge;
        this.zone = zone;
    }

    /** A moment in the site's zone, which pages name once. */
    public String time(Instant moment) {
        return MOMENT.format(moment.atZone(zone));
    }

    public String zone() {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    public String day(LocalDate day) {
        return DAY.format(day);
    }

    LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** The name of a drug; for none, what the card without a drug is about. */
    public String drug(String id) {
        return id.isEmpty()
                ? "check incomplete"
                : knowledge.drugs().byId(id).map(Drug::name).orElse(id);
    }

    /** Every drug that a case may be about, by name. */
    public List<Drug> drugs() {
        return knowledge.drugs().all().stream()
                .filter(drug -> drug.tier() != Tier.T0)
                .sorted(Comparator.comparing(Drug::name))
                .toList();
    }

    /** The title of a rule of today's knowledge; empty if it has left it. */
    public String rule(String id) {
        return knowledge.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .map(Rule::title)
                .orElse("");
    }

    public String value(Fact fact) {
        String said = (fact.value() + " " + fact.unit()).strip();
        return fact.ours()
                .map(ours -> said + " (" + (ours.value() + " " + ours.unit()).strip() + ")")
                .orElse(said);
    }

    public String date(Fact fact) {
        return fact.date().map(day -> (fact.since() ? "since " : "") + day(day)).orElse("");
    }
}
