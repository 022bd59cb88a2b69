package org.pmlguard.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pmlguard.cdshooks.Call;
import org.pmlguard.cdshooks.Discovery;
import org.pmlguard.cdshooks.Service;
import org.pmlguard.clinical.Chart;
import org.pmlguard.clinical.Gap;
import org.pmlguard.fhir.ChartReader;
import org.pmlguard.fhir.DraftOrders;
import org.pmlguard.fhir.OrderReader;
import org.pmlguard.fhir.Outbound;
import org.pmlguard.hook.Recogniser.Recognised;
import org.pmlguard.hook.ServiceFiles;

/**
 * The way of a call from its orders to its cards, by the very readers, rules and writers of the server, on a day of the past
 * and without any way out: what was not sent is not known.
 */
final class Engine {

    private static final Outbound NOWHERE = Outbound.none(Gap.Cause.NOT_SENT);

    private final Discovery discovery = ServiceFiles.discovery();
    private final OrderReader orders = new OrderReader();
    private final ChartReader charts = new ChartReader();
    private final List<Edition> editions;

    /** @param editions to be compared, the first before the second */
    Engine(List<Edition> editions) {
        this.editions = List.copyOf(editions);
    }

    List<Edition> editions() {
        return editions;
    }

    /** A memory for a patient, one for each edition. */
    List<Answers> answers(boolean on) {
        return editions.stream()
                .map(edition -> Answers.of(edition.knowledge(), on))
                .toList();
    }

    Optional<Service> listening(String hook) {
        return discovery.services().stream()
                .filter(service -> service.hook().equals(hook) || hook.endsWith("/" + service.hook()))
                .findFirst();
    }

    /** Whether an order concerns any edition, so that its chart is worth opening. */
    boolean concerns(Call call) {
        DraftOrders drafts = orders.read(call, NOWHERE);
        return editions.stream().anyMatch(edition -> !edition.recognise(drafts).nothing());
    }

    /** How many drugs a call orders. */
    int orders(Call call) {
        return orders.read(call, NOWHERE).orders().size();
    }

    /** What each edition says. */
    List<Said> check(Call call, Service service, LocalDate today, List<Answers> answers) {
        DraftOrders drafts = orders.read(call, NOWHERE);
        Supplier<Chart> chart = new Once(() -> charts.read(call, service, NOWHERE));
        List<Said> said = new ArrayList<>();
        for (int at = 0; at < editions.size(); at++) {
            Recognised recognised = editions.get(at).concerned(call, drafts, chart, today);
            said.add(editions.get(at).say(recognised, chart, today, answers.get(at)));
        }
        return said;
    }

    /** Opens the chart when it is first asked for, and once. */
    private static final class Once implements Supplier<Chart> {

        private final Supplier<Chart> reader;
        private @Nullable Chart chart;

        Once(Supplier<Chart> reader) {
            this.reader = reader;
        }

        @Override
        public Chart get() {
            Chart known = chart;
            if (known == null) {
                known = reader.get();
                chart = known;
            }
            return known;
        }
    }
}
