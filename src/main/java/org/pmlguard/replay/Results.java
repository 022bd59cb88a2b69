package org.pmlguard.replay;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.pmlguard.replay.Account.Entry;

/** What came of a part of the work, to be added to the rest. */
final class Results {

    /** A line that came to nothing, and why. */
    record Bad(Place place, Fault fault) {}

    private final List<Tally> tallies = new ArrayList<>();
    private final Differences differences = new Differences();
    private final Account account = new Account();
    private final List<Bad> bad = new ArrayList<>();
    private final ByteArrayOutputStream findings = new ByteArrayOutputStream();
    private final boolean writesFindings;

    Results(int editions, boolean writesFindings) {
        for (int at = 0; at < editions; at++) {
            tallies.add(new Tally());
        }
        this.writesFindings = writesFindings;
    }

    void add(Checked checked) {
        account.count(Entry.CHECKED);
        for (int at = 0; at < tallies.size(); at++) {
            tallies.get(at).add(checked, checked.said().get(at));
        }
        if (tallies.size() > 1) {
            differences.add(checked);
        }
        if (writesFindings) {
            findings.writeBytes(FindingLines.of(checked));
        }
    }

    void add(Place place, Fault fault) {
        account.count(fault);
        bad.add(new Bad(place, fault));
    }

    /** Adds the figures of another part; its lines are written where they came from. */
    void add(Results other) {
        for (int at = 0; at < tallies.size(); at++) {
            tallies.get(at).add(other.tallies.get(at));
        }
        differences.add(other.differences);
        account.add(other.account);
    }

    Account account() {
        return account;
    }

    /** Before the overlay and after it; the same where there is none. */
    Tally before() {
        return tallies.getFirst();
    }

    /** With the site's overlay, if there is one. */
    Tally after() {
        return tallies.getLast();
    }

    Differences differences() {
        return differences;
    }

    List<Bad> bad() {
        return List.copyOf(bad);
    }

    byte[] findings() {
        return findings.toByteArray();
    }
}
