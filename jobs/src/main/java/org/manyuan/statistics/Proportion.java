package org.manyuan.statistics;

/** Shares of counts and their score intervals, 95 %. */
public final class Proportion {
    private Proportion() {}

    /** Wilson's score interval for x of n (Wilson 1927); {@link Interval#NONE} for n = 0. */
    public static Interval wilson(long x, long n) {
        if (n == 0) {
            return Interval.NONE;
        }
        double z = Normal.Z95;
        double share = (double) x / n;
        double middle = (share + z * z / (2 * n)) / (1 + z * z / n);
        double half = z / (1 + z * z / n) * Math.sqrt(share * (1 - share) / n + z * z / (4.0 * n * n));
        return new Interval(x == 0 ? 0 : middle - half, x == n ? 1 : middle + half);
    }

    /** Interval of x1/n1 − x2/n2 from the two Wilson intervals (Newcombe 1998, method 10); none where a side is empty. */
    public static Interval newcombe(long x1, long n1, long x2, long n2) {
        if (n1 == 0 || n2 == 0) {
            return Interval.NONE;
        }
        double first = (double) x1 / n1;
        double second = (double) x2 / n2;
        Interval a = wilson(x1, n1);
        Interval b = wilson(x2, n2);
        return new Interval(
                first - second - Math.hypot(first - a.lo(), b.hi() - second),
                first - second + Math.hypot(a.hi() - first, second - b.lo()));
    }

    /** √(p1(1−p1)/n1 + p2(1−p2)/n2), for a change of the difference over years; NaN where a side is empty. */
    public static double differenceStandardError(long x1, long n1, long x2, long n2) {
        double first = (double) x1 / n1;
        double second = (double) x2 / n2;
        return Math.sqrt(first * (1 - first) / n1 + second * (1 - second) / n2);
    }
}
