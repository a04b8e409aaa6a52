package org.manyuan.job;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What {@code bench build} measured.
 *
 * @param startSeconds start of session and database
 * @param compared figures of the script, each held against the build's
 * @param apart parts that are told apart; empty where figures differ
 * @param oneDistrict empty where figures differ
 * @param differences by metric; empty: none
 */
public record BuildMeasurement(
        long rows,
        long students,
        int districts,
        double startSeconds,
        long compared,
        List<Round> rounds,
        List<Cost> apart,
        Optional<OneDistrict> oneDistrict,
        List<String> differences) {
    /** The middle ratio, the upper one of two. */
    public double ratio() {
        return rounds.stream().map(Round::ratio).sorted().toList().get(rounds.size() / 2);
    }

    /** A step of a build. */
    public record Step(String chinese, String english, double seconds, double cpuSeconds) {}

    /**
     * One time each.
     *
     * @param seconds the whole build, from accepted rows to everything that it writes; session and database run already
     * @param cpuSeconds of all threads of the process meanwhile; on a busy machine they tell more than the clock
     * @param sharedSeconds the build without what the script has no part in: without linked pupils, rules and schemes, and with the
     *     script's metrics alone, measured by themselves
     * @param duckdbSeconds the script, from accepted rows to its Parquet file
     * @param peakMebibytes most memory of this process while Manyuan ran; empty where the system does not tell
     */
    public record Round(
            double seconds,
            double cpuSeconds,
            double sharedSeconds,
            double sharedCpuSeconds,
            double duckdbSeconds,
            double duckdbCpuSeconds,
            OptionalLong peakMebibytes,
            List<Step> steps) {
        /** Time for what both compute, by DuckDB's. */
        public double ratio() {
            return sharedSeconds / duckdbSeconds;
        }

        /** Its processor time by DuckDB's. */
        public double cpuRatio() {
            return sharedCpuSeconds / duckdbCpuSeconds;
        }

        /** The whole build's time by DuckDB's. */
        public double wholeRatio() {
            return seconds / duckdbSeconds;
        }
    }

    /** What one part of a build takes, of so many students. */
    public record Cost(String part, double seconds, double cpuSeconds, long students) {
        /** Processor microseconds for each of them. */
        public double microseconds() {
            return 1e6 * cpuSeconds / students;
        }
    }

    /**
     * The build after a correction of one district.
     *
     * @param share of the last full build's seconds
     * @param cpuShare of its processor seconds
     * @param computed families computed, of all
     */
    public record OneDistrict(
            double seconds,
            double cpuSeconds,
            double share,
            double cpuShare,
            int computed,
            int families,
            List<Step> steps) {}
}
