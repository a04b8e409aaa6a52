package org.manyuan.cli;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/** Everything that any library logs at INFO and above while it is open, in place of where it goes otherwise. */
final class KeptLog extends AbstractAppender implements AutoCloseable {
    private final StringBuffer text = new StringBuffer();
    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
    private final Map<String, Level> levels = new TreeMap<>();
    private final Map<String, Appender> others;

    KeptLog() {
        super("kept", null, null, true, Property.EMPTY_ARRAY);
        start();
        LoggerConfig root = context.getConfiguration().getRootLogger();
        others = Map.copyOf(root.getAppenders());
        others.keySet().forEach(root::removeAppender);
        context.getConfiguration().getLoggers().forEach((name, logger) -> {
            levels.put(name, logger.getLevel());
            logger.setLevel(Level.INFO);
        });
        root.addAppender(this, Level.INFO, null);
        context.updateLoggers();
    }

    @Override
    public void append(LogEvent event) {
        text.append(event.getLoggerName()).append(' ').append(event.getMessage().getFormattedMessage());
        if (event.getThrown() != null) {
            text.append(' ').append(event.getThrown());
        }
        text.append(event.getContextData().toMap().entrySet().stream()
                        .map(Map.Entry::toString)
                        .collect(Collectors.joining(" ", " ", "")))
                .append('\n');
    }

    /** What was logged so far. */
    String text() {
        return text.toString();
    }

    @Override
    public void close() {
        LoggerConfig root = context.getConfiguration().getRootLogger();
        root.removeAppender(getName());
        others.values().forEach(appender -> root.addAppender(appender, null, null));
        levels.forEach((name, level) ->
                context.getConfiguration().getLoggers().get(name).setLevel(level));
        context.updateLoggers();
    }
}
