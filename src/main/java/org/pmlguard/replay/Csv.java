package org.pmlguard.replay;

/** Cells of comma-separated values (RFC 4180), safe to open in a spreadsheet. */
final class Csv {

    private Csv() {}

    /** Text; what a spreadsheet would run as a formula begins with an apostrophe. */
    static String cell(String text) {
        boolean isFormula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return "\"" + (isFormula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }
}
