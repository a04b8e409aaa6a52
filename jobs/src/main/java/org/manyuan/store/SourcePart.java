package org.manyuan.store;

import java.io.Serializable;
import org.manyuan.contract.Binding;

/**
 * One text to be read as one dataset.
 *
 * @param headerLine the lines up to this one are no rows; 0: there is no header
 * @param receivedNo grows with each submission
 * @param submitter the folder's district, empty where there is none
 */
public record SourcePart(
        SourceText text, int headerLine, Binding binding, String submissionId, long receivedNo, String submitter)
        implements Serializable {}
