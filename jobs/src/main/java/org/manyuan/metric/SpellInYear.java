package org.manyuan.metric;

import java.io.Serializable;
import org.manyuan.domain.ExchangeSpell;

/**
 * One exchange that runs in a school year.
 *
 * @param months full-time equivalents times the months inside the year; null where the kind makes no flow, an end is not known, or the
 *     share of full time is needed and not said
 * @param standing whether it counts for the exchange rate
 * @param level code of the teacher's title, on the roll of the year, else as the exchange says; empty where no file says it
 */
public record SpellInYear(ExchangeSpell spell, Double months, ExchangeStanding standing, String level)
        implements Serializable {}
