package org.manyuan.contract;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.manyuan.domain.Stage;

/** Reads the leaves of a scheme. Source: METRICS C2; what the loader rejects. */
final class SchemeLeafFile {
    /** What a leaf has beside what every entry of the tree has. */
    static final Set<String> KEYS = Set.of(
            "metric",
            "measure",
            "params",
            "exam",
            "unit",
            "reducer",
            "members",
            "direction",
            "normalisation",
            "metric_origin",
            "target_origin",
            "threshold",
            "variants");

    private static final Set<String> REPLACEABLE =
            Set.of("when", "metric", "measure", "params", "exam", "unit", "reducer", "direction", "normalisation");
    /** The gaps of groups that a metric has rows of. */
    private static final Map<String, Set<String>> GAPS = Map.of(
            "GAP-16", Set.of("GAP-07", "GAP-08", "GAP-08b", "GAP-08c", "GAP-09b"),
            "GAP-17", Set.of("GAP-08b", "GAP-08c"));

    /** As the contract of schools writes them. */
    private static final String TAG = "[a-z_]+";

    private static final Set<String> PARAMS = Set.of("gap", "kind", "base");
    /** What a metric's facts can be filtered by, beside the parts of its variants. */
    private static final Map<String, List<String>> FILTERS = Map.of(
            "TCH-07", FigureFilter.OF_ACTIVITIES,
            "GOV-04", List.of(FigureFilter.DOCUMENTS),
            "GOV-06", List.of(FigureFilter.BODIES),
            "EXM-06", List.of(FigureFilter.PRIOR));

    private static final Set<String> WITH_PRIOR = Set.of("va", "raw", "residual_gain");
    private static final String FOUNDING = "founding";
    private static final String PREVIOUS = "previous";

    private final MetricCards cards;
    private final String base;
    private final Scheme.Subject subject;

    /** Leaves of a scheme of such subjects whose changes compare with that base. */
    SchemeLeafFile(MetricCards cards, String base, Scheme.Subject subject) {
        this.cards = cards;
        this.base = base;
        this.subject = subject;
    }

    IndicatorLeaf leaf(Entries leaf) {
        IndicatorLeaf own = leaf(leaf, List.of());
        if (!leaf.has("variants")) {
            return own;
        }
        return leaf(
                leaf,
                leaf.needed("variants").list().stream()
                        .map(tree -> variant(leaf, tree))
                        .toList());
    }

    private IndicatorLeaf leaf(Entries leaf, List<IndicatorLeaf.Variant> variants) {
        MetricCard card = card(leaf.needed("metric"));
        String measure =
                leaf.text("measure", card.measures().keySet().iterator().next());
        if (!card.measures().containsKey(measure)) {
            throw leaf.needed("measure")
                    .wrong(card.id() + " has no measure " + measure + "; known: "
                            + Entries.sorted(card.measures().keySet()));
        }
        Set<String> known = new TreeSet<>(PARAMS);
        known.addAll(FILTERS.getOrDefault(card.id(), List.of()));
        Entries params = leaf.below("params", known);
        IndicatorLeaf.ExamChoice exam = exam(card.id(), measure, leaf);
        boolean lower = leaf.word("direction", null, Set.of("higher", "lower")).equals("lower");
        return new IndicatorLeaf(
                card.id(),
                measure,
                gap(card.id(), params),
                FILTERS.getOrDefault(card.id(), List.of()).contains("kind") ? "" : params.text("kind", ""),
                base(params, base),
                filter(card.id(), measure, exam, params),
                exam,
                leaf.word("unit", null, IndicatorLeaf.Unit.class),
                leaf.word("reducer", IndicatorLeaf.Reducer.STUDENT_WEIGHTED, IndicatorLeaf.Reducer.class),
                members(leaf),
                lower,
                NormalisationFile.normalisation(card.id(), leaf.needed("normalisation"), lower),
                leaf.has("threshold") ? NormalisationFile.threshold(leaf.needed("threshold")) : null,
                leaf.word("metric_origin", null, Set.of("direct", "proxy")),
                leaf.word("target_origin", null, Set.of("seed", "national", "placeholder")),
                variants);
    }

    private MetricCard card(Tree metric) {
        return cards.all().stream()
                .filter(card -> card.id().equals(metric.text()))
                .findFirst()
                .orElseThrow(() -> metric.wrong("there is no metric " + metric.text() + "; known are the cards of"
                        + " schemas/metrics: "
                        + String.join(
                                ", ", cards.all().stream().map(MetricCard::id).toList())));
    }

    private IndicatorLeaf.Variant variant(Entries leaf, Tree tree) {
        Entries variant = Entries.of(tree, REPLACEABLE);
        Entries when = Entries.of(variant.needed("when"), Set.of("kind", "form", "stages", "role", "no_common_exam"));
        boolean noCommonExam = when.has("no_common_exam");
        if (noCommonExam && !when.needed("no_common_exam").flag()) {
            throw when.needed("no_common_exam").wrong("no_common_exam can only be true");
        }
        return new IndicatorLeaf.Variant(
                stages(when),
                when.text("kind", ""),
                when.text("form", ""),
                role(when),
                noCommonExam,
                leaf(leaf.with(variant), List.of()));
    }

    private Scheme.Subject role(Entries when) {
        if (!when.has("role")) {
            return null;
        }
        if (subject == Scheme.Subject.GROUP) {
            throw when.needed("role").wrong("a group has no role; leave role out, or write subject: lead or member");
        }
        return when.word("role", null, Set.of("lead", "member")).equals("lead")
                ? Scheme.Subject.LEAD
                : Scheme.Subject.MEMBER;
    }

    /** What of the metric's facts counts alone; null: all. */
    private static FigureFilter filter(String metricId, String measure, IndicatorLeaf.ExamChoice exam, Entries params) {
        Map<String, List<String>> words = new HashMap<>();
        for (String key : FILTERS.getOrDefault(metricId, List.of())) {
            if (params.has(key)) {
                words.put(
                        key,
                        key.equals(FigureFilter.PRIOR)
                                ? prior(measure, exam, params.needed(key))
                                : words(key, params.needed(key)));
            }
        }
        return words.isEmpty() ? null : new FigureFilter(metricId, words);
    }

    /** One word or a list of them, each as the vocabulary's code has it: others are written down as they come. */
    private static List<String> words(String key, Tree tree) {
        List<Tree> list = tree.isText() ? List.of(tree) : tree.list();
        if (list.isEmpty()) {
            throw tree.wrong(key + " lists nothing; leave it out to count all");
        }
        Map<String, List<String>> codes = vocabulary(key);
        for (Tree word : list) {
            if (word.text().isEmpty() || FigureFilter.RESERVED.stream().anyMatch(word.text()::contains)) {
                throw word.wrong("a word of " + key + " is not empty and has neither / nor +");
            }
            codes.forEach((code, ways) -> {
                if (!codes.containsKey(word.text()) && ways.contains(word.text())) {
                    throw word.wrong(word.text() + " is kept as " + code + "; write that");
                }
            });
        }
        return list.stream().map(Tree::text).toList();
    }

    private static Map<String, List<String>> vocabulary(String key) {
        return switch (key) {
            case "kind" -> Contracts.vocabulary("activity_kind");
            case "subject" -> Contracts.vocabulary("subject");
            case FigureFilter.DOCUMENTS -> Contracts.vocabulary("ledger_item");
            case FigureFilter.BODIES -> Contracts.vocabulary("group_body");
            default -> Map.of();
        };
    }

    /** The earlier paper is of the same subject: pupils are linked within one. */
    private static List<String> prior(String measure, IndicatorLeaf.ExamChoice exam, Tree tree) {
        Entries prior = Entries.of(tree, Set.of("kind", "stage", "grade", "subject"));
        if (!WITH_PRIOR.contains(measure)) {
            throw tree.wrong(measure + " takes no prior; known with one: " + Entries.sorted(WITH_PRIOR));
        }
        String subject = prior.text("subject", exam.subject());
        if (!subject.equals(exam.subject())) {
            throw prior.needed("subject")
                    .wrong("pupils are linked within one subject; write the exam's, " + exam.subject() + ", not "
                            + subject);
        }
        List<String> words = new ArrayList<>();
        for (String key : List.of("grade", "kind", "stage")) {
            if (prior.has(key)) {
                words.add(key + ":" + prior.text(key, ""));
            }
        }
        if (words.isEmpty()) {
            throw tree.wrong(
                    "prior names at least one of kind, stage, grade; leave it out for whatever paper is found");
        }
        return words;
    }

    /** The stages of an entry; empty where none are written. */
    static Set<Stage> stages(Entries entries) {
        Set<Stage> stages = EnumSet.noneOf(Stage.class);
        if (entries.has("stages")) {
            entries.needed("stages").list().forEach(tree -> {
                try {
                    stages.add(Stage.valueOf(tree.text()));
                } catch (IllegalArgumentException e) {
                    throw tree.wrong("a stage is K, P, J or S, not " + tree.text());
                }
            });
        }
        return stages;
    }

    private static String gap(String metricId, Entries params) {
        String gap = params.text("gap", ComparedMetrics.namesGap(metricId) ? ComparedMetrics.DEFAULT_GAP : "");
        if (params.has("gap") && !ComparedMetrics.namesGap(metricId)) {
            throw params.needed("gap").wrong(metricId + " takes no gap; leave it out");
        }
        if (!gap.isEmpty() && !GAPS.get(metricId).contains(gap)) {
            throw params.needed("gap")
                    .wrong("gap of " + metricId + " is one of " + Entries.sorted(GAPS.get(metricId)) + ", not " + gap);
        }
        return gap;
    }

    /** founding, previous or a school year. */
    static String base(Entries entries, String otherwise) {
        String base = entries.text("base", otherwise);
        if (!base.equals(FOUNDING) && !base.equals(PREVIOUS) && !base.matches("\\d{4}")) {
            throw entries.needed("base").wrong("base is founding, previous or a school year, not " + base);
        }
        return base;
    }

    private static IndicatorLeaf.ExamChoice exam(String metricId, String measure, Entries leaf) {
        boolean ofExams = metricId.equals("ENR-12")
                || metricId.startsWith("EXM")
                || metricId.startsWith("GAP") && !measure.startsWith("RES");
        if (!leaf.has("exam")) {
            if (ofExams) {
                throw leaf.place().wrong(metricId + " is of exams: name exam {kind, stage, grade, subject}");
            }
            return null;
        }
        Tree place = leaf.needed("exam");
        if (!ofExams) {
            throw place.wrong(metricId + " is of no exam; leave exam out");
        }
        Entries exam = Entries.of(place, Set.of("kind", "stage", "grade", "subject", "pool"));
        String stage = exam.text("stage", "");
        if (!stage.isEmpty()) {
            exam.word("stage", "", Set.of("K", "P", "J", "S"));
        }
        return new IndicatorLeaf.ExamChoice(
                exam.text("kind", ""),
                stage,
                exam.text("grade", ""),
                exam.text("subject", ""),
                exam.word("pool", "mean", Set.of("mean", "by_students")).equals("by_students"));
    }

    private static IndicatorLeaf.Members members(Entries leaf) {
        Entries members = leaf.below("members", Set.of("member_kind", "tags"));
        for (String tag : members.texts("tags")) {
            if (!tag.matches(TAG)) {
                throw members.needed("tags")
                        .wrong("a tag is small letters, as in the file of schools: weak, not " + tag);
            }
        }
        return new IndicatorLeaf.Members(Set.copyOf(members.texts("member_kind")), Set.copyOf(members.texts("tags")));
    }
}
