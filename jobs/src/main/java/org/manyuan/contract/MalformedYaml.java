package org.manyuan.contract;

/** A contract, vocabulary or mapping that cannot be read as it is: file, line and what to change. */
public final class MalformedYaml extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedYaml(String file, int line, String what) {
        super(file + " line " + line + ": " + what);
    }
}
