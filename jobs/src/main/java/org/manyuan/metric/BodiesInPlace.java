package org.manyuan.metric;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.manyuan.contract.Checklists.Place;
import org.manyuan.contract.FigureFilter;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.GroupPost;
import org.manyuan.domain.LedgerEntry;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.Unit;

/**
 * GOV-06 机构与岗位: of the bodies and posts that a group should have, the share that is in place on August 31 that ends the school year, of
 * the running year on the build's day. A body is there by an entry of the ledger or by a post in it; a post by the persons who hold it.
 * A district is all that is there over all that should be. Once more against the lists of schemes. Source: METRICS B8; card GOV-06.
 */
final class BodiesInPlace implements TerritoryMetric {
    private static final Set<String> KINDS = Set.of("body", "party");

    @Override
    public String id() {
        return "GOV-06";
    }

    @Override
    public int cardVersion() {
        return 2;
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        LedgerBook book = new LedgerBook(territory, facts, terms, entry -> KINDS.contains(entry.kind()));
        List<GroupPost> posts = facts.posts().stream()
                .filter(post -> post.startedOn() != null)
                .sorted(Comparator.comparing(GroupPost::toString))
                .toList();
        List<MetricValue> rows = new ArrayList<>(
                rows(territory, book, posts, terms, "", terms.checklists().bodiesOfUnits(), group -> terms.checklists()
                        .bodiesOf(group.kind(), group.form())));
        for (BuildTerms.Asked asked : terms.asked(territory, id())) {
            List<Place> list = asked.filter().of(FigureFilter.BODIES).stream()
                    .map(body -> new Place(body, "", 1, Integer.MAX_VALUE))
                    .toList();
            rows.addAll(rows(territory, book, posts, terms, asked.filter().part(), list, group -> list));
        }
        return rows;
    }

    private List<MetricValue> rows(
            Territory territory,
            LedgerBook book,
            List<GroupPost> posts,
            BuildTerms terms,
            String reading,
            List<Place> listOfUnits,
            Function<EducationGroup, List<Place>> listOf) {
        ChecklistRows rows = new ChecklistRows(this, territory, terms, reading);
        for (int year : years(book, posts, terms)) {
            LocalDate day = terms.lastDay(year);
            List<LedgerEntry> bodies = book.inForce(day);
            List<GroupPost> held =
                    posts.stream().filter(post -> isHeld(post, day)).toList();
            for (Unit unit : territory.units()) {
                if (!LedgerBook.ofUnit(book.all(), unit.schoolCode()).isEmpty()) {
                    List<LedgerEntry> own = LedgerBook.ofUnit(bodies, unit.schoolCode());
                    rows.unit(unit, year, found(book, own, List.of(), listOfUnits, true));
                }
            }
            rows.groups(
                    year,
                    (group, at) -> ofGroup(territory, book, bodies, posts, held, terms, listOf.apply(group), group, at),
                    false);
        }
        return rows.rows();
    }

    private static ChecklistRows.Found ofGroup(
            Territory territory,
            LedgerBook book,
            List<LedgerEntry> bodies,
            List<GroupPost> posts,
            List<GroupPost> held,
            BuildTerms terms,
            List<Place> list,
            EducationGroup group,
            int year) {
        Roster roster = territory.roster(group, terms.lastDay(year));
        boolean handedIn = !LedgerBook.ofGroup(book.all(), group, roster.all()).isEmpty()
                || posts.stream().anyMatch(post -> post.groupCode().equals(group.groupCode()));
        ChecklistRows.Found found = found(
                book,
                LedgerBook.ofGroup(bodies, group, roster.all()),
                held.stream()
                        .filter(post -> post.groupCode().equals(group.groupCode()))
                        .toList(),
                list,
                handedIn);
        return new ChecklistRows.Found(
                found.there(), found.asked(), handedIn, found.inputs().and(roster.inputs()));
    }

    private static ChecklistRows.Found found(
            LedgerBook book, List<LedgerEntry> bodies, List<GroupPost> held, List<Place> list, boolean handedIn) {
        List<Inputs> inputs = new ArrayList<>(List.of(book.inputs(bodies)));
        held.forEach(post -> inputs.add(Inputs.of(post.origin(), post)));
        long there = list.stream().filter(place -> isThere(place, bodies, held)).count();
        return new ChecklistRows.Found(there, list.size(), handedIn, Inputs.all(inputs));
    }

    private static boolean isThere(Place place, List<LedgerEntry> bodies, List<GroupPost> held) {
        if (place.post().isEmpty()) {
            return bodies.stream().anyMatch(entry -> place.body().equals(entry.item()))
                    || held.stream().anyMatch(post -> place.body().equals(post.body()));
        }
        long persons = held.stream()
                .filter(post -> place.post().equals(post.post()))
                .filter(post -> place.body().isEmpty() || place.body().equals(post.body()))
                .map(GroupPost::personKey)
                .distinct()
                .count();
        return persons >= place.least() && persons <= place.most();
    }

    private static boolean isHeld(GroupPost post, LocalDate day) {
        return !post.startedOn().isAfter(day)
                && (post.endedOn() == null || !post.endedOn().isBefore(day));
    }

    /** Every year from the first entry or post to the build's. */
    private static List<Integer> years(LedgerBook book, List<GroupPost> posts, BuildTerms terms) {
        int last = SchoolYear.of(terms.asOf());
        int first = Math.min(
                book.years().stream().findFirst().orElse(last + 1),
                posts.stream()
                        .mapToInt(post -> SchoolYear.of(post.startedOn()))
                        .min()
                        .orElse(last + 1));
        return IntStream.rangeClosed(first, last).boxed().toList();
    }
}
