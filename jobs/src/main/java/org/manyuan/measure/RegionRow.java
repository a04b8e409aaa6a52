package org.manyuan.measure;

import org.manyuan.domain.MetricValue;
import org.manyuan.domain.PolicyCheck;

/**
 * A figure or a check that a scheme is run on, addressed to the scheme: at most one of the records is there; none in the row that only
 * says that the scheme is run. Public because Spark's generated code makes it.
 */
public record RegionRow(String scheme, MetricValue figure, PolicyCheck check) {}
