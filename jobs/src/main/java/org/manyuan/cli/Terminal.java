package org.manyuan.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.manyuan.job.Progress;

/**
 * What a person or a machine reads. Answers go to standard output; progress goes to standard error and only where a person watches.
 *
 * @param json whether answers are JSON
 * @param debug whether steps are told, with their times, even where nobody watches
 */
record Terminal(PrintWriter out, PrintWriter err, Words words, boolean json, boolean debug) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            // a path as one types it, not as a URI
            .addModule(new SimpleModule().addSerializer(Path.class, ToStringSerializer.instance))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    /** Prints a template's words. */
    void say(String name, Object... values) {
        out.println(words.say(name, values));
    }

    /** Prints an answer for machines. */
    void answer(Object value) {
        try {
            out.println(JSON.writeValueAsString(value));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prints rows under their headers, columns aligned; a Chinese character takes two places. */
    void table(List<String> headers, List<List<String>> rows) {
        out.println(TextTable.of(headers, rows));
    }

    /** Tells each step of a long job on a line of standard error, if a person watches. */
    Progress progress() {
        boolean watched = debug || (System.console() != null && !json);
        long began = System.nanoTime();
        return step -> {
            if (watched) {
                String said = words.chinese() ? step.chinese() : step.english();
                err.println("%5.1f s  %s".formatted((System.nanoTime() - began) / 1e9, said));
            }
        };
    }
}
