package org.manyuan.metric;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.LedgerEntry;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Unit;

/**
 * GOV-04 制度文件: of the documents that a group should have, the share that is in force on August 31 that ends the school year, of the
 * running year on the build's day. Units by their own documents against the list of their group's kind; a district is the mean over
 * groups. Source: METRICS B8; card GOV-04.
 */
final class DocumentsInForce implements TerritoryMetric {
    private static final Set<String> KINDS = Set.of("document", "agreement", "plan");

    @Override
    public String id() {
        return "GOV-04";
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        LedgerBook book = new LedgerBook(territory, facts, terms, entry -> KINDS.contains(entry.kind()));
        ChecklistRows rows = new ChecklistRows(this, territory, terms);
        for (int year : book.yearsSinceTheFirst()) {
            List<LedgerEntry> inForce = book.inForce(terms.lastDay(year));
            for (Unit unit : territory.units()) {
                if (!LedgerBook.ofUnit(book.all(), unit.schoolCode()).isEmpty()) {
                    List<LedgerEntry> own = LedgerBook.ofUnit(inForce, unit.schoolCode());
                    rows.unit(unit, year, found(book, own, listOf(territory, terms, unit, year), true));
                }
            }
            rows.groups(
                    year,
                    (group, at) -> {
                        Roster roster = territory.roster(group, terms.lastDay(at));
                        List<LedgerEntry> own = LedgerBook.ofGroup(inForce, group, roster.all());
                        boolean handedIn = !LedgerBook.ofGroup(book.all(), group, roster.all())
                                .isEmpty();
                        ChecklistRows.Found found =
                                found(book, own, terms.checklists().documentsOf(group.kind()), handedIn);
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

    /** The list of the first of the unit's groups by code; of a unit in no group the one for kinds that have none of their own. */
    private static List<String> listOf(Territory territory, BuildTerms terms, Unit unit, int year) {
        String kind = territory.groups().stream()
                .filter(group ->
                        territory.roster(group, terms.lastDay(year)).all().contains(unit.schoolCode()))
                .map(EducationGroup::kind)
                .findFirst()
                .orElse("");
        return terms.checklists().documentsOf(kind);
    }
}
