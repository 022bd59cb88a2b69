package org.pmlguard.replay;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Where every line and every prescription went. Nothing is lost without a name. */
final class Account {

    /** What can become of a line or a prescription. */
    enum Entry {
        LINES("lines read"),
        BLANK("blank lines"),
        CALLS("CDS Hooks requests"),
        PUT_ASIDE("resources of patients"),
        SHELVED("resources that others point to"),
        NOT_NEEDED("resources of types that no rule looks at"),
        BAD_LINES("lines that could not be read"),
        TAKEN_OUT("resources of patients, read again"),
        REPEATED("resources that came again under the same id"),
        UNDATED("resources without a date, taken as always known"),
        PATIENTS("patients"),
        PRESCRIPTIONS("prescriptions"),
        NOT_SIGNED("prescriptions that nobody signed here: plans, proposals, drafts, reports, errors"),
        OUTSIDE("orders outside the period"),
        CHECKED("orders and calls checked"),
        NOT_CHECKED("orders and calls that could not be checked");

        private final String words;

        Entry(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private final Map<Entry, Long> entries = new EnumMap<>(Entry.class);
    private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
    private final Map<String, Long> types = new TreeMap<>();

    void count(Entry entry) {
        count(entry, 1);
    }

    void count(Entry entry, long times) {
        entries.merge(entry, times, Long::sum);
    }

    void count(Fault fault) {
        faults.merge(fault, 1L, Long::sum);
        count(fault.isOfOrder() ? Entry.NOT_CHECKED : Entry.BAD_LINES);
    }

    void countType(String type) {
        types.merge(type, 1L, Long::sum);
    }

    void add(Account other) {
        other.entries.forEach((entry, times) -> entries.merge(entry, times, Long::sum));
        other.faults.forEach((fault, times) -> faults.merge(fault, times, Long::sum));
        other.types.forEach((type, times) -> types.merge(type, times, Long::sum));
    }

    long of(Entry entry) {
        return entries.getOrDefault(entry, 0L);
    }

    Map<Fault, Long> faults() {
        return new EnumMap<>(faults);
    }

    /** How many resources of each type were read. */
    Map<String, Long> types() {
        return new TreeMap<>(types);
    }

    /** Whether every line was read and every order checked. */
    boolean isWhole() {
        return faults.isEmpty();
    }

    /**
     * Holds what went in against what came out.
     *
     * @throws IllegalStateException if something was lost: then no figure can be believed
     */
    void balance() {
        require(
                of(Entry.LINES),
                Entry.BLANK,
                Entry.CALLS,
                Entry.PUT_ASIDE,
                Entry.SHELVED,
                Entry.NOT_NEEDED,
                Entry.BAD_LINES);
        require(of(Entry.PUT_ASIDE), Entry.TAKEN_OUT);
        require(
                of(Entry.PRESCRIPTIONS) + of(Entry.CALLS),
                Entry.NOT_SIGNED,
                Entry.OUTSIDE,
                Entry.CHECKED,
                Entry.NOT_CHECKED);
    }

    private void require(long in, Entry... out) {
        long sum = 0;
        for (Entry entry : out) {
            sum += of(entry);
        }
        if (in != sum) {
            throw new IllegalStateException("counts do not agree: " + in + " went in, " + sum + " came out");
        }
    }
}
