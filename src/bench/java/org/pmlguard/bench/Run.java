package org.pmlguard.bench;

/**
 * One time that a group was measured.
 *
 * @param group its name
 * @param day the date
 * @param machine the machine, its JVM and what else it did
 * @param method how long and how often
 */
public record Run(String group, String day, String machine, String method) {

    public Run {
        machine = oneField(machine);
        method = oneField(method);
    }

    public static Run now(String group, Machine machine, String method) {
        return new Run(group, machine.today().toString(), machine.told(), method);
    }

    private static String oneField(String text) {
        return text.replace(',', ';').replace('"', '\'').replace('\n', ' ');
    }
}
