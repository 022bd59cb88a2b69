package org.pmlguard.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One time that an invented prescriber ordered something for an invented patient.
 *
 * @param patient begins with {@code synthetic-}, as do all ids of the background history
 * @param role whose chart the patient has
 * @param chartOn the day the chart was written; later visits find it older
 * @param indexTimes what the patient's JCV antibody indices are multiplied with, so that not all are alike
 * @param service the service that was called
 * @param resultsCame whether the laboratory's results could be read that day
 */
record PastVisit(
        Instant at,
        String patient,
        Cast.Role role,
        LocalDate chartOn,
        BigDecimal indexTimes,
        Formulary.Product product,
        String service,
        boolean resultsCame) {}
