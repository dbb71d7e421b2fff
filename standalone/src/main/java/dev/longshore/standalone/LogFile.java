package dev.longshore.standalone;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Where this JVM logs to. Has to be said before the first logger is asked for. */
final class LogFile {

    private LogFile() {}

    /**
     * Several Spring contexts share one logging system: logback.xml sets it up, once. Spring Boot is told to leave it alone,
     * since each context would set it up anew under the feet of the others.
     */
    static void use(Path file) {
        System.setProperty("longshore.log-file", file.toString());
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        // Tomcat and the PostgreSQL driver speak to the JDK's logging, which would print on the console.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Logger.getLogger("").setLevel(Level.WARNING);
    }
}
