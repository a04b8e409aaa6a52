package org.manyuan.synthesis;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.manyuan.contract.MalformedYaml;
import org.manyuan.contract.Tree;

/** What a cell of a made-up row holds: one value of text in each scope. */
sealed interface CellPlan {
    /**
     * The cell's text; empty where the cell is.
     *
     * @throws MalformedYaml if the scope lacks what the plan names; it says the line
     */
    String in(Scope scope);

    /** As it is written: text, a list that is gone through row by row, or a map with one of the keys pick, share_of, draw, spread. */
    static CellPlan of(Tree tree) {
        if (tree.isText()) {
            return new Text(RowText.of(tree));
        }
        if (tree.isList()) {
            return new Turn(tree, tree.list().stream().map(CellPlan::of).toList());
        }
        Map<String, Tree> keys = tree.map(Set.of("pick", "by", "else", "share_of", "uneven", "draw", "spread"));
        if (keys.containsKey("pick")) {
            return Pick.of(tree, keys);
        }
        if (keys.containsKey("share_of")) {
            double uneven = keys.containsKey("uneven") ? keys.get("uneven").whole() / 100.0 : 0;
            return new Share(RowText.of(keys.get("share_of")), uneven);
        }
        if (keys.containsKey("draw")) {
            return Draw.of(keys.get("draw"));
        }
        if (keys.containsKey("spread")) {
            return Spread.of(keys.get("spread"));
        }
        throw tree.wrong("a cell is text, a list, or one of pick, share_of, draw, spread");
    }

    /** A whole number. */
    static int whole(CellPlan plan, Tree place, Scope scope) {
        String text = plan.in(scope);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw place.wrong("needs a whole number, found " + text);
        }
    }

    /** The number that a name has in the scope. */
    private static int number(Scope scope, String name) {
        return Integer.parseInt(scope.value(name));
    }

    /** Text with names in it. */
    record Text(RowText text) implements CellPlan {
        @Override
        public String in(Scope scope) {
            return text.in(scope);
        }
    }

    /** One of a list by the number of the row in its run, from the first again after the last. */
    record Turn(Tree place, List<CellPlan> cells) implements CellPlan {
        public Turn {
            if (cells.isEmpty()) {
                throw place.wrong("a list that is gone through is not empty");
            }
        }

        @Override
        public String in(Scope scope) {
            return cells.get((number(scope, "n") - 1) % cells.size()).in(scope);
        }
    }

    /** One of several by a value of the scope: a list by its number from 1 on, a map by its text. */
    record Pick(Tree place, RowText by, Map<String, CellPlan> cells, CellPlan otherwise) implements CellPlan {
        static Pick of(Tree tree, Map<String, Tree> keys) {
            Map<String, CellPlan> cells = new LinkedHashMap<>();
            Tree pick = keys.get("pick");
            if (pick.isList()) {
                pick.list().forEach(cell -> cells.put(Integer.toString(cells.size() + 1), CellPlan.of(cell)));
            } else {
                pick.map().forEach((key, cell) -> cells.put(key, CellPlan.of(cell)));
            }
            if (!keys.containsKey("by")) {
                throw tree.wrong("pick needs by: the name whose value decides");
            }
            String name = keys.get("by").text();
            RowText by = new RowText(keys.get("by"), name.contains("{") ? name : "{" + name + "}");
            return new Pick(tree, by, cells, keys.containsKey("else") ? CellPlan.of(keys.get("else")) : null);
        }

        @Override
        public String in(Scope scope) {
            String key = by.in(scope);
            CellPlan cell = cells.getOrDefault(key, otherwise);
            if (cell == null) {
                throw place.wrong("pick has nothing for " + key + " and no else");
            }
            return cell.in(scope);
        }
    }

    /** A part of a whole total: the parts of the rows of a run add to it. {@code uneven}: how far they differ, 0 to 1 of a part. */
    record Share(RowText total, double uneven) implements CellPlan {
        @Override
        public String in(Scope scope) {
            long whole = CellPlan.whole(new Text(total), total.place(), scope);
            int n = number(scope, "n");
            return Long.toString(upTo(n, whole, scope) - upTo(n - 1, whole, scope));
        }

        private long upTo(int n, long whole, Scope scope) {
            int rows = number(scope, "rows");
            if (n == 0 || n == rows) {
                return n == 0 ? 0 : whole;
            }
            double part = (double) whole / rows;
            double moved = uneven == 0 ? 0 : uneven * (scope.chance().uniform("share", total.text(), n) - 0.5);
            return (long) Math.floor(part * (n + moved) + 1e-9);
        }
    }

    /** A whole number drawn from the least to the most. */
    record Draw(int least, int most) implements CellPlan {
        static Draw of(Tree tree) {
            List<Tree> ends = tree.list();
            if (ends.size() != 2 || ends.get(1).whole() < ends.get(0).whole()) {
                throw tree.wrong("draw is [least, most]");
            }
            return new Draw(ends.get(0).whole(), ends.get(1).whole());
        }

        @Override
        public String in(Scope scope) {
            double drawn = scope.chance()
                    .uniform(
                            "draw",
                            least,
                            most,
                            shown(scope, "column"),
                            shown(scope, "n"),
                            shown(scope, "year"),
                            shown(scope, "at.code"));
            return Integer.toString(least + (int) (drawn * (most - least + 1)));
        }
    }

    private static String shown(Scope scope, String name) {
        String value = scope.value(name);
        return value == null ? "" : value;
    }

    /** A day: the rows of a thing lie evenly in its term, or those of a run in all terms or between two days. */
    record Spread(Tree place, String over, LocalDate from, LocalDate to) implements CellPlan {
        static Spread of(Tree tree) {
            if (tree.isText() && Set.of("term", "terms").contains(tree.text())) {
                return new Spread(tree, tree.text(), null, null);
            }
            List<String> ends = tree.isList() ? tree.texts() : List.of();
            try {
                if (ends.size() == 2) {
                    return new Spread(tree, "days", LocalDate.parse(ends.get(0)), LocalDate.parse(ends.get(1)));
                }
            } catch (DateTimeParseException e) {
                throw tree.wrong("days are written 2024-09-01");
            }
            throw tree.wrong("spread is term, terms or [first day, last day]");
        }

        @Override
        public String in(Scope scope) {
            if (over.equals("terms")) {
                List<LocalDate> days = scope.calendar().termDays();
                return days.get((int) ((number(scope, "n") - 0.5) / number(scope, "rows") * days.size()))
                        .toString();
            }
            if (over.equals("days")) {
                return between(from, to, number(scope, "n"), number(scope, "rows"));
            }
            if (scope.value("term.from") == null) {
                throw place.wrong("spread: term needs a loop over terms");
            }
            LocalDate first = LocalDate.parse(scope.value("term.from"));
            LocalDate last = LocalDate.parse(scope.value("term.to"));
            return between(first, last, number(scope, "i"), number(scope, "count"));
        }

        private static String between(LocalDate first, LocalDate last, int n, int of) {
            long days = ChronoUnit.DAYS.between(first, last);
            return first.plusDays(Math.round((double) days * n / (of + 1))).toString();
        }
    }
}
