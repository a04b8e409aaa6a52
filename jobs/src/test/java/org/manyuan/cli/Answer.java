package org.manyuan.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** What one command answered: its exit code, and what it wrote to standard output and standard error. */
record Answer(int exit, String out, String err) {
    /** Runs a command in this JVM. */
    static Answer to(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Manyuan.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
        return new Answer(exit, out.toString(), err.toString());
    }

    /** Everything that was said. */
    String said() {
        return out + err;
    }

    /** Standard output as JSON. */
    JsonNode json() {
        try {
            return JsonMapper.builder().build().readTree(out);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException(out, e);
        }
    }
}
