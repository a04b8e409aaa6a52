package org.manyuan.report;

import java.util.ArrayList;
import java.util.List;

/** The course of one gap over the years: a line with a dot a year in its 95 % band, and the line of no gap. */
final class GapCourse {
    private static final double WIDTH = 116;
    private static final double HEIGHT = 60;

    private GapCourse() {}

    /** {@code reach} is the largest size of any value or interval end of the page, so that all courses share one scale. */
    static Svg drawing(List<Row> years, double reach) {
        Svg drawing = new Svg(WIDTH, HEIGHT);
        drawing.line(0, up(0, reach), WIDTH, up(0, reach), Palette.AXIS, 0.8);
        List<Double> upper = new ArrayList<>();
        List<Double> lower = new ArrayList<>();
        for (int i = 0; i < years.size(); i++) {
            Double lo = years.get(i).number("ci_lo");
            Double hi = years.get(i).number("ci_hi");
            if (lo != null && hi != null) {
                upper.addAll(List.of(across(i, years), up(hi, reach)));
                lower.addAll(0, List.of(across(i, years), up(lo, reach)));
            }
        }
        upper.addAll(lower);
        if (upper.size() > 4) {
            drawing.band(upper, "#D5E3F3");
        }
        Integer before = null;
        for (int i = 0; i < years.size(); i++) {
            Double value = years.get(i).number("value");
            if (value == null) {
                continue;
            }
            if (before != null) {
                double last = years.get(before).number("value");
                drawing.line(
                        across(before, years), up(last, reach), across(i, years), up(value, reach), Palette.LEAD, 1.4);
            }
            before = i;
        }
        for (int i = 0; i < years.size(); i++) {
            Row year = years.get(i);
            if (year.number("value") != null) {
                drawing.dot(across(i, years), up(year.number("value"), reach), 2.6, Palette.LEAD, Palette.LEAD);
            }
        }
        return drawing;
    }

    private static double across(int year, List<Row> years) {
        return (year + 0.5) / years.size() * WIDTH;
    }

    private static double up(double value, double reach) {
        return HEIGHT / 2 - value / reach * (HEIGHT / 2 - 4);
    }
}
