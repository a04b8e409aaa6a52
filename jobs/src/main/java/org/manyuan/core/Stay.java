package org.manyuan.core;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.manyuan.domain.MembershipSpan;

/**
 * One uninterrupted membership of a school in a group, as one submitter's files tell it, read one after the other: the words that hold
 * from each day on, and how it ended, by a stated day, by a transfer, or because a snapshot lacks the school.
 */
final class Stay {
    private final MembershipRow first;
    private final NavigableMap<LocalDate, MembershipRow> parts = new TreeMap<>();
    private LocalDate until;
    private LocalDate missedOn;
    private Stay next;
    private final List<Stay> again = new ArrayList<>();
    private MembershipRow last;
    private LocalDate lastOn;

    /**
     * @param first the row that tells of it first
     * @param joined its first day
     */
    Stay(MembershipRow first, LocalDate joined) {
        this.first = first;
        last = first;
        lastOn = first.saidOn();
        until = first.leftOn();
        parts.put(joined, first);
    }

    String group() {
        return first.groupCode();
    }

    /** Whether a row with both its days said so, not a snapshot. */
    boolean isStated() {
        return first.asOf() == null;
    }

    /** Whether only the row that stated it has told of it until now. */
    boolean isNew() {
        return last == first;
    }

    /** The row that told of it first. */
    MembershipRow first() {
        return first;
    }

    /** The row that told of it last. */
    MembershipRow last() {
        return last;
    }

    /** The day of which the files last said that the school is in, or that it is not. */
    LocalDate lastOn() {
        return lastOn;
    }

    LocalDate joined() {
        return parts.firstKey();
    }

    /** Whether, as far as was read, the school is in on that day or will be. */
    boolean isOpen(LocalDate day) {
        return missedOn == null && next == null && (until == null || until.isAfter(day));
    }

    /** Whether its end is a day that a row states. */
    boolean endsAsStated() {
        return until != null;
    }

    /** Whether it ended because a snapshot lacks the school. */
    boolean endsUnsaid() {
        return missedOn != null;
    }

    /** Null while open. After a transfer it follows the joined day of the next stay, whatever that is corrected to. */
    LocalDate left() {
        if (until != null) {
            return until;
        }
        if (next == null) {
            return missedOn;
        }
        Stay there = next.goesOnAs().orElse(next);
        return there.neverWas() ? there.left() : there.joined();
    }

    /** The later stay in the same group whose joined day, as known now, lies before the end of this one: then it never ended. */
    Optional<Stay> goesOnAs() {
        LocalDate left = left();
        return endsAsStated() || left == null
                ? Optional.empty()
                : again.stream().filter(later -> later.joined().isBefore(left)).min(Comparator.comparing(Stay::joined));
    }

    /** The school is in the group again, after it seemed to have left. */
    void comesAgain(Stay later) {
        again.add(later);
    }

    boolean overlaps(LocalDate from, LocalDate to) {
        LocalDate left = left();
        return (left == null || from.isBefore(left)) && (to == null || joined().isBefore(to));
    }

    /** A later snapshot names the school in the group. */
    void confirm(MembershipRow row) {
        last = row;
        lastOn = row.asOf();
        if (!isStated()) {
            until = row.leftOn();
            if (row.joinedOn() != null && !row.joinedOn().equals(joined())) {
                join(row.joinedOn());
            }
        } else if (until == null) {
            until = row.leftOn();
        }
        MembershipRow words = parts.lastEntry().getValue();
        boolean isSilent = isStated() && row.role() == null && row.memberKind() == null;
        if (row.isIn()
                && !isSilent
                && (words.role() != row.role() || !Objects.equals(words.memberKind(), row.memberKind()))) {
            parts.put(joined().isAfter(row.asOf()) ? joined() : row.asOf(), row);
        }
    }

    /** A later snapshot lists the school among those that have left. */
    void leave(MembershipRow row) {
        missedOn = null;
        next = null;
        confirm(row);
    }

    /** A later snapshot lacks the school. */
    void miss(LocalDate day) {
        until = null;
        missedOn = day;
        lastOn = day;
    }

    /** A later snapshot has the school in another group instead. */
    void moveTo(Stay other, LocalDate day) {
        until = null;
        next = other;
        lastOn = day;
    }

    /** What is said of the group it moved to, or came again to, is another stay. */
    void follow(Stay old, Stay instead) {
        if (next == old) {
            next = instead;
        }
        again.replaceAll(later -> later == old ? instead : later);
    }

    /**
     * The spans of the stay, one for each of its words; none where it never was, or goes on as another.
     *
     * @param firstSnapshot days before it rest on the joined day alone; not so where a row states the days
     */
    List<MembershipSpan> spans(LocalDate firstSnapshot) {
        if (goesOnAs().isPresent()) {
            return List.of();
        }
        LocalDate left = left();
        List<MembershipSpan> spans = new ArrayList<>();
        parts.forEach((from, row) -> {
            LocalDate turn = parts.higherKey(from);
            LocalDate to = turn == null || (left != null && left.isBefore(turn)) ? left : turn;
            if (to == null || from.isBefore(to)) {
                spans.add(row.span(from, to, isStated() ? null : firstSnapshot));
            }
        });
        return spans;
    }

    private boolean neverWas() {
        LocalDate left = left();
        return left != null && !left.isAfter(joined());
    }

    /** Corrects the joined day. */
    private void join(LocalDate day) {
        Map.Entry<LocalDate, MembershipRow> before = parts.floorEntry(day);
        MembershipRow words = before == null ? parts.pollFirstEntry().getValue() : before.getValue();
        parts.headMap(day, true).clear();
        parts.put(day, words);
    }
}
