package org.manyuan.report;

/** One colour language for print and dashboards ({@code dashboards/assets/colours.yaml}), told apart by the colour-blind; never the only sign. */
final class Palette {
    static final String LEAD = "#2F6DB5";
    static final String MEMBER = "#E08E2B";
    static final String OTHERS = "#8A8F98";
    static final String AXIS = "#B9BEC7";
    static final String PAPER = "#FFFFFF";

    private Palette() {}

    /** The colour of a verdict. */
    static String verdict(String verdict) {
        return switch (verdict) {
            case "NARROWED" -> "#00695C";
            case "WIDENED" -> "#C8502B";
            case "REVERSED" -> "#6B4FA0";
            default -> "#8B9097";
        };
    }

    /** The sign that says the verdict without colour. */
    static String mark(String verdict) {
        return switch (verdict) {
            case "NARROWED" -> "▼";
            case "WIDENED" -> "▲";
            case "REVERSED" -> "◆";
            case "NO_DETECTABLE_CHANGE" -> "○";
            default -> "—";
        };
    }
}
