package org.pmlguard.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Laboratory results: a high JCV antibody index, and counts in which nothing is wrong. */
final class Results {

    private static final int ORDINARY = 15;
    private static final int DAYS_APART = 20;

    private static final List<Test> TESTS = List.of(
            new Test("731-0", "Lymphocytes [#/volume] in Blood by Automated count", "1.8", "10*3/uL"),
            new Test("24467-3", "CD3+CD4+ (T4 helper) cells [#/volume] in Blood", "780", "/uL"),
            new Test("1742-6", "Alanine aminotransferase [Enzymatic activity/volume] in Serum", "24", "U/L"));

    private record Test(String code, String display, String value, String unit) {}

    private Results() {}

    static List<ObjectNode> until(LocalDate today) {
        return Stream.concat(
                        Stream.of(jcvIndex(today.minusDays(60))),
                        IntStream.rangeClosed(1, ORDINARY).mapToObj(number -> ordinary(number, today)))
                .toList();
    }

    static ObjectNode jcvIndex(LocalDate day) {
        return result("jcv-index", new Test("100977-8", "JC virus antibody index", "2.4", "{index_val}"), day);
    }

    /** One of a series that goes back into the past with its number. */
    static ObjectNode ordinary(int number, LocalDate today) {
        return result("result-" + number, test(number), today.minusDays((long) number * DAYS_APART));
    }

    /** The same with a narrative. */
    static ObjectNode told(int number, LocalDate today) {
        Test test = test(number);
        return Narrative.tell(
                ordinary(number, today),
                List.of("Test", "Result", "Status"),
                List.of(test.display(), test.value() + " " + test.unit(), "Final, reviewed by the laboratory"));
    }

    private static Test test(int number) {
        return TESTS.get(number % TESTS.size());
    }

    private static ObjectNode result(String id, Test test, LocalDate day) {
        return Json.object("""
                {'resourceType': 'Observation', 'id': '%s', 'status': 'final',
                 'code': {'coding': [{'system': 'http://loinc.org', 'code': '%s', 'display': '%s'}]},
                 'subject': {'reference': 'Patient/bench-0000000'},
                 'effectiveDateTime': '%sT08:00:00Z',
                 'valueQuantity': {'value': %s, 'unit': '%s', 'system': 'http://unitsofmeasure.org', 'code': '%s'}}
                """, id, test.code(), test.display(), day, test.value(), test.unit(), test.unit());
    }
}
