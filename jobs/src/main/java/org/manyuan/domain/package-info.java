/** The field's words as plain Java: units, groups, spans, facts and figures. Knows neither Spark nor files. */
package org.manyuan.domain;
