package org.manyuan.job;

import java.util.List;
import java.util.Optional;
import org.manyuan.contract.Binding;
import org.manyuan.contract.ProblemCode;
import org.manyuan.contract.References;
import org.manyuan.contract.Wording;
import org.manyuan.domain.Receipt;
import org.manyuan.store.SourceCounts;

/**
 * What a receipt tells of a reason that rows were rejected for, with what the clerk cannot see in the rows: that a value was taken from the
 * name of the file or folder, and which exams are known.
 */
record RowReasons(Binding binding, References known) {
    private static final int MOST_EXAMS = 8;

    static RowReasons of(Intake.Taken taken) {
        return new RowReasons(taken.part().binding(), taken.known());
    }

    /**
     * One problem of a receipt.
     *
     * @param reason code, colon, header
     */
    Receipt.Problem told(String sheet, String reason, SourceCounts.Occurrences seen) {
        Receipt.Problem told = RowWords.problem(binding.contract().dataset(), sheet, reason, seen);
        Optional<Wording> origin = binding.origin(told.column());
        StringBuilder zh = new StringBuilder(named(told.chinese(), told.column()));
        StringBuilder en = new StringBuilder(told.english());
        origin.ifPresent(said -> {
            zh.append("；该值").append(said.zh());
            en.append("; the value is ").append(said.en());
        });
        if (told.code().equals(ProblemCode.UNKNOWN_EXAM.name())) {
            List<String> exams = known.firstCodes("exam", MOST_EXAMS + 1);
            zh.append("；已报送的考试：").append(shown(exams, "、", "无"));
            en.append("; exams handed in: ").append(shown(exams, ", ", "none"));
        }
        return new Receipt.Problem(
                told.dataset(),
                told.sheet(),
                told.code(),
                told.column(),
                told.occurrences(),
                told.firstLines(),
                zh.toString(),
                en.toString());
    }

    /** What no header of the file says is called by its Chinese name. */
    private String named(String words, String column) {
        boolean isOurs = binding.contract().has(column);
        return isOurs ? words.replace(column, binding.contract().column(column).chineseName() + " " + column) : words;
    }

    private static String shown(List<String> exams, String separator, String none) {
        if (exams.isEmpty()) {
            return none;
        }
        return String.join(separator, exams.subList(0, Math.min(MOST_EXAMS, exams.size())))
                + (exams.size() > MOST_EXAMS ? " …" : "");
    }
}
