package org.manyuan.contract;

/** A contract, vocabulary or mapping that cannot be read as it is: file, line and what to change. */
public final class MalformedYaml extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String chinese;

    MalformedYaml(String file, int line, String what) {
        super(file + " line " + line + ": " + what);
        this.chinese = getMessage();
    }

    MalformedYaml(String file, int line, String what, String chineseWhat) {
        super(file + " line " + line + ": " + what);
        this.chinese = file + " 第 " + line + " 行：" + chineseWhat;
    }

    /** The Chinese words where there are any, else the message. */
    public String chinese() {
        return chinese;
    }
}
