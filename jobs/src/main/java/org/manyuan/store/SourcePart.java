package org.manyuan.store;

import java.io.Serializable;
import org.manyuan.contract.Binding;

/**
 * One text, or one range of a topic, to be read as one dataset.
 *
 * @param text what it is read from
 * @param headerLine the lines up to this one are no rows; 0: there is no header
 * @param receivedNo its rows' place in the order of submissions: files of one call share one
 * @param submitter the folder's district, empty where there is none or where each record names its own
 */
public record SourcePart(
        SourceContent text, int headerLine, Binding binding, String submissionId, long receivedNo, String submitter)
        implements Serializable {
    /** The same with another place in the order of submissions. */
    public SourcePart receivedAs(long number) {
        return new SourcePart(text, headerLine, binding, submissionId, number, submitter);
    }
}
