package org.manyuan.contract;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads one mapping. What the language does not know is an error that names file and line. */
final class MappingFile {
    private static final Set<String> TOP = Set.of(
            "mapping",
            "description",
            "file",
            "sheet",
            "encoding",
            "delimiter",
            "fixed_width",
            "no_data",
            "header_row",
            "nulls",
            "date_format",
            "from_filename",
            "precedence",
            "source_on",
            "mode",
            "datasets");

    private static final Pattern FILE_LINE = Pattern.compile("(?m)^file:[ \\t]*['\"]?([^'\"#\\r\\n]*[^'\"#\\s])");

    private final String file;

    MappingFile(String file) {
        this.file = file;
    }

    Mapping read(InputStream bytes) {
        Tree root = Tree.read(file, bytes);
        Map<String, Tree> top = root.map(TOP);
        Set<String> nulls =
                top.containsKey("nulls") ? Set.copyOf(top.get("nulls").texts()) : Set.of();
        String dateFormat = top.containsKey("date_format") ? dateFormat(top.get("date_format")) : null;
        Map<String, Mapping.NamePart> nameParts = new LinkedHashMap<>();
        if (top.containsKey("from_filename")) {
            top.get("from_filename").map().forEach((name, part) -> nameParts.put(name, namePart(part)));
        }
        String sourceOn = top.containsKey("source_on") ? top.get("source_on").text() : null;
        if (sourceOn != null) {
            MappingPartFile.checked(top.get("source_on"), nameParts.keySet());
        }
        List<MappingPart> parts = new ArrayList<>();
        String noData = top.containsKey("no_data") ? top.get("no_data").text() : null;
        if (noData != null && (noData.isBlank() || top.containsKey("datasets"))) {
            throw top.get("no_data")
                    .wrong(
                            "no_data says why the file holds no rows, and then there are no datasets",
                            "no_data 写明文件不含数据的原因，此时不写 datasets");
        }
        for (Tree part : noData == null ? needed(root, top, "datasets").list() : List.<Tree>of()) {
            MappingPart one = new MappingPartFile(nulls, dateFormat).read(part, nameParts.keySet());
            if (parts.stream().anyMatch(other -> other.contract().equals(one.contract()))) {
                throw part.wrong(
                        "dataset " + one.contract().dataset()
                                + " stands here a second time; write one entry and unpivot its columns",
                        "数据集 " + one.contract().dataset() + " 重复出现；请合为一项，用 unpivot 展开各列");
            }
            parts.add(one);
        }
        return new Mapping(
                needed(root, top, "mapping").text(),
                opening(root, top),
                nameParts,
                top.containsKey("precedence") ? top.get("precedence").whole() : 0,
                sourceOn,
                top.containsKey("mode") && isPatch(top.get("mode")),
                parts,
                noData);
    }

    private static boolean isPatch(Tree mode) {
        if (!Set.of("replace", "patch").contains(mode.text())) {
            throw mode.wrong("mode is replace or patch", "mode 应为 replace 或 patch");
        }
        return mode.text().equals("patch");
    }

    /** The names of files that it speaks of; nothing else of it is read. */
    Pattern names(InputStream bytes) {
        Tree root = Tree.read(file, bytes);
        return names(needed(root, root.map(), "file").text());
    }

    /** The same of what is no YAML, by the one line that says it; empty where none does. */
    static Optional<Pattern> namesByLine(String text) {
        Matcher line = FILE_LINE.matcher(text);
        return line.find() ? Optional.of(names(line.group(1))) : Optional.empty();
    }

    private static Pattern names(String said) {
        StringBuilder pattern = new StringBuilder();
        for (char c : said.toCharArray()) {
            pattern.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    private static Mapping.Opening opening(Tree root, Map<String, Tree> top) {
        String delimiter = top.containsKey("delimiter") ? top.get("delimiter").text() : "\0";
        if (delimiter.length() != 1) {
            throw top.get("delimiter").wrong("delimiter is one character", "delimiter 应为一个字符");
        }
        if (top.containsKey("delimiter") && top.containsKey("fixed_width")) {
            throw top.get("fixed_width")
                    .wrong("cells have a delimiter or a fixed width, not both", "delimiter 与 fixed_width 只能写一个");
        }
        if (top.containsKey("header_row") && top.get("header_row").whole() < 1) {
            throw top.get("header_row").wrong("header_row counts from 1", "header_row 从 1 开始");
        }
        return new Mapping.Opening(
                names(needed(root, top, "file").text()),
                needed(root, top, "file").text().replaceAll("[*?]", "").length(),
                top.containsKey("sheet") ? top.get("sheet").text() : null,
                top.containsKey("encoding") ? encoding(top.get("encoding")) : null,
                delimiter.charAt(0),
                top.containsKey("header_row") ? top.get("header_row").whole() : 1,
                top.containsKey("fixed_width") ? widths(top.get("fixed_width")) : null);
    }

    private static FixedWidth widths(Tree tree) {
        if (tree.isText()) {
            return switch (tree.text()) {
                case "true" -> FixedWidth.BY_HEADER;
                case "unless_separated" -> FixedWidth.UNLESS_SEPARATED;
                default -> throw tree.wrong(FixedWidth.FORMS);
            };
        }
        try {
            return new FixedWidth(tree.list().stream().map(Tree::whole).toList(), false);
        } catch (IllegalArgumentException e) {
            throw tree.wrong(e.getMessage());
        }
    }

    private static String encoding(Tree tree) {
        try {
            return Charset.forName(tree.text()).name();
        } catch (IllegalArgumentException e) {
            throw tree.wrong("unknown encoding " + tree.text(), "不认识的编码 " + tree.text());
        }
    }

    private static Mapping.NamePart namePart(Tree tree) {
        Map<String, Tree> entries = tree.map(Set.of("pattern", "date_format"));
        Tree pattern = needed(tree, entries, "pattern");
        Pattern compiled = pattern(pattern);
        if (compiled.matcher("").groupCount() != 1) {
            throw pattern.wrong("the pattern needs one group: what it finds is the value", "正则表达式应有一个括号组，取其中的内容");
        }
        return new Mapping.NamePart(
                compiled, entries.containsKey("date_format") ? dateFormat(entries.get("date_format")) : null);
    }

    static Pattern pattern(Tree tree) {
        try {
            return Pattern.compile(tree.text());
        } catch (PatternSyntaxException e) {
            throw tree.wrong("not a regular expression: " + e.getDescription(), "不是正确的正则表达式");
        }
    }

    static String dateFormat(Tree tree) {
        try {
            new DayPattern(tree.text());
            return tree.text();
        } catch (IllegalArgumentException e) {
            throw tree.wrong(e.getMessage());
        }
    }

    static Tree needed(Tree parent, Map<String, Tree> entries, String key) {
        Tree value = entries.get(key);
        if (value == null) {
            throw parent.wrong("key " + key + " is missing", "缺少键 " + key);
        }
        return value;
    }
}
