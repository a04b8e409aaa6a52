package org.manyuan.job;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.manyuan.contract.Contract;
import org.manyuan.contract.Contracts;
import org.manyuan.domain.Receipt;

/** What a receipt says of files that stand against each other, each with its cure. */
final class ReplacedWords {
    private static final int NAMED = 5;

    private ReplacedWords() {}

    /**
     * Another file, and rows that have to do with it.
     *
     * @param receipt empty: it has none that would help, it is of the same call
     * @param sheet where it is first, in the file that is told; so line, 0 where that is not known
     */
    record Other(String receipt, String fileName, long rows, String sheet, long line) {}

    /** Keys of earlier files that this file does not hold. */
    static Optional<Receipt.Problem> gone(String dataset, List<Other> others) {
        return told(
                dataset,
                "ROWS_NO_LONGER_COUNT",
                others,
                "%s 中有 %,d 行不在本次新报的文件中，不再计入：同一%s，后报的文件整份取代先报的。如果两份都要计入（例如各报一个班），请合并为一个文件报送；"
                        + "或先撤回本回执（withdraw），再加 --patch 报送本文件，只补充、更正其中的行。各班的文件第一次就一起报送，才会一并计入",
                "%2$,d rows of %1$s are in no new file of this hand-in and count no more: within one %3$s a later file replaces the whole of"
                        + " an earlier one. If both are to count (one class each, say), hand them in as one file; or take this"
                        + " receipt back (withdraw) and hand the file in again with --patch, which only adds and corrects. Files of"
                        + " several classes count together where they come in one call, none of them handed in before");
    }

    /** Rows of this file that another one goes before. */
    static Optional<Receipt.Problem> outranked(String dataset, List<Other> others) {
        return told(
                dataset,
                "ROWS_DO_NOT_COUNT",
                others,
                "%s 优先，本文件有 %,d 行不计入：它的来源优先级更高、日期更晚，或同次报送中同一主键在它那里属于另一%s。请核对哪一份是对的",
                "%s goes before this file, of which %,d rows do not count: its source has the greater precedence or the later day, or"
                        + " it says, in the same call, the same key under another %s. Find out which is right");
    }

    /** Rows that another file of the call says word for word. */
    static Optional<Receipt.Problem> twice(String dataset, List<Other> others) {
        return told(
                dataset,
                "SAME_ROWS_IN_CALL",
                others,
                "同次报送的 %s 中有 %,d 行与本文件完全相同（同一%s），只计一次；如果报错了文件，请撤回其中一份的回执",
                "%s, handed in together with this file, says %,d rows of it word for word (same %s); they count once. If one of the"
                        + " files is there by mistake, take its receipt back");
    }

    /** Keys that another file of the call says differently: the file is refused. */
    static Receipt.Problem clash(String dataset, List<Other> others) {
        Other first = others.get(0);
        Receipt.Problem told = told(
                        dataset,
                        "CLASHING_FILES",
                        others,
                        "与同次报送的 %s 有 %,d 行主键相同而内容不同，分不清哪份正确，两份都没有接收。请只留正确的一份，再次报送；" + "如果一份更正另一份，请分两次报送，后报的整份取代同一%s先报的",
                        "%s, handed in together with this file, says %,d keys differently; nobody can say which is right, so neither"
                                + " was taken. Keep the right one and hand it in again; if one corrects the other, hand them in one"
                                + " after the other: within one %s the later one replaces the earlier")
                .orElseThrow();
        return new Receipt.Problem(
                dataset,
                first.sheet(),
                told.code(),
                "",
                told.occurrences(),
                List.of(first.line()),
                told.chinese(),
                told.english());
    }

    private static Optional<Receipt.Problem> told(
            String dataset, String code, List<Other> others, String chinese, String english) {
        if (others.isEmpty()) {
            return Optional.empty();
        }
        long rows = others.stream().mapToLong(Other::rows).sum();
        return Optional.of(new Receipt.Problem(
                dataset,
                "",
                code,
                "",
                rows,
                List.of(),
                chinese.formatted(named(others, "、", " 等 %d 份"), rows, group(dataset, true)),
                english.formatted(named(others, ", ", " and others, %d in all"), rows, group(dataset, false))));
    }

    private static String named(List<Other> others, String comma, String more) {
        String names = others.stream()
                .limit(NAMED)
                .map(other ->
                        other.receipt().isEmpty() ? other.fileName() : other.fileName() + " (" + other.receipt() + ")")
                .collect(Collectors.joining(comma));
        return others.size() > NAMED ? names + more.formatted(others.size()) : names;
    }

    /** The columns within which a file replaces what was said before, as the reader calls them. */
    private static String group(String dataset, boolean isChinese) {
        Contract contract = Contracts.of(dataset);
        List<String> columns = contract.replacesBy().isEmpty() ? contract.key() : contract.replacesBy();
        return columns.stream()
                .map(name -> isChinese ? chinese(contract, name) : name)
                .collect(Collectors.joining(isChinese ? "、" : ", "));
    }

    private static String chinese(Contract contract, String column) {
        return contract.column(column).chineseName();
    }
}
