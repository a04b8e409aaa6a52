package org.manyuan.metric;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.manyuan.domain.Term;

/** The terms of a territory's districts, as far as they had begun on the build's day; the running one ends with it. */
final class TermCalendar {
    private final Territory territory;
    private final List<Term> terms;

    TermCalendar(Territory territory, List<Term> calendar, LocalDate asOf) {
        this.territory = territory;
        this.terms = calendar.stream()
                .filter(term -> term.fromOn() != null
                        && term.toOn() != null
                        && !term.fromOn().isAfter(asOf))
                .map(term -> term.toOn().isAfter(asOf)
                        ? new Term(term.districtCode(), term.schoolYear(), term.term(), term.fromOn(), asOf)
                        : term)
                .sorted(Comparator.comparing(Term::fromOn))
                .toList();
    }

    /**
     * The terms of a year where a unit or an authority lies, else those of a district above; none where no calendar was handed in.
     *
     * @param districtCode null: the territory's
     */
    List<Term> of(String districtCode, int year) {
        List<String> places = new ArrayList<>();
        if (districtCode != null) {
            places.add(districtCode);
            places.addAll(territory.places(districtCode));
        }
        places.add(territory.code());
        for (String place : new LinkedHashSet<>(places)) {
            List<Term> found = terms.stream()
                    .filter(term ->
                            term.schoolYear() == year && term.districtCode().equals(place))
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }
}
