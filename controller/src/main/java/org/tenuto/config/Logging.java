package org.tenuto.config;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.List;
import org.slf4j.Logger;

/**
 * What the station and the demo log: one line each on standard error, libraries only from warnings
 * up. Found by logback as a service; code, since an XML file costs every start a third of a second.
 */
public final class Logging extends ContextAwareBase implements Configurator {

  private static final List<String> LIBRARIES =
      List.of(
          "com.pi4j",
          "io.javalin",
          "org.eclipse.jetty",
          "com.hivemq",
          "io.netty",
          "jetbrains",
          "migrations",
          "com.zaxxer");

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%d{HH:mm:ss.SSS} %-5level %logger{0}: %msg%n");
    encoder.start();
    var console = new ConsoleAppender<ILoggingEvent>();
    console.setContext(context);
    console.setName("console");
    console.setTarget("System.err");
    console.setEncoder(encoder);
    console.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(console);
    // Looks for a Raspberry Pi and calls every other board an error.
    context.getLogger("com.pi4j.boardinfo").setLevel(Level.OFF);
    LIBRARIES.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
