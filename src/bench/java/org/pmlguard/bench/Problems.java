package org.pmlguard.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/** The problem list: multiple sclerosis, and ailments that have no bearing on PML. */
final class Problems {

    private static final List<Problem> PROBLEMS = List.of(
            new Problem("24700007", "Multiple sclerosis"),
            new Problem("38341003", "Hypertensive disorder"),
            new Problem("37796009", "Migraine"),
            new Problem("396275006", "Osteoarthritis"));

    private record Problem(String code, String display) {}

    private Problems() {}

    static List<ObjectNode> until(LocalDate today) {
        return IntStream.range(0, PROBLEMS.size())
                .mapToObj(number -> problem(number, PROBLEMS.get(number), today))
                .toList();
    }

    /** One more entry about something ordinary, with a narrative. */
    static ObjectNode told(int number, LocalDate today) {
        Problem problem = PROBLEMS.get(1 + number % (PROBLEMS.size() - 1));
        return Narrative.tell(
                problem(PROBLEMS.size() + number, problem, today),
                List.of("Problem", "Clinical status", "Comment"),
                List.of(problem.display(), "Active", "Stable on present treatment; seen again in twelve months"));
    }

    private static ObjectNode problem(int number, Problem problem, LocalDate today) {
        return Json.object(
                """
                {'resourceType': 'Condition', 'id': 'problem-%d',
                 'clinicalStatus': {'coding': [
                     {'system': 'http://terminology.hl7.org/CodeSystem/condition-clinical', 'code': 'active'}]},
                 'verificationStatus': {'coding': [
                     {'system': 'http://terminology.hl7.org/CodeSystem/condition-ver-status', 'code': 'confirmed'}]},
                 'code': {'coding': [{'system': 'http://snomed.info/sct', 'code': '%s', 'display': '%s'}]},
                 'subject': {'reference': 'Patient/bench-0000000'},
                 'onsetDateTime': '%s'}
                """,
                number, problem.code(), problem.display(), today.minusYears(4).minusDays(number));
    }
}
