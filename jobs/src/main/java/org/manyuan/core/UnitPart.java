package org.manyuan.core;

import java.time.LocalDate;

/**
 * One row per campus or section of a school: its school, and from when to when there was such a unit.
 *
 * @param openedOn null: since ever
 * @param closedOn null: open
 */
record UnitPart(String schoolCode, String partOf, LocalDate openedOn, LocalDate closedOn) {}
