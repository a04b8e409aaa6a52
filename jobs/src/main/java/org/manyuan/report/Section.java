package org.manyuan.report;

import org.w3c.dom.Element;

/** A part of the report. */
@FunctionalInterface
interface Section {
    /** Writes itself below the element. */
    void write(Markup page, Element body);
}
