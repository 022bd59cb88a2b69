package org.pmlguard.replay;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a replay is asked to do.
 *
 * @param inputs files and folders, at least one
 * @param report the folder the report goes to
 * @param work where the partitions are kept while it runs; empty for the report's folder
 * @param overlay a site's changes, held against the pack as shipped
 * @param from the first day whose orders count
 * @param to the last day whose orders count
 * @param day the day of requests that do not say theirs
 * @param exported types that were exported though no line of them is there
 * @param patientCap how many resources one patient may have
 * @param threads how many partitions are worked on at once
 * @param findings whether each finding is written, with references into the record
 * @param memory whether every card counts as answered at once, so that it is quiet until something changes
 * @param quiet whether nothing is said about progress
 */
record Options(
        List<Path> inputs,
        Path report,
        Optional<Path> work,
        Optional<Path> overlay,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<LocalDate> day,
        Set<String> exported,
        int patientCap,
        int threads,
        boolean findings,
        boolean memory,
        boolean quiet) {

    static final String USAGE = """
            usage: replay <file or folder> ... [--report folder] [--overlay folder] [--from day] [--to day]
                   [--day day] [--exported Type,Type] [--findings] [--memory] [--work folder]
                   [--patient-cap 50000] [--threads 2] [--quiet]""";

    private static final int MOST_THREADS = 64;

    Options {
        inputs = List.copyOf(inputs);
        exported = Set.copyOf(exported);
    }

    /**
     * Reads the arguments behind the name of the command.
     *
     * @throws IllegalArgumentException naming the argument that cannot be followed
     */
    static Options read(List<String> arguments) {
        Builder read = new Builder();
        List<String> rest = new ArrayList<>(arguments);
        while (!rest.isEmpty()) {
            read.take(rest.removeFirst(), rest);
        }
        return read.options();
    }

    private static final class Builder {

        private final List<Path> inputs = new ArrayList<>();
        private final Set<String> exported = new HashSet<>();
        private Path report = Path.of("replay-report");
        private Optional<Path> work = Optional.empty();
        private Optional<Path> overlay = Optional.empty();
        private Optional<LocalDate> from = Optional.empty();
        private Optional<LocalDate> to = Optional.empty();
        private Optional<LocalDate> day = Optional.empty();
        private int patientCap = 50_000;
        private int threads = 2;
        private boolean findings;
        private boolean memory;
        private boolean quiet;

        void take(String name, List<String> rest) {
            switch (name) {
                case "--findings" -> findings = true;
                case "--memory" -> memory = true;
                case "--quiet" -> quiet = true;
                case "--report" -> report = Path.of(value(name, rest));
                case "--work" -> work = Optional.of(Path.of(value(name, rest)));
                case "--overlay" -> overlay = Optional.of(Path.of(value(name, rest)));
                case "--from" -> from = Optional.of(day(name, rest));
                case "--to" -> to = Optional.of(day(name, rest));
                case "--day" -> day = Optional.of(day(name, rest));
                case "--exported" -> exported(name, rest);
                case "--patient-cap" -> patientCap = number(name, rest, 1_000_000);
                case "--threads" -> threads = number(name, rest, MOST_THREADS);
                default -> input(name);
            }
        }

        private void input(String name) {
            if (name.startsWith("--")) {
                throw new IllegalArgumentException("there is no option " + name);
            }
            inputs.add(Path.of(name));
        }

        private void exported(String name, List<String> rest) {
            for (String type : value(name, rest).split(",", -1)) {
                if (!ChartRow.KEYS.containsKey(type)) {
                    throw new IllegalArgumentException(name + ": no rule looks at a type " + type);
                }
                exported.add(type);
            }
        }

        private static String value(String name, List<String> rest) {
            if (rest.isEmpty() || rest.getFirst().startsWith("--")) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            return rest.removeFirst();
        }

        private static LocalDate day(String name, List<String> rest) {
            String value = value(name, rest);
            return Moment.of(value)
                    .filter(moment -> value.length() == "2026-01-31".length())
                    .map(Moment::day)
                    .orElseThrow(() -> new IllegalArgumentException(name + " needs a day such as 2026-01-31"));
        }

        private static int number(String name, List<String> rest, int most) {
            String value = value(name, rest);
            int number = value.matches("[0-9]{1,7}") ? Integer.parseInt(value) : 0;
            if (number < 1 || number > most) {
                throw new IllegalArgumentException(name + " needs a number from 1 to " + most);
            }
            return number;
        }

        Options options() {
            if (inputs.isEmpty()) {
                throw new IllegalArgumentException("no file or folder is named");
            }
            if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
                throw new IllegalArgumentException("--from lies after --to");
            }
            return new Options(
                    inputs,
                    report,
                    work,
                    overlay,
                    from,
                    to,
                    day,
                    exported,
                    patientCap,
                    threads,
                    findings,
                    memory,
                    quiet);
        }
    }

    /** Whether orders of a day count. */
    boolean covers(LocalDate other) {
        return from.filter(other::isBefore).isEmpty()
                && to.filter(other::isAfter).isEmpty();
    }
}
