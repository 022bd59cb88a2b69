package org.pmlguard.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/** Procedures that a neurologist's patient has had: a scan of the brain every half year. */
final class Examinations {

    private static final int COUNT = 4;
    private static final int MONTHS_APART = 6;

    private Examinations() {}

    static List<ObjectNode> until(LocalDate today) {
        return IntStream.rangeClosed(1, COUNT)
                .mapToObj(number -> scan(number, today.minusMonths((long) number * MONTHS_APART)))
                .toList();
    }

    private static ObjectNode scan(int number, LocalDate day) {
        return Json.object("""
                {'resourceType': 'Procedure', 'id': 'scan-%d', 'status': 'completed',
                 'code': {'coding': [
                     {'system': 'http://snomed.info/sct', 'code': '816077007', 'display': 'MRI of brain'}]},
                 'subject': {'reference': 'Patient/bench-0000000'},
                 'performedDateTime': '%s'}
                """, number, day);
    }
}
