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
 * names and aliases.
 */
public final class HeaderMatch {
    /** What may follow the dataset in a file name: nothing, or what does not make it another word ({@code school_2024}, not {@code school_bus}). */
    private static final String AFTER_NAME = "(?![\\p{L}\\p{N}])(?!_\\p{L}).*";

    private HeaderMatch() {}

    /** Says what the header is, or why it is refused. */
    public static Match bind(Collection<Contract> contracts, Header header, SourceName name) {
        Set<String> personNames = PersonNames.words();
        return namedAfter(contracts, name)
                .map(contract -> new HeaderFit(contract, header, name, personNames).match())
                .orElseGet(() -> byHeader(contracts, header, name, personNames));
    }

    /** What the name alone says: the dataset, and what columns take from it. Two names that say the same are as good as one. */
    public static String meaning(Collection<Contract> contracts, SourceName name) {
        return Stream.concat(
                        namedAfter(contracts, name).map(Contract::dataset).stream(),
                        contracts.stream()
                                .flatMap(contract -> contract.columns().stream())
                                .flatMap(column -> name.part(column.fileNamePattern())
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

    private static Match byHeader(
            Collection<Contract> contracts, Header header, SourceName name, Set<String> personNames) {
        List<HeaderFit> fits = new ArrayList<>();
        for (Contract contract : contracts) {
            HeaderFit fit = new HeaderFit(contract, header, name, personNames);
            if (fit.problems().isEmpty()) {
                fits.add(fit);
            }
        }
        int most = fits.stream().mapToInt(HeaderFit::matched).max().orElse(0);
        List<HeaderFit> best =
                fits.stream().filter(fit -> fit.matched() == most).toList();
        if (best.size() == 1) {
            return best.get(0).match();
        }
        String found = ToldHeaders.of(header);
        String detail = best.isEmpty()
                ? found
                : found + " = "
                        + String.join(
                                "? ",
                                best.stream()
                                        .map(fit -> fit.contract().dataset())
                                        .toList()) + "?";
        Problem problem = new Problem(ProblemCode.UNKNOWN_DATASET, "", header.line(), detail);
        return new Match(null, List.of(problem), List.of(), List.of());
    }
}
