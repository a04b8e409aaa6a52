package org.manyuan.synthesis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.manyuan.contract.Tree;

/**
 * Which things a block speaks of: by name one value or several of which one must fit. {@code 2..7} is a range of numbers or words,
 * {@code ~J} asks for a value that contains J, {@code !weak} for any other.
 */
record Conditions(Map<String, List<RowText>> values, Tree place) {
    /** None where nothing is written. */
    static Conditions of(Tree tree) {
        Map<String, List<RowText>> values = new LinkedHashMap<>();
        if (tree != null) {
            tree.map().forEach((name, value) -> {
                Stream<Tree> several = value.isList() ? value.list().stream() : Stream.of(value);
                values.put(name, several.map(RowText::of).toList());
            });
        }
        return new Conditions(values, tree);
    }

    /** Whether the scope meets each. */
    boolean hold(Scope scope) {
        return values.entrySet().stream().allMatch(condition -> {
            String found = scope.value(condition.getKey());
            if (found == null) {
                throw place.wrong("nothing here is called " + condition.getKey());
            }
            return condition.getValue().stream().anyMatch(asked -> fits(found, asked.in(scope)));
        });
    }

    private static boolean fits(String found, String asked) {
        if (asked.startsWith("!")) {
            return !fits(found, asked.substring(1));
        }
        if (asked.startsWith("~")) {
            return found.contains(asked.substring(1));
        }
        int dots = asked.indexOf("..");
        if (dots < 0) {
            return found.equals(asked);
        }
        String least = asked.substring(0, dots);
        String most = asked.substring(dots + 2);
        return (least.isEmpty() || compare(least, found) <= 0) && (most.isEmpty() || compare(found, most) <= 0);
    }

    private static int compare(String left, String right) {
        boolean isNumber = left.matches("\\d{1,9}") && right.matches("\\d{1,9}");
        return isNumber ? Integer.compare(Integer.parseInt(left), Integer.parseInt(right)) : left.compareTo(right);
    }
}
