package org.pmlguard.terminology;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pmlguard.clinical.Chart;
import org.pmlguard.clinical.Coding;
import org.pmlguard.clinical.Gap;
import org.pmlguard.clinical.Known;
import org.pmlguard.clinical.MedicationUse;
import org.pmlguard.clinical.Order;
import org.pmlguard.clinical.Product;
import org.pmlguard.clinical.Section;
import org.pmlguard.knowledge.drug.Drugs;

/**
 * Asks a terminology service about medicines that our own tables do not know. Without a service, and when the service does
 * not answer, orders and chart stay as they are.
 */
public final class LookUp {

    private final Drugs drugs;
    private final Optional<Answers> answers;
    private final Duration patience;
    private final int most;

    /**
     * @param answers of the service; absent for none
     * @param patience how long one step of a call waits for all its answers together
     * @param most how many codes are looked up in one step; the rest stays unknown
     */
    LookUp(Drugs drugs, Optional<Answers> answers, Duration patience, int most) {
        this.drugs = drugs;
        this.answers = answers;
        this.patience = patience;
        this.most = most;
    }

    /**
     * The orders, their medicines explained as far as the service knows them. An order of a bare code that could not be
     * looked up carries this as a gap: nobody can read what it is for.
     *
     * @param left how long there is until the answer to the call is due
     */
    public List<Order> orders(List<Order> orders, Duration left) {
        Asked asked =
                ask(orders.stream().flatMap(order -> order.product().found().stream()), drugs::areStrangersTo, left);
        return asked.isNothing()
                ? orders
                : orders.stream().map(order -> explained(order, asked)).toList();
    }

    /** The chart, its medicines explained; only bare codes are asked about, a medicine with a name was judged by it. */
    public Chart chart(Chart chart, Duration left) {
        List<MedicationUse> uses = chart.medications().found().orElse(List.of());
        Asked asked = ask(
                uses.stream().map(MedicationUse::product),
                product -> isBare(product) && drugs.areStrangersTo(product),
                left);
        return asked.isNothing() ? chart : explained(chart, asked);
    }

    private static Order explained(Order order, Asked asked) {
        return order.product() instanceof Known.Read<Product> read
                ? new Order(order.reference(), explained(read, asked), order.dosing(), order.purpose())
                : order;
    }

    private static Known<Product> explained(Known.Read<Product> read, Asked asked) {
        Product product = read.value();
        if (asked.isUnanswered(product) && isBare(product)) {
            Gap gap = Gap.in(Section.ORDERED_DRUG, Gap.Cause.NOT_LOOKED_UP);
            return new Known.Read<>(
                    product,
                    Stream.concat(read.missing().stream(), Stream.of(gap)).toList());
        }
        return new Known.Read<>(asked.explained(product), read.missing());
    }

    private static Chart explained(Chart chart, Asked asked) {
        return chart.medications() instanceof Known.Read<List<MedicationUse>> read
                ? new Chart(
                        chart.diagnoses(),
                        new Known.Read<>(
                                read.value().stream()
                                        .map(use -> explained(use, asked))
                                        .toList(),
                                read.missing()),
                        chart.labs(),
                        chart.procedures())
                : chart;
    }

    private static MedicationUse explained(MedicationUse use, Asked asked) {
        return new MedicationUse(
                asked.explained(use.product()),
                use.status(),
                use.when(),
                use.dosing(),
                use.source(),
                use.reason(),
                use.reference());
    }

    private static boolean isBare(Product product) {
        return Stream.concat(Stream.of(product.name()), product.ingredients().stream())
                .flatMap(concept -> concept.names())
                .findAny()
                .isEmpty();
    }

    private Asked ask(Stream<Product> products, Predicate<Product> wanted, Duration left) {
        return answers.map(service -> ask(service, products.distinct().filter(wanted), left))
                .orElse(Asked.NOTHING);
    }

    private Asked ask(Answers service, Stream<Product> products, Duration left) {
        Dictionary dictionary = service.dictionary();
        Map<Product, List<Coding>> codes = new LinkedHashMap<>();
        products.forEach(product -> codes.put(product, codes(product, dictionary)));
        List<Coding> wanted = codes.values().stream()
                .flatMap(List::stream)
                .distinct()
                .limit(most)
                .toList();
        return wanted.isEmpty() ? Asked.NOTHING : new Asked(dictionary.name(), codes, meanings(service, wanted, left));
    }

    private static List<Coding> codes(Product product, Dictionary dictionary) {
        return Stream.concat(Stream.of(product.name()), product.ingredients().stream())
                .flatMap(concept -> concept.codings().stream())
                .map(coding -> new Coding(coding.system(), coding.code().strip(), ""))
                .filter(dictionary::canBeAsked)
                .distinct()
                .toList();
    }

    /** All at the same time, and only those that came in time. */
    private Map<Coding, Meaning> meanings(Answers service, List<Coding> wanted, Duration left) {
        Map<Coding, CompletableFuture<Meaning>> pending = new LinkedHashMap<>();
        wanted.forEach(code -> pending.put(code, service.of(code)));
        long nanos = Math.min(patience.toNanos(), left.toNanos());
        CompletableFuture.allOf(pending.values().toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, nanos, TimeUnit.NANOSECONDS)
                .handle((done, failure) -> Optional.empty())
                .join();
        Map<Coding, Meaning> meanings = new LinkedHashMap<>();
        pending.forEach((code, answer) -> {
            if (answer.state() == Future.State.SUCCESS) {
                meanings.put(code, answer.resultNow());
            }
        });
        return meanings;
    }
}
