package org.pmlguard.replay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pmlguard.cdshooks.Service;
import org.pmlguard.replay.Account.Entry;
import tools.jackson.databind.JsonNode;

/** The second pass: partition by partition, patient by patient, every order of the period is checked on its day. */
final class Checking {

    private static final Comparator<PastOrder> AS_SIGNED = Comparator.<PastOrder, java.time.LocalDate>comparing(
                    order -> order.signed().day())
            .thenComparing(order -> order.signed().instant().orElse(java.time.Instant.MIN))
            .thenComparingInt(order -> order.place().source())
            .thenComparingInt(order -> order.place().line());

    private final Engine engine;
    private final Options options;
    private final Partitions partitions;
    private final Library library;
    private final Set<String> exported;
    private final Output output;
    private final Service service;

    /** @param exported the prefetch keys that the export says something about */
    Checking(
            Engine engine,
            Options options,
            Partitions partitions,
            Library library,
            Set<String> exported,
            Output output) {
        this.engine = engine;
        this.options = options;
        this.partitions = partitions;
        this.library = library;
        this.exported = Set.copyOf(exported);
        this.output = output;
        this.service = engine.listening(PastChart.HOOK).orElseThrow();
    }

    void check(Progress progress) throws IOException {
        try (InOrder<Results> work = new InOrder<>(options.threads(), results -> {
            output.add(results);
            progress.checked();
        })) {
            for (int number = 0; number < partitions.count(); number++) {
                int partition = number;
                work.give(() -> check(partition));
            }
            work.finish();
        }
    }

    private Results check(int partition) throws IOException {
        Results results = output.part();
        Map<String, PatientFile.Size> sizes = sizes(partition);
        results.account().count(Entry.PATIENTS, sizes.size());
        Map<String, PatientFile> files = new LinkedHashMap<>();
        try (Partitions.Reader rows = partitions.read(partition)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                results.account().count(Entry.TAKEN_OUT);
                PatientFile.Size size = sizes.get(row.patient());
                if (size == null || size.isTooMuch(options.patientCap())) {
                    tooMuch(row, results);
                } else {
                    files.computeIfAbsent(row.patient(), any -> new PatientFile())
                            .add(row, results.account());
                }
            }
        }
        files.forEach((patient, file) -> check(patient, file, results));
        return results;
    }

    private Map<String, PatientFile.Size> sizes(int partition) throws IOException {
        Map<String, PatientFile.Size> sizes = new HashMap<>();
        try (Partitions.Reader rows = partitions.read(partition)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                sizes.computeIfAbsent(row.patient(), any -> new PatientFile.Size())
                        .add(row);
            }
        }
        return sizes;
    }

    /** Nothing of such a patient is kept, but each order is told. */
    private void tooMuch(Row row, Results results) {
        if (row.isPrescription()) {
            order(row, results).ifPresent(order -> results.add(order.place(), Fault.TOO_MUCH));
        }
    }

    /** The order in a prescription, if it is one that is to be checked. */
    private Optional<PastOrder> order(Row row, Results results) {
        JsonNode prescription = Trees.of(row.text());
        results.account().count(Entry.PRESCRIPTIONS);
        if (PastOrder.kind(prescription) != PastOrder.Kind.ORDER) {
            results.account().count(Entry.NOT_SIGNED);
            return Optional.empty();
        }
        Optional<PastOrder> order = PastOrder.of(row.place(), prescription);
        if (order.isEmpty()) {
            results.add(row.place(), Fault.NO_DATE);
        }
        boolean isOutside =
                order.isPresent() && !options.covers(order.get().signed().day());
        if (isOutside) {
            results.account().count(Entry.OUTSIDE);
        }
        return isOutside ? Optional.empty() : order;
    }

    private void check(String patient, PatientFile file, Results results) {
        List<PastOrder> orders = new ArrayList<>();
        file.prescriptions().forEach(row -> order(row, results).ifPresent(orders::add));
        if (orders.isEmpty()) {
            return;
        }
        orders.sort(AS_SIGNED);
        new Patient(patient, file, results).check(orders);
    }

    /** One patient's orders, one after the other; the chart is read if one of them concerns us. */
    private final class Patient {

        private final String patient;
        private final PatientFile file;
        private final Results results;
        private final Clinics clinics;
        private final List<Answers> answers = engine.answers(options.memory());
        private Optional<PastChart> chart = Optional.empty();

        Patient(String patient, PatientFile file, Results results) {
            this.patient = patient;
            this.file = file;
            this.results = results;
            this.clinics = new Clinics(file.encounters(), library);
        }

        void check(List<PastOrder> orders) {
            for (PastOrder order : orders) {
                try {
                    results.add(checked(order));
                } catch (RuntimeException e) {
                    results.add(order.place(), Fault.FAILED);
                }
            }
        }

        private Checked checked(PastOrder order) {
            List<Said> said = engine.concerns(PastChart.bare(patient, order, library))
                    ? engine.check(chart().call(order), service, order.signed().day(), answers)
                    : engine.editions().stream().map(edition -> Said.NOTHING).toList();
            return new Checked(
                    PastChart.HOOK,
                    order.signed().day(),
                    clinics.of(order.draft()),
                    order.reference(),
                    "Patient/" + patient,
                    1,
                    said);
        }

        private PastChart chart() {
            if (chart.isEmpty()) {
                PastChart read = new PastChart(patient, file.chart(), library, exported);
                results.account().count(Entry.UNDATED, read.undated());
                chart = Optional.of(read);
            }
            return chart.get();
        }
    }
}
