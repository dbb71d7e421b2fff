package dev.longshore.standalone;

import java.nio.file.Path;

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
    }
}
