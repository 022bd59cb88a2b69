package org.pmlguard.bench;

import java.util.List;
import java.util.Locale;

/** CPU for each request as bars, in SVG: text stays text, and the colours follow a reader who prefers it dark. */
final class BarChart {

    private static final int LABELS = 640;
    private static final int BARS = 300;
    private static final int WIDTH = LABELS + BARS + 90;
    private static final int ROW = 24;
    private static final int TOP = 56;

    private static final String STYLE = """
            <style>
              svg { font: 13px system-ui, sans-serif; }
              .ground { fill: #ffffff; } text { fill: #1f2328; } .bar { fill: #2f6f9f; } .of-others { fill: #9aa4ae; }
              @media (prefers-color-scheme: dark) {
                .ground { fill: #0d1117; } text { fill: #e6edf3; } .bar { fill: #6cb6e8; } .of-others { fill: #6e7681; }
              }
            </style>
            """;

    private BarChart() {}

    /** Of all requests whose CPU is known. */
    static String of(Table table) {
        List<Row> rows = table.rows().stream()
                .filter(row -> row.measure() == Measure.CPU && !Double.isNaN(row.median()))
                .toList();
        double most = rows.stream().mapToDouble(Row::median).max().orElse(1);
        StringBuilder svg = new StringBuilder(head(TOP + rows.size() * ROW + 12));
        for (int at = 0; at < rows.size(); at++) {
            svg.append(bar(rows.get(at), most, TOP + at * ROW));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String head(int height) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-labelledby="title">
                %s<rect class="ground" width="%d" height="%d"/>
                <text id="title" x="12" y="24" font-weight="600">CPU for each request, microseconds, medians. Shorter is better.</text>
                <text x="12" y="43">Groups were measured one after another; compare within one.</text>
                """.formatted(WIDTH, height, STYLE, WIDTH, height);
    }

    private static String bar(Row row, double most, int y) {
        String label = "%s: %d kB, %s, %s"
                .formatted(
                        row.run().group(),
                        row.what().kilobytes(),
                        row.what().request(),
                        row.what().server());
        double width = Math.max(1, row.median() / most * BARS);
        String kind = row.what().server().startsWith(Groups.DURABLE) ? "bar" : "of-others";
        return String.format(
                Locale.ROOT,
                """
                <text x="12" y="%d">%s</text><rect class="%s" x="%d" y="%d" width="%.1f" height="%d"/><text x="%.1f" y="%d">%,.0f</text>
                """,
                y + 16,
                escaped(label),
                kind,
                LABELS,
                y + 4,
                width,
                ROW - 8,
                LABELS + width + 6,
                y + 16,
                row.median());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
