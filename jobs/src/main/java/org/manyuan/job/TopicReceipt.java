package org.manyuan.job;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.manyuan.contract.Severity;
import org.manyuan.domain.Receipt;
import org.manyuan.store.SourceCounts;
import org.manyuan.store.TopicTally;

/**
 * The answer to one batch of a topic while it is being written. A batch is never refused: what is wrong in it goes to the dead letters,
 * so that one producer cannot hold up the others.
 */
final class TopicReceipt {
    private final String topic;
    private final long receivedNo;
    private final Instant receivedAt;
    private final List<TopicTally> tallies;
    private final String digest;
    private final List<Receipt.Count> counts = new ArrayList<>();
    private final List<Receipt.Problem> problems = new ArrayList<>();
    private final List<Receipt.Problem> warnings = new ArrayList<>();

    TopicReceipt(String topic, String topicId, long receivedNo, Instant receivedAt, List<TopicTally> tallies) {
        this.topic = topic;
        this.receivedNo = receivedNo;
        this.receivedAt = receivedAt;
        this.tallies = tallies;
        this.digest = digest(topicId, tallies);
        tallies.forEach(this::countPoison);
    }

    String submissionId() {
        return "R%06d-%s".formatted(receivedNo, digest.substring(0, 8));
    }

    long receivedNo() {
        return receivedNo;
    }

    /** The one that submits, where all messages name the same; empty where several do or none. */
    String submitter() {
        Set<String> all = new TreeSet<>();
        tallies.forEach(tally -> all.addAll(tally.submitters()));
        return all.size() == 1 ? all.iterator().next() : "";
    }

    /** Messages whose header names no contract are rows of no dataset. */
    private void countPoison(TopicTally tally) {
        long count = tally.poison().values().stream()
                .mapToLong(SourceCounts.Occurrences::count)
                .sum();
        if (count > 0) {
            String sheet = Integer.toString(tally.span().partition());
            counts.add(new Receipt.Count("", sheet, count, 0, count, 0, count, 0));
            tally.poison().forEach((reason, seen) -> problems.add(RowWords.problem("", sheet, reason, seen)));
        }
    }

    /** What became of the messages of one dataset in one partition. */
    void count(Intake.Taken taken) {
        String dataset = taken.part().binding().contract().dataset();
        String sheet = taken.part().text().sheet();
        SourceCounts read = taken.counts();
        long rejected = read.rejected() + taken.conflicts().rows();
        counts.add(new Receipt.Count(
                dataset,
                sheet,
                read.lines(),
                read.filtered(),
                read.rows(),
                taken.accepted(),
                rejected,
                taken.duplicates().rows()));
        read.problems().forEach((reason, seen) -> problems.add(RowWords.problem(dataset, sheet, reason, seen)));
        read.warned().forEach((reason, seen) -> warnings.add(RowWords.problem(dataset, sheet, reason, seen)));
        if (taken.conflicts().rows() > 0) {
            problems.add(RowWords.conflict(dataset, sheet, taken.conflicts()));
        }
    }

    /** What the checks between datasets found: rows that are taken out again, and rows that stay and are told. */
    void found(HeldTogether held) {
        for (HeldTogether.Found found : held.of(submissionId())) {
            (found.severity() == Severity.ERROR ? problems : warnings)
                    .add(RowWords.problem(
                            found.dataset(), found.sheet(), found.code() + ":" + found.column(), found.seen()));
        }
        counts.replaceAll(count -> {
            long out = held.takenOut(submissionId(), count.sheet(), count.dataset());
            return new Receipt.Count(
                    count.dataset(),
                    count.sheet(),
                    count.lines(),
                    count.filtered(),
                    count.rows(),
                    count.accepted() - out,
                    count.rejected() + out,
                    count.duplicate());
        });
    }

    /** Messages that were rejected; each is one row. */
    long rejected() {
        return counts.stream().mapToLong(Receipt.Count::rejected).sum();
    }

    Receipt receipt() {
        List<Receipt.Problem> told = new ArrayList<>(problems);
        told.addAll(warnings);
        return new Receipt(
                submissionId(),
                receivedNo,
                digest,
                topic,
                submitter(),
                rejected() == 0 ? Receipt.Outcome.ACCEPTED : Receipt.Outcome.ACCEPTED_WITH_REJECTS,
                receivedAt,
                System.getProperty("user.name"),
                tallies.stream().mapToLong(TopicTally::bytes).sum(),
                List.copyOf(counts),
                List.copyOf(told),
                List.of(),
                false);
    }

    private static String digest(String topicId, List<TopicTally> tallies) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(topicId.getBytes(StandardCharsets.UTF_8));
            for (TopicTally tally : tallies) {
                String place = tally.span().partition() + " " + tally.span().from() + " "
                        + tally.span().to() + " " + tally.digest();
                sha.update(place.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException cause) {
            throw new IllegalStateException("Every JDK has SHA-256", cause);
        }
    }
}
