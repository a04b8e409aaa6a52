package org.manyuan.metric;

import java.math.BigDecimal;
import java.util.function.Function;
import org.manyuan.domain.ResourceFact;

/**
 * What a school has for its students, as the two national standards count it: seven resources of 优质均衡 and eight of 基本均衡. Each is
 * a total x of the unit over its students P, some per hundred students. Source: METRICS A1.1, A2.
 */
enum Resource {
    TEACHERS_ABOVE_REQUIRED_DEGREE("RES-01", 100, ResourceFact::qualifiedTeachers),
    BACKBONE_TEACHERS("RES-02", 100, ResourceFact::backboneTeachers),
    ARTS_AND_SPORTS_TEACHERS("RES-03", 100, ResourceFact::artsSportsTeachers),
    TEACHING_AREA_WITHOUT_SPORTS("RES-04", 1, Resource::teachingAreaWithoutSports),
    SPORTS_AREA("RES-05", 1, ResourceFact::sportsArea),
    EQUIPMENT("RES-06", 1, ResourceFact::equipmentValue),
    MULTIMEDIA_ROOMS("RES-07", 100, ResourceFact::multimediaRooms),
    TEACHING_AREA("RES-11", 1, ResourceFact::teachingArea),
    SPORTS_AREA_BASIC("RES-12", 1, ResourceFact::sportsArea),
    EQUIPMENT_BASIC("RES-13", 1, ResourceFact::equipmentValue),
    COMPUTERS("RES-14", 100, ResourceFact::computers),
    BOOKS("RES-15", 1, ResourceFact::books),
    TEACHERS("RES-16", 1, ResourceFact::teachers),
    QUALIFIED_TEACHERS_BASIC("RES-17", 1, ResourceFact::qualifiedTeachers),
    INTERMEDIATE_TITLES("RES-18", 1, ResourceFact::intermediateTitleTeachers);

    private final String id;
    private final int students;
    private final Function<ResourceFact, BigDecimal> total;

    Resource(String id, int students, Function<ResourceFact, BigDecimal> total) {
        this.id = id;
        this.students = students;
        this.total = total;
    }

    /** The id of METRICS, e.g. RES-04; also the measure of dispersion over it. */
    String id() {
        return id;
    }

    /** x: what the unit has; null where an input is missing, negative where the inputs contradict each other. */
    BigDecimal total(ResourceFact fact) {
        return total.apply(fact);
    }

    /** x over P in the unit of the indicator. */
    double per(BigDecimal has, long pupils) {
        return has.multiply(BigDecimal.valueOf(students)).doubleValue() / pupils;
    }

    private static BigDecimal teachingAreaWithoutSports(ResourceFact fact) {
        return fact.teachingArea() == null || fact.indoorSportsArea() == null
                ? null
                : fact.teachingArea().subtract(fact.indoorSportsArea());
    }
}
