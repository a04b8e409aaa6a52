package org.manyuan.store;

import java.util.List;
import java.util.Set;

/**
 * The sheets of a template that are there to be read by people: notes, examples, code lists. They are known by their name and by the
 * words in their first cell, whatever program saved the workbook, and are no data.
 */
public final class TemplateSheets {
    static final String MARK = "满园填报模板 Manyuan template";
    private static final List<String> CHINESE = List.of("填报说明", "示例", "代码表");
    private static final List<String> ENGLISH = List.of("Notes", "Example", "Codes");
    private static final Set<String> ALL = Set.of("填报说明", "示例", "代码表", "Notes", "Example", "Codes");

    private TemplateSheets() {}

    /** Whether a text is such a sheet, and so nothing that was handed in. */
    public static boolean isOne(SourceText text) {
        return ALL.contains(text.sheet())
                && text.header(1).cells().stream().findFirst().orElse("").startsWith(MARK);
    }

    /** Their names: notes, example, codes. */
    static List<String> names(boolean chinese) {
        return chinese ? CHINESE : ENGLISH;
    }
}
