package org.pmlguard.terminology;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pmlguard.clinical.CodeSystem;
import org.pmlguard.clinical.Coding;
import org.pmlguard.clinical.Concept;
import org.pmlguard.terminology.Door.Reply;
import tools.jackson.databind.JsonNode;

/**
 * The RxNorm service of the US National Library of Medicine, or a copy of it on site. An RxCUI is asked for its history,
 * the one answer that also knows obsolete and remapped codes; an NDC for its status, which names the RxNorm concept.
 */
record RxNav(Door door) implements Dictionary {

    private static final String JSON = "application/json";
    private static final Pattern RXCUI = Pattern.compile("[1-9][0-9]{0,7}");
    private static final Pattern NDC = Pattern.compile(
            "[0-9]{11}|[0-9]{10}|[0-9]{5}-[0-9]{4}-[0-9]{1,2}|[0-9]{5}-[0-9]{3}-[0-9]{2}|[0-9]{4}-[0-9]{4}-[0-9]{2}");

    @Override
    public String name() {
        return "RxNav";
    }

    @Override
    public boolean canBeAsked(Coding coding) {
        return switch (coding.system()) {
            case RXNORM -> RXCUI.matcher(coding.code()).matches();
            case NDC -> NDC.matcher(coding.code()).matches();
            default -> false;
        };
    }

    @Override
    public Meaning meaning(Coding coding) {
        return coding.system() == CodeSystem.NDC
                ? ofNdc(answer("/REST/ndcstatus.json?ndc=" + coding.code()))
                : ofRxcui(answer("/REST/rxcui/" + coding.code() + "/historystatus.json"));
    }

    private JsonNode answer(String path) {
        Reply reply = door.get(path, JSON);
        if (reply.status() != 200) {
            throw new Unanswered("status " + reply.status());
        }
        return reply.tree();
    }

    private static Meaning ofNdc(JsonNode answer) {
        JsonNode status = answer.path("ndcStatus");
        return required(
                status,
                new Meaning(
                        Limits.names(Stream.of(text(status, "conceptName"))),
                        Limits.concepts(Stream.of(rxnorm(status, "rxcui", "conceptName"))),
                        List.of()));
    }

    private static Meaning ofRxcui(JsonNode answer) {
        JsonNode history = answer.path("rxcuiStatusHistory");
        JsonNode defined = history.path("definitionalFeatures");
        JsonNode derived = history.path("derivedConcepts");
        Stream<Concept> ingredients = Stream.of(
                        rows(defined, "ingredientAndStrength", "baseRxcui", "baseName"),
                        rows(derived, "ingredientConcept", "ingredientRxcui", "ingredientName"),
                        rows(derived, "remappedConcept", "remappedRxCui", "remappedName"))
                .flatMap(concepts -> concepts);
        return required(
                history,
                new Meaning(
                        Limits.names(Stream.of(text(history.path("attributes"), "name"))),
                        Limits.concepts(ingredients),
                        Limits.concepts(rows(defined, "doseFormConcept", "", "doseFormName"))));
    }

    /** JSON about something else is no answer. */
    private static Meaning required(JsonNode member, Meaning meaning) {
        if (!member.isObject()) {
            throw new Unanswered("an answer to another question");
        }
        return meaning;
    }

    private static Stream<Concept> rows(JsonNode parent, String list, String code, String name) {
        return parent.path(list).valueStream().map(row -> rxnorm(row, code, name));
    }

    private static Concept rxnorm(JsonNode row, String code, String name) {
        Coding coding = new Coding(CodeSystem.RXNORM, text(row, code), "");
        return new Concept(coding.code().isEmpty() ? List.of() : List.of(coding), text(row, name));
    }

    private static String text(JsonNode row, String member) {
        return Limits.cut(row.path(member).asString(""));
    }
}
