package org.manyuan.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Recognises native files: the dataset by the file's name ({@code <dataset>*.csv}) or else by its header, the columns by their
 * names and aliases. The header may stand under title lines and may take two lines; it is the line, or the two lines, that mean most
 * columns of a contract.
 */
public final class HeaderMatch {
    /** What may follow the dataset in a file name: nothing, or what does not make it another word ({@code school_2024}, not {@code school_bus}). */
    private static final String AFTER_NAME = "(?![\\p{L}\\p{N}])(?!_\\p{L}).*";

    /** A header that means fewer columns of a dataset is not near it. */
    private static final int NEAR = 2;

    private HeaderMatch() {}

    /** Says what one line is as a header, or why it is refused. */
    public static Match bind(Collection<Contract> contracts, Header header, SourceName name) {
        return find(contracts, List.of(header), List.of(), name).match();
    }

    /**
     * Looks for the header.
     *
     * @param heads the first lines with content
     * @param merged cells that a sheet shows as one
     */
    public static FoundHeader find(
            Collection<Contract> contracts, List<Header> heads, List<MergedCells> merged, SourceName name) {
        List<Header> lines = heads.isEmpty() ? List.of(new Header(List.of(), 1)) : heads;
        Set<String> personNames = PersonNames.words();
        return namedAfter(contracts, name)
                .map(contract -> ofNamed(best(contract, lines, merged, name, personNames), lines.get(0)))
                .orElseGet(() -> byHeader(
                        contracts.stream()
                                .map(contract -> best(contract, lines, merged, name, personNames))
                                .toList(),
                        lines.get(0)));
    }

    /** What the name alone says: the dataset, and what columns take from it. Two names that say the same are as good as one. */
    public static String meaning(Collection<Contract> contracts, SourceName name) {
        return Stream.concat(
                        namedAfter(contracts, name).map(Contract::dataset).stream(),
                        contracts.stream()
                                .flatMap(contract -> contract.columns().stream())
                                .flatMap(
                                        column -> name
                                                .said(column.fileNamePattern())
                                                .map(part -> column.name() + "=" + part)
                                                .stream()))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static Optional<Contract> namedAfter(Collection<Contract> contracts, SourceName name) {
        return contracts.stream()
                .filter(contract -> isNamedAfter(contract, name))
                .max(Comparator.comparingInt(contract -> contract.dataset().length()));
    }

    private static boolean isNamedAfter(Contract contract, SourceName name) {
        return Pattern.compile("^" + Pattern.quote(contract.dataset()) + AFTER_NAME, Pattern.DOTALL)
                .matcher(name.stem().toLowerCase(Locale.ROOT))
                .matches();
    }

    /** The line, or the two lines, that fit a contract best: without a problem, then by what they mean, then the first. */
    private static HeaderFit best(
            Contract contract, List<Header> lines, List<MergedCells> merged, SourceName name, Set<String> personNames) {
        HeaderMeanings meanings = new HeaderMeanings(contract, personNames);
        List<HeaderFit> single = new ArrayList<>();
        List<HeaderFit> joined = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            // the upper of two lines is never the last of a header: its cells would take what belongs to one of several
            // under them
            if (!isUpper(lines, i, merged, meanings)) {
                single.add(new HeaderFit(meanings, lines.get(i), name));
            } else if (!isUpper(lines, i + 1, merged, meanings)) {
                TwoRowHeader both = new TwoRowHeader(lines.get(i), lines.get(i + 1), merged);
                joined.add(new HeaderFit(meanings, both.joined(meanings), name));
            }
        }
        List<HeaderFit> all = new ArrayList<>(single);
        all.addAll(joined);
        int most = all.stream().mapToInt(HeaderMatch::rank).max().orElse(0);
        return all.stream().filter(fit -> rank(fit) == most).findFirst().orElseThrow();
    }

    private static boolean isUpper(List<Header> lines, int line, List<MergedCells> merged, HeaderMeanings meanings) {
        return line + 1 < lines.size()
                && new TwoRowHeader(lines.get(line), lines.get(line + 1), merged).isOne(meanings);
    }

    private static int rank(HeaderFit fit) {
        return fit.matched() == 0 ? 0 : 2 * fit.matched() + (fit.problems().isEmpty() ? 1 << 20 : 0);
    }

    private static FoundHeader byHeader(List<HeaderFit> fits, Header first) {
        List<HeaderFit> fitting = fits.stream()
                .filter(fit -> fit.problems().isEmpty() && fit.matched() >= NEAR)
                .toList();
        int most = fitting.stream().mapToInt(HeaderFit::matched).max().orElse(0);
        List<HeaderFit> best =
                fitting.stream().filter(fit -> fit.matched() == most).toList();
        if (best.size() == 1) {
            return best.get(0).found();
        }
        Optional<HeaderFit> nearest =
                fits.stream().filter(fit -> fit.matched() >= NEAR).max(Comparator.comparingInt(HeaderFit::matched));
        Header told = best.isEmpty()
                ? nearest.map(HeaderFit::header).orElse(first)
                : best.get(0).header();
        List<Problem> problems = new ArrayList<>();
        if (best.isEmpty() && nearest.isEmpty() && ToldHeaders.isData(first)) {
            problems.add(noHeader(first, "./manyuan template"));
        } else {
            problems.add(new Problem(ProblemCode.UNKNOWN_DATASET, "", told.line(), unknown(told, best)));
        }
        nearest.filter(fit -> best.isEmpty()).ifPresent(fit -> problems.add(near(fit)));
        return new FoundHeader(told.line(), new Match(null, problems, List.of(), List.of()));
    }

    /** The headers, and the datasets that they fit alike. */
    private static Wording unknown(Header told, List<HeaderFit> alike) {
        Wording found = ToldHeaders.of(told);
        if (alike.isEmpty()) {
            return found;
        }
        List<String> datasets =
                alike.stream().map(fit -> fit.contract().dataset()).toList();
        return new Wording(
                found.zh() + "；同样符合 " + String.join("、", datasets),
                found.en() + "; " + String.join(" and ", datasets) + " fit alike");
    }

    private static Problem noHeader(Header first, String template) {
        return new Problem(ProblemCode.NO_HEADER, template, first.line(), ToldHeaders.shape(first));
    }

    /** A file that says its dataset and begins with a line of data lacks its header, not each of its columns. */
    private static FoundHeader ofNamed(HeaderFit fit, Header first) {
        if (fit.matched() > 0 || !ToldHeaders.isData(first)) {
            return fit.found();
        }
        Problem problem = noHeader(first, "./manyuan template " + fit.contract().dataset());
        return new FoundHeader(first.line(), new Match(null, List.of(problem), List.of(), List.of()));
    }

    /** Whether some line is near the header of some dataset. */
    public static boolean isNear(Collection<Contract> contracts, List<Header> heads, List<MergedCells> merged) {
        SourceName nameless = new SourceName("", null);
        return !heads.isEmpty()
                && contracts.stream()
                        .anyMatch(contract -> best(contract, heads, merged, nameless, Set.of())
                                        .matched()
                                >= NEAR);
    }

    private static Problem near(HeaderFit fit) {
        String dataset = fit.contract().dataset() + " " + fit.contract().chineseName();
        String lacking = fit.problems().stream()
                .map(Problem::column)
                .filter(column -> !column.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        return new Problem(ProblemCode.NEAREST_DATASET, dataset, fit.header().line(), lacking);
    }
}
