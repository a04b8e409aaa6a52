package org.manyuan.metric;

import java.util.List;
import org.manyuan.domain.Flag;
import org.manyuan.statistics.Dispersion;
import org.manyuan.statistics.OneWayAnova;
import org.manyuan.statistics.Theil;

/** The measures of dispersion between units whose change GAP-16 judges at a district. */
enum Dispersed {
    COEFFICIENT_OF_VARIATION("GAP-01") {
        @Override
        double of(List<UnitMarks> units) {
            return Dispersion.cv(means(units), pupils(units));
        }

        @Override
        double[] withoutEach(List<UnitMarks> units) {
            return Dispersion.cvLeaveOneOut(means(units), pupils(units));
        }
    },
    THEIL("GAP-06") {
        @Override
        double of(List<UnitMarks> units) {
            return Theil.t(means(units), pupils(units));
        }

        @Override
        double[] withoutEach(List<UnitMarks> units) {
            return Theil.tLeaveOneOut(means(units), pupils(units));
        }
    },
    BETWEEN_SCHOOL_SHARE("GAP-11") {
        @Override
        double of(List<UnitMarks> units) {
            OneWayAnova anova = BetweenSchoolShare.anova(units);
            return anova.ssw() > 0 ? anova.icc() : Double.NaN;
        }

        @Override
        double[] withoutEach(List<UnitMarks> units) {
            return BetweenSchoolShare.withoutEach(units);
        }

        @Override
        Flag whyNot(List<UnitMarks> units) {
            return Double.isNaN(BetweenSchoolShare.anova(units).ssw()) ? Flag.MISSING_INPUT : Flag.ZERO_SD;
        }
    };

    private final String id;

    Dispersed(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /** The figure; NaN where it does not exist, negative where an estimate came out so. */
    abstract double of(List<UnitMarks> units);

    /** The figure without each unit in turn. */
    abstract double[] withoutEach(List<UnitMarks> units);

    /** Why {@link #of} is NaN. */
    Flag whyNot(List<UnitMarks> units) {
        return Flag.ZERO_MEAN;
    }

    private static double[] means(List<UnitMarks> units) {
        return units.stream().mapToDouble(UnitMarks::mean).toArray();
    }

    private static double[] pupils(List<UnitMarks> units) {
        return units.stream().mapToDouble(UnitMarks::n).toArray();
    }
}
