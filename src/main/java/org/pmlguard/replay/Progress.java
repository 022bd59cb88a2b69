package org.pmlguard.replay;

import java.io.PrintStream;

/** A bar on a terminal; nothing where nobody watches. */
final class Progress {

    private static final int WIDTH = 30;
    private static final int HUNDRED = 100;

    private final PrintStream terminal;
    private final boolean isShown;
    private final long bytes;
    private final long start;
    private long read;
    private int partitions;
    private int checked;
    private int shown = -1;

    /**
     * @param bytes about how much there is to read
     * @param start in nanoseconds
     */
    Progress(PrintStream terminal, boolean isShown, long bytes, long start) {
        this.terminal = terminal;
        this.isShown = isShown;
        this.bytes = Math.max(1, bytes);
        this.start = start;
    }

    void read(long more) {
        read += more;
        show("reading ", (int) Math.min(HUNDRED, HUNDRED * read / bytes));
    }

    void readAll(int parts) {
        show("reading ", HUNDRED);
        partitions = Math.max(1, parts);
    }

    void checked() {
        checked++;
        show("checking", HUNDRED * checked / partitions);
    }

    void end() {
        if (isShown) {
            terminal.println();
        }
    }

    private void show(String what, int percent) {
        int mark = what.hashCode() * (HUNDRED + 1) + percent;
        if (!isShown || mark == shown) {
            return;
        }
        shown = mark;
        int full = WIDTH * percent / HUNDRED;
        terminal.print("\r" + what + " [" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + percent + " %  "
                + (System.nanoTime() - start) / 1_000_000_000L + " s ");
        terminal.flush();
    }
}
