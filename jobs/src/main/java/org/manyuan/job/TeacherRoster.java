package org.manyuan.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.manyuan.contract.PersonKey;
import org.manyuan.contract.Pseudonym;
import org.manyuan.contract.RosterHeader;
import org.manyuan.store.RefusedFile;
import org.manyuan.store.SecretKey;
import org.manyuan.store.SourceFile;
import org.manyuan.store.SourceText;
import org.manyuan.store.TemporaryFolder;
import org.manyuan.store.Workspace;

/**
 * An office's own list of its teachers, read to say whom a key means. Nothing of it is kept.
 *
 * @param persons by key
 */
record TeacherRoster(Map<String, Person> persons) {
    private static final int HEADER_LINES = 30;
    private static final int COLUMNS = 1000;
    private static final int MOST_LINES = 1_000_000;

    static final TeacherRoster NONE = new TeacherRoster(Map.of());

    TeacherRoster {
        persons = Map.copyOf(persons);
    }

    /**
     * A teacher as the office knows him or her.
     *
     * @param name empty where the list has none
     */
    record Person(String number, String name) {
        static final Person UNKNOWN = new Person("", "");
    }

    /** The person of a key. */
    Person of(String teacherKey) {
        return persons.getOrDefault(teacherKey, Person.UNKNOWN);
    }

    /**
     * Reads a list: a workbook or a text, with a header that names the numbers.
     *
     * @throws UsageException where it is not there, cannot be read, or no header names the numbers
     */
    static TeacherRoster read(OpenWorkspace open, Path file) {
        Workspace workspace = open.workspace();
        if (!Files.isRegularFile(file)) {
            throw new UsageException("没有找到文件：" + file, "There is no file " + file + ".");
        }
        if (!open.database().inTransaction(SecretKey.of(workspace)::fits)) {
            throw open.anotherKey();
        }
        Pseudonym pseudonym = SecretKey.of(workspace).get();
        Map<String, Person> persons = new HashMap<>();
        try (TemporaryFolder scratch = TemporaryFolder.in(workspace)) {
            SourceFile source = SourceFile.recognise(
                    file.toAbsolutePath(),
                    scratch.path(),
                    null,
                    (char) 0,
                    open.settings().limits());
            boolean isAny = false;
            for (SourceText text : source.texts()) {
                RosterHeader header =
                        RosterHeader.among(text.heads(HEADER_LINES, COLUMNS)).orElse(null);
                if (header != null) {
                    isAny = true;
                    checkLength(text, file);
                    add(persons, text.first(MOST_LINES), header, pseudonym);
                }
            }
            if (!isAny) {
                throw new UsageException(
                        file + "：没有“教师编号”一列。请给出含教师编号（可另有姓名）的名单，编号与报送的教师名册一致。",
                        file
                                + " has no column of teachers' numbers (teacher_id). Give a list with the numbers as on the rolls"
                                + " handed in, and with names if you like.");
            }
            return new TeacherRoster(persons);
        } catch (RefusedFile refused) {
            throw new UsageException("%s。（%s）".formatted(refused.chinese(), refused.code()), refused.getMessage());
        }
    }

    private static void add(
            Map<String, Person> persons, List<List<String>> lines, RosterHeader header, Pseudonym pseudonym) {
        for (List<String> cells : lines.subList(Math.min(header.line(), lines.size()), lines.size())) {
            String number = cell(cells, header.number());
            if (PersonKey.isNumber(number)) {
                persons.merge(
                        PersonKey.of("teacher", number, pseudonym),
                        new Person(PersonKey.form(number), cell(cells, header.name())),
                        (first, other) -> first.name().isEmpty() ? other : first);
            }
        }
    }

    private static void checkLength(SourceText text, Path file) {
        if (text.lines() > MOST_LINES) {
            throw new UsageException(
                    file + "：超过 " + MOST_LINES + " 行，不像是教师名单。",
                    file + " has more than " + MOST_LINES + " lines, which is no list of teachers.");
        }
    }

    private static String cell(List<String> cells, int place) {
        return place >= 0 && place < cells.size() ? cells.get(place) : "";
    }
}
