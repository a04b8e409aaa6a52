package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.manyuan.contract.FigureFilter;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.LedgerEntry;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Unit;

/**
 * GOV-04 制度文件: of the documents that a group should have, the share that is in force on August 31 that ends the school year, of the
 * running year on the build's day. Units by their own documents against the list of their group's kind; a district is the mean over
 * groups. Once more against the lists of schemes. Source: METRICS B8; card GOV-04.
 */
final class DocumentsInForce implements TerritoryMetric {
    private static final Set<String> KINDS = Set.of("document", "agreement", "plan");

    @Override
    public String id() {
        return "GOV-04";
    }

    @Override
    public int cardVersion() {
        return 2;
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        LedgerBook book = new LedgerBook(territory, facts, terms, entry -> KINDS.contains(entry.kind()));
        List<MetricValue> rows = new ArrayList<>(rows(book, territory, terms, "", terms.checklists()::documentsOf));
        for (BuildTerms.Asked asked : terms.asked(territory, id())) {
            List<String> list = asked.filter().of(FigureFilter.DOCUMENTS);
            rows.addAll(rows(book, territory, terms, asked.filter().part(), kind -> list));
        }
        return rows;
    }

    /** @param listOf the documents that a group of a kind should have */
    private List<MetricValue> rows(
            LedgerBook book,
            Territory territory,
            BuildTerms terms,
            String reading,
            Function<String, List<String>> listOf) {
        ChecklistRows rows = new ChecklistRows(this, territory, terms, reading);
        for (int year : book.yearsSinceTheFirst()) {
            List<LedgerEntry> inForce = book.inForce(terms.lastDay(year));
            for (Unit unit : territory.units()) {
                if (!LedgerBook.ofUnit(book.all(), unit.schoolCode()).isEmpty()) {
                    List<LedgerEntry> own = LedgerBook.ofUnit(inForce, unit.schoolCode());
                    rows.unit(unit, year, found(book, own, listOf.apply(kind(territory, terms, unit, year)), true));
                }
            }
            rows.groups(
                    year,
                    (group, at) -> {
                        Roster roster = territory.roster(group, terms.lastDay(at));
                        List<LedgerEntry> own = LedgerBook.ofGroup(inForce, group, roster.all());
                        boolean handedIn = !LedgerBook.ofGroup(book.all(), group, roster.all())
                                .isEmpty();
                        ChecklistRows.Found found = found(book, own, listOf.apply(group.kind()), handedIn);
                        return new ChecklistRows.Found(
                                found.there(),
                                found.asked(),
                                handedIn,
                                found.inputs().and(roster.inputs()));
                    },
                    true);
        }
        return rows.rows();
    }

    private static ChecklistRows.Found found(
            LedgerBook book, List<LedgerEntry> own, List<String> list, boolean handedIn) {
        Set<String> items =
                own.stream().map(LedgerEntry::item).filter(Objects::nonNull).collect(Collectors.toSet());
        return new ChecklistRows.Found(
                list.stream().filter(items::contains).count(), list.size(), handedIn, book.inputs(own));
    }

    /** That of the first of the unit's groups by code; empty for a unit in no group, which takes the list for kinds without their own. */
    private static String kind(Territory territory, BuildTerms terms, Unit unit, int year) {
        return territory.groups().stream()
                .filter(group ->
                        territory.roster(group, terms.lastDay(year)).all().contains(unit.schoolCode()))
                .map(EducationGroup::kind)
                .findFirst()
                .orElse("");
    }
}
