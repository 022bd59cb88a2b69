package org.pmlguard.bench.growth;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.List;
import java.util.Locale;

/**
 * What a step costs at several sizes.
 *
 * @param name a name for a file
 * @param title what grows, and what is measured
 * @param size what is counted
 * @param points the sizes, smallest first, and microseconds of CPU at each
 */
record Curve(String name, String title, String size, List<Point> points) {

    private static final double LINEAR = 1.1;

    Curve {
        points = List.copyOf(points);
    }

    /** One size and its cost. */
    record Point(double size, double micros) {

        private double steepness(Point later) {
            return Math.log(later.micros / micros) / Math.log(later.size / size);
        }
    }

    /** The exponent of the power law through all points: 1 is linear, 2 is quadratic. */
    double slope() {
        double n = points.size();
        double meanX = points.stream().mapToDouble(p -> Math.log(p.size)).sum() / n;
        double meanY = points.stream().mapToDouble(p -> Math.log(p.micros)).sum() / n;
        double above = points.stream()
                .mapToDouble(p -> (Math.log(p.size) - meanX) * (Math.log(p.micros) - meanY))
                .sum();
        double below = points.stream()
                .mapToDouble(p -> Math.pow(Math.log(p.size) - meanX, 2))
                .sum();
        return above / below;
    }

    /** The exponent between the two largest sizes, where what is constant matters least. */
    double lastSlope() {
        return points.get(points.size() - 2).steepness(points.getLast());
    }

    private String verdict() {
        return Math.max(slope(), lastSlope()) <= LINEAR ? "at most linear" : "**worse than linear**";
    }

    String markdown() {
        StringBuilder text = new StringBuilder("## " + title + "\n\n![" + title + "](growth/" + name + ".svg)\n\n| "
                + size + " | us of CPU | us for each |\n|--:|--:|--:|\n");
        points.forEach(p -> text.append("| %,.0f | %,.1f | %.3f |%n".formatted(p.size, p.micros, p.micros / p.size)));
        return text.append("%nExponent %.2f over all sizes, %.2f between the last two: %s.%n%n"
                        .formatted(slope(), lastSlope(), verdict()))
                .toString();
    }

    /** Both axes logarithmic; the thin line is linear growth through the last point. */
    String svg() {
        Axis x = new Axis(points.getFirst().size, points.getLast().size, 60, 460);
        double most = points.stream().mapToDouble(Point::micros).max().orElseThrow();
        double least = points.stream().mapToDouble(Point::micros).min().orElseThrow();
        Axis y = new Axis(least / 1.5, most * 1.5, 260, 20);
        StringBuilder svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 300" role="img" font-family="sans-serif" font-size="11">
                <rect width="480" height="300" fill="#fff"/>
                """);
        svg.append("<title>")
                .append(title)
                .append("</title>\n<polyline fill=\"none\" stroke=\"#0b5394\" stroke-width=\"2\" points=\"");
        points.forEach(p -> svg.append(text("%.0f,%.0f ", x.at(p.size), y.at(p.micros))));
        svg.append("\"/>\n");
        double from = Math.max(points.getFirst().size, points.getLast().size * y.low / points.getLast().micros);
        svg.append(text(
                "<line x1=\"%.0f\" y1=\"%.0f\" x2=\"%.0f\" y2=\"%.0f\" stroke=\"#999\" stroke-dasharray=\"4\"/>%n",
                x.at(from),
                y.at(points.getLast().micros * from / points.getLast().size),
                x.at(points.getLast().size),
                y.at(points.getLast().micros)));
        points.forEach(p -> svg.append(text(
                "<circle cx=\"%.0f\" cy=\"%.0f\" r=\"3\" fill=\"#0b5394\"/><text x=\"%.0f\" y=\"%.0f\">%,.0f</text>"
                        + "<text x=\"%.0f\" y=\"276\" text-anchor=\"middle\">%,.0f</text>%n",
                x.at(p.size), y.at(p.micros), x.at(p.size) - 10, y.at(p.micros) - 8, p.micros, x.at(p.size), p.size)));
        return svg.append(text(
                        "<text x=\"240\" y=\"294\" text-anchor=\"middle\">%s; above: us of CPU</text>%n</svg>%n", size))
                .toString();
    }

    @FormatMethod
    private static String text(@FormatString String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** A logarithmic axis between two places of the drawing. */
    private record Axis(double low, double high, double from, double to) {

        double at(double value) {
            return from + (to - from) * Math.log(value / low) / Math.log(high / low);
        }
    }
}
