package org.pmlguard.bench;

import java.util.Locale;

/**
 * One number that was measured.
 *
 * @param run when and how
 * @param what the thing that was measured
 * @param median of the rounds; not a number where it could not be known, as the other two
 */
public record Row(Run run, What what, Measure measure, double median, double lowest, double highest) {

    static final String HEADER = "group,date,kB,request,server,measure,unit,median,lowest,highest,machine,method";

    /**
     * What was asked of whom.
     *
     * @param kilobytes how large the request was
     */
    public record What(int kilobytes, String request, String server) {

        static What of(Subject subject) {
            return new What(subject.asked().kilobytes(), subject.asked().name(), subject.name());
        }
    }

    /** A line of the table. No field holds a comma. */
    String toCsv() {
        return String.join(
                ",",
                run.group(),
                run.day(),
                Integer.toString(what.kilobytes()),
                what.request(),
                what.server(),
                measure.label(),
                measure.unit(),
                number(median),
                number(lowest),
                number(highest),
                run.machine(),
                run.method());
    }

    static Row read(String line) {
        String[] fields = line.split(",", -1);
        return new Row(
                new Run(fields[0], fields[1], fields[10], fields[11]),
                new What(Integer.parseInt(fields[2]), fields[3], fields[4]),
                Measure.of(fields[5]),
                number(fields[7]),
                number(fields[8]),
                number(fields[9]));
    }

    private static String number(double number) {
        return Double.isNaN(number) ? "" : String.format(Locale.ROOT, "%.3f", number);
    }

    private static double number(String text) {
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }
}
