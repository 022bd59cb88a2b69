package org.pmlguard.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pmlguard.cdshooks.Call;
import org.pmlguard.cdshooks.Context;
import org.pmlguard.cdshooks.Service;
import org.pmlguard.clinical.Chart;
import org.pmlguard.clinical.Gap;
import org.pmlguard.clinical.Known;
import org.pmlguard.clinical.MedicationUse;
import org.pmlguard.clinical.Section;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Reads what is on file about the patient: the prefetch first, then the caller's FHIR server. No tree of JSON makes it
 * fail, and nothing that could not be read looks like nothing on file.
 */
public final class ChartReader {

    private static final Logger LOG = LoggerFactory.getLogger(ChartReader.class);

    private final Limits limits;

    public ChartReader() {
        this(Limits.DEFAULT);
    }

    ChartReader(Limits limits) {
        this.limits = limits;
    }

    /** The chart of the call's patient, asked for with the prefetch templates of the service. */
    public Chart read(Call call, Service service, Outbound out) {
        return open(call, service, out).chart();
    }

    /** The same, to be read step by step. */
    public PatientRecord open(Call call, Service service, Outbound out) {
        return new PatientRecord(call, service, out, limits);
    }

    static Chart read(Call call, List<Answered> answers, Outbound out) {
        return new Chart(
                section(Section.DIAGNOSES, answers, call, DiagnosisReader::read),
                medications(call, answers, out),
                section(Section.LABS, answers, call, LabReader::read),
                section(Section.PROCEDURES, answers, call, ProcedureReader::read));
    }

    static Known<List<MedicationUse>> medications(Call call, List<Answered> answers, Outbound out) {
        Neighbours near =
                Neighbours.of(call, answers.stream().flatMap(Answered::all).toList());
        near.meet(MedicationLookup.of(unknownMedications(answers, near), near, out)
                .found());
        UseReader uses = new UseReader(near);
        Set<String> inHand = inHand(call);
        return identified(section(
                Section.MEDICATIONS,
                answers,
                call,
                row -> inHand.contains(TypedId.nameOf(row)) ? Stream.empty() : uses.read(row)));
    }

    /** Where the medicines of rows are that neither say them nor came with them. */
    private static Stream<String> unknownMedications(List<Answered> answers, Neighbours near) {
        ProductReader products = new ProductReader(near);
        return answers.stream()
                .filter(answer -> answer.query().section() == Section.MEDICATIONS)
                .flatMap(Answered::rows)
                .flatMap(row -> products.lookup(row).stream());
    }

    /** The orders the call is about; some systems have them on file already, and they are not history. */
    private static Set<String> inHand(Call call) {
        Stream<String> names = switch (call.context()) {
            case Context.Orders orders -> orders.drafts().stream().map(TypedId::nameOf);
            case Context.OrderDispatch dispatch -> DispatchedOrders.names(dispatch, call);
            default -> Stream.empty();
        };
        return names.filter(name -> !name.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    private static <T> Known<List<T>> section(
            Section section, List<Answered> answers, Call call, Function<JsonNode, Stream<T>> reader) {
        List<Answered> asked = answers.stream()
                .filter(answer -> answer.query().section() == section)
                .toList();
        List<Gap> missing = asked.stream()
                .flatMap(answer -> answer.resources().gaps().stream())
                .distinct()
                .toList();
        if (asked.stream().noneMatch(Answered::isRead)) {
            return Known.unavailable(missing.isEmpty() ? Gap.in(section, Gap.Cause.NOT_SENT) : missing.getFirst());
        }
        return own(section, asked.stream().flatMap(Answered::rows).toList(), missing, call, reader);
    }

    /** Reads the patient's own rows; those of somebody else are a gap, since where they came from ours may be missing. */
    private static <T> Known<List<T>> own(
            Section section, List<JsonNode> rows, List<Gap> missing, Call call, Function<JsonNode, Stream<T>> reader) {
        List<JsonNode> own = rows.stream()
                .filter(row -> Owner.of(row, call.context().patientId()) == Owner.SAME)
                .toList();
        List<Gap> gaps = new ArrayList<>(missing);
        if (own.size() < rows.size()) {
            LOG.warn("Discarded {} rows of another patient from {}", rows.size() - own.size(), section);
            gaps.add(Gap.in(section, Gap.Cause.WRONG_PATIENT));
        }
        return new Known.Read<>(own.stream().flatMap(reader).distinct().toList(), gaps);
    }

    /** A medicine without code or word is on file and yet not known. */
    private static Known<List<MedicationUse>> identified(Known<List<MedicationUse>> uses) {
        if (!(uses instanceof Known.Read<List<MedicationUse>> read)) {
            return uses;
        }
        List<MedicationUse> named = read.value().stream()
                .filter(use -> !ProductReader.isNameless(use.product()))
                .toList();
        List<Gap> gaps = new ArrayList<>(read.missing());
        if (named.size() < read.value().size()) {
            gaps.add(Gap.in(Section.MEDICATIONS, Gap.Cause.NOT_IDENTIFIED));
        }
        return new Known.Read<>(named, gaps);
    }
}
