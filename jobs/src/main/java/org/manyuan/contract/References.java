package org.manyuan.contract;

import java.io.Serializable;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What rows may refer to: the codes of stored districts, schools, groups and exams, the short names of schools by district, the
 * papers of exams. Grows with schools and papers, never with pupils. Immutable once built.
 */
public final class References implements Serializable {
    private static final long serialVersionUID = 1L;

    /** A name that several schools of a district use. */
    static final int AMBIGUOUS = -2;

    /** A code or name that nobody knows. */
    static final int UNKNOWN = -1;

    private static final String TOTAL = "total";

    private final String codeSystem;
    private final ByteIndex districts;
    private final ByteIndex schools;
    private final ByteIndex groups;
    private final ByteIndex exams;
    private final Map<String, Map<String, Integer>> namesByDistrict;
    private final Map<Integer, String> examDistricts;
    private final ByteIndex subjects;
    private final Map<Long, Paper> papers;
    private final Map<Integer, Integer> subjectsOfExams = new HashMap<>();

    /** What a score of one exam and subject is held against. Null: not known, not checked. */
    record Paper(BigDecimal fullMark, BigDecimal scoreStep) implements Serializable {}

    private References(Builder from) {
        codeSystem = from.codeSystem;
        districts = new ByteIndex(from.districts);
        schools = new ByteIndex(from.schools);
        groups = new ByteIndex(from.groups);
        exams = new ByteIndex(from.exams);
        examDistricts = new HashMap<>(from.examDistricts);
        subjects = new ByteIndex(from.subjects);
        papers = new HashMap<>(from.papers);
        namesByDistrict = from.names();
        int total = from.subjects.add(TOTAL);
        papers.keySet().stream()
                .filter(paper -> paper.intValue() != total)
                .forEach(paper -> subjectsOfExams.merge((int) (paper >> 32), 1, Integer::sum));
    }

    /** Starts an empty set of references under a code system ({@code cn}, {@code none}; setting {@code code_system}). */
    public static Builder builder(String codeSystem) {
        return new Builder(codeSystem);
    }

    /** The code system under which patterns of codes are checked. */
    public String codeSystem() {
        return codeSystem;
    }

    /** The codes of a dataset that columns refer to. */
    ByteIndex codes(String dataset) {
        return switch (dataset) {
            case "district" -> districts;
            case "school" -> schools;
            case "education_group" -> groups;
            case "exam" -> exams;
            default -> throw new IllegalArgumentException("no column can refer to dataset " + dataset);
        };
    }

    /** The first codes of a dataset that columns refer to, in their order. */
    public List<String> firstCodes(String dataset, int most) {
        ByteIndex known = codes(dataset);
        return IntStream.range(0, known.size())
                .mapToObj(number -> new String(known.word(number), StandardCharsets.UTF_8))
                .sorted()
                .limit(most)
                .toList();
    }

    /**
     * The number of the school of that name in a district or below it.
     *
     * @param district null: anywhere
     * @param name full or short, as {@link Words#normal} makes it
     * @return {@link #UNKNOWN}, {@link #AMBIGUOUS} or the school's number
     */
    int schoolOfName(String district, String name) {
        return namesByDistrict
                .getOrDefault(district == null ? "" : district, Map.of())
                .getOrDefault(name, UNKNOWN);
    }

    /** The district of an exam, by the exam's number; null where unknown. */
    String districtOfExam(int exam) {
        return examDistricts.get(exam);
    }

    /** The number of a subject that some paper has. */
    int subject(byte[] buffer, int from, int length) {
        return subjects.find(buffer, from, length);
    }

    /** The paper of an exam and subject, by their numbers; null where there is none. */
    Paper paper(int exam, int subject) {
        return papers.get(paperKey(exam, subject));
    }

    /** In how many subjects an exam, by its number, has papers; its total is none. */
    int subjectsOf(int exam) {
        return subjectsOfExams.getOrDefault(exam, 0);
    }

    private static long paperKey(int exam, int subject) {
        return (long) exam << 32 | subject;
    }

    /** Collects references; the order of calls does not matter. */
    public static final class Builder {
        private record Named(int school, String district, String authority, List<String> names) {}

        private final String codeSystem;
        private final ByteIndex districts = new ByteIndex();
        private final ByteIndex schools = new ByteIndex();
        private final ByteIndex groups = new ByteIndex();
        private final ByteIndex exams = new ByteIndex();
        private final ByteIndex subjects = new ByteIndex();
        private final Map<Integer, String> examDistricts = new HashMap<>();
        private final Map<Long, Paper> papers = new HashMap<>();
        private final Map<String, String> parents = new HashMap<>();
        private final List<Named> named = new ArrayList<>();

        private Builder(String codeSystem) {
            this.codeSystem = codeSystem;
        }

        /** A district and the one above it, null at the root. */
        public Builder district(String districtCode, String parentCode) {
            districts.add(districtCode);
            if (parentCode != null) {
                parents.put(districtCode, parentCode);
            }
            return this;
        }

        /**
         * A unit; several versions of one are fine.
         *
         * @param aliases short names separated by {@code ; ； 、 | ,}; null: none
         */
        public Builder school(String schoolCode, String district, String authority, String name, String aliases) {
            List<String> names = new ArrayList<>();
            if (name != null) {
                names.add(name);
            }
            if (aliases != null) {
                names.addAll(List.of(aliases.split("[;；、|,，]")));
            }
            named.add(new Named(schools.add(schoolCode), district, authority, names));
            return this;
        }

        /** A group. */
        public Builder group(String groupCode) {
            groups.add(groupCode);
            return this;
        }

        /** An exam and the district whose pupils sat it. */
        public Builder exam(String examCode, String districtCode) {
            int exam = exams.add(examCode);
            if (districtCode != null) {
                examDistricts.put(exam, districtCode);
            }
            return this;
        }

        /** A paper; full mark and step may be null. */
        public Builder paper(String examCode, String subject, BigDecimal fullMark, BigDecimal scoreStep) {
            papers.put(paperKey(exams.add(examCode), subjects.add(subject)), new Paper(fullMark, scoreStep));
            return this;
        }

        /** What was collected so far; collecting may go on. */
        public References build() {
            return new References(this);
        }

        /** By district (and "" for anywhere): name → school, for the schools that lie in it or below it or are run by it. */
        private Map<String, Map<String, Integer>> names() {
            Map<String, Map<String, Integer>> found = new LinkedHashMap<>();
            for (Named school : named) {
                Set<String> scopes = new HashSet<>(Set.of(""));
                addWithAncestors(school.district, scopes);
                addWithAncestors(school.authority, scopes);
                for (String scope : scopes) {
                    Map<String, Integer> names = found.computeIfAbsent(scope, s -> new HashMap<>());
                    for (String name : school.names) {
                        String normal = Words.normal(name);
                        if (!normal.isEmpty()) {
                            names.merge(normal, school.school, (a, b) -> a.equals(b) ? a : AMBIGUOUS);
                        }
                    }
                }
            }
            return found;
        }

        private void addWithAncestors(String district, Set<String> scopes) {
            String at = district;
            while (at != null && scopes.add(at)) {
                at = parents.get(at);
            }
        }
    }
}
