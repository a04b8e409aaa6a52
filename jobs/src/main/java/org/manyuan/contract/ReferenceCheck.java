package org.manyuan.contract;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Whether a cell's value is among what it refers to; a school's name becomes its code. */
final class ReferenceCheck {
    private static final int MOST_REMEMBERED = 1 << 16;

    private final ByteIndex known;
    private final boolean shortNames;
    private final boolean open;
    private final ProblemCode unknown;
    private final References references;
    private final String folderDistrict;
    private String memoDistrict = "";
    private ByteIndex names = new ByteIndex();
    private int[] schools = new int[256];

    ReferenceCheck(Reference reference, References references, String folderDistrict) {
        this.references = references;
        this.folderDistrict = folderDistrict;
        known = references.codes(reference.dataset());
        shortNames = reference.shortNames();
        open = reference.open();
        unknown = switch (reference.dataset()) {
            case "district" -> ProblemCode.UNKNOWN_DISTRICT;
            case "education_group" -> ProblemCode.UNKNOWN_GROUP;
            case "exam" -> ProblemCode.UNKNOWN_EXAM;
            default -> ProblemCode.UNKNOWN_SCHOOL;
        };
    }

    boolean takesNames() {
        return shortNames;
    }

    /**
     * Fills the cell's reference or its problem. Where names are taken, it overrules the pattern of codes: a name is no code.
     *
     * @param exam number of the row's exam, −1 where there is none
     */
    void check(Cell cell, int exam) {
        Slice in = cell.slice;
        int found = known.find(in.buffer, in.from, in.length);
        if (found < 0 && shortNames) {
            found = named(in, exam);
        }
        if (found >= 0) {
            cell.reference = found;
            cell.problem = null;
            in.set(known.word(found));
        } else if (found == References.AMBIGUOUS) {
            cell.problem = ProblemCode.AMBIGUOUS_SCHOOL;
        } else if (!open && (cell.problem == null || shortNames)) {
            cell.problem = unknown;
        }
    }

    private int named(Slice in, int exam) {
        String district = folderDistrict;
        if (district == null && exam >= 0) {
            district = references.districtOfExam(exam);
        }
        String scope = district == null ? "" : district;
        if (!scope.equals(memoDistrict) || names.size() == MOST_REMEMBERED) {
            memoDistrict = scope;
            names = new ByteIndex();
        }
        int seen = names.find(in.buffer, in.from, in.length);
        if (seen >= 0) {
            return schools[seen];
        }
        String text = in.text();
        int school = references.schoolOfName(district, Words.normal(text));
        // bytes that are no UTF-8 do not survive as text: they are not remembered
        if (in.is(text.getBytes(StandardCharsets.UTF_8))) {
            int place = names.add(text);
            if (place == schools.length) {
                schools = Arrays.copyOf(schools, 2 * place);
            }
            schools[place] = school;
        }
        return school;
    }
}
