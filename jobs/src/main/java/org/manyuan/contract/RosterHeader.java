package org.manyuan.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The header of an office's own list of teachers: where their numbers stand, and where their names do. The number's headers are those of
 * {@code teacher_roll.teacher_id}, the name's those of {@code schemas/vocabularies/person_name.yaml}.
 *
 * @param line its line, from 1
 * @param number the column of the numbers, from 0
 * @param name the column of the names, from 0; −1 where there is none
 */
public record RosterHeader(int line, int number, int name) {
    private static final Set<String> NUMBERS = HeaderWords.of(Contracts.of("teacher_roll").columns().stream()
            .filter(column -> column.name().equals("teacher_id"))
            .findFirst()
            .orElseThrow());

    /** Words of the vocabulary that a teacher's name stands under; the pupils' hold the plain 姓名. */
    private static final List<String> NAMED = List.of("teacher_name", "student_name");

    /** The first line that names the numbers; empty where none does. */
    public static Optional<RosterHeader> among(List<Header> lines) {
        Set<String> names = new HashSet<>();
        Contracts.vocabulary("person_name").forEach((word, aliases) -> {
            if (NAMED.contains(word)) {
                aliases.forEach(alias -> names.add(Words.normal(alias)));
            }
        });
        return lines.stream()
                .map(line -> new RosterHeader(line.line(), place(line, NUMBERS), place(line, names)))
                .filter(found -> found.number >= 0)
                .findFirst();
    }

    private static int place(Header line, Set<String> words) {
        List<String> cells = line.cells();
        for (int i = 0; i < cells.size(); i++) {
            if (words.contains(Words.ofHeader(cells.get(i)))) {
                return i;
            }
        }
        return -1;
    }
}
