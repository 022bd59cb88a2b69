package org.pmlguard.replay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.load.PackLoader;

/** Orders of the past, answered as if they were signed again, each on its day. */
final class Replay {

    private final Options options;
    private final Engine engine;

    Replay(Options options) {
        this.options = options;
        this.engine = new Engine(editions(options));
    }

    /** The pack as shipped, and behind it the same with the site's changes, if it has any. */
    private static List<Edition> editions(Options options) {
        List<Edition> editions = new ArrayList<>();
        editions.add(new Edition(PackLoader.shipped()));
        options.overlay().map(PackLoader::shippedWith).map(Edition::new).ifPresent(editions::add);
        return editions;
    }

    /** The knowledge of each edition. */
    List<Knowledge> knowledge() {
        return engine.editions().stream().map(Edition::knowledge).toList();
    }

    /** Goes over all lines twice and gives what came of them; error lines and findings are written on the way. */
    Results run(List<Source> sources, Output output, Progress progress) throws IOException {
        long text = sources.stream().mapToLong(Source::text).sum();
        Library library = new Library();
        try (Partitions partitions = Partitions.in(options.work().orElse(options.report()), text)) {
            new Sorting(engine, options, partitions, library, output).sort(sources, progress);
            progress.readAll(partitions.count());
            Set<String> exported = exported(output.whole().account());
            new Checking(engine, options, partitions, library, exported, output).check(progress);
        } finally {
            progress.end();
        }
        output.whole().account().balance();
        return output.whole();
    }

    /** Which questions about a chart the export answers: those of which any resource came, or that were asked and had none. */
    private Set<String> exported(Account account) {
        return Stream.concat(account.types().keySet().stream(), options.exported().stream())
                .filter(ChartRow.KEYS::containsKey)
                .map(ChartRow.KEYS::get)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
