package org.manyuan.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** A small drawing of lines, circles and bands; it holds no text, the words stand beside it on the page. Units are points. */
final class Svg {
    private final double width;
    private final double height;
    private final StringBuilder shapes = new StringBuilder();

    Svg(double width, double height) {
        this.width = width;
        this.height = height;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    Svg line(double x1, double y1, double x2, double y2, String colour, double thickness) {
        shapes.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"%s\"/>"
                .formatted(at(x1), at(y1), at(x2), at(y2), colour, at(thickness)));
        return this;
    }

    Svg dashed(double x1, double y1, double x2, double y2, String colour) {
        shapes.append(
                "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"0.6\" stroke-dasharray=\"2 2\"/>"
                        .formatted(at(x1), at(y1), at(x2), at(y2), colour));
        return this;
    }

    Svg dot(double x, double y, double radius, String fill, String edge) {
        shapes.append("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.2\"/>"
                .formatted(at(x), at(y), at(radius), fill, edge));
        return this;
    }

    /** A filled shape through points x, y, x, y …; edges are not drawn. */
    Svg band(List<Double> points, String colour) {
        shapes.append("<polygon points=\"");
        for (int i = 0; i < points.size(); i += 2) {
            shapes.append(at(points.get(i)))
                    .append(',')
                    .append(at(points.get(i + 1)))
                    .append(' ');
        }
        shapes.append("\" fill=\"").append(colour).append("\"/>");
        return this;
    }

    /** The drawing as a document. */
    String source() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%spt\" height=\"%spt\" viewBox=\"0 0 %s %s\">%s</svg>"
                .formatted(at(width), at(height), at(width), at(height), shapes);
    }

    private static String at(double position) {
        return BigDecimal.valueOf(position)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
