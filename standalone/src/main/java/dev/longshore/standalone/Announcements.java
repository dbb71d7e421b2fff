package dev.longshore.standalone;

import dev.longshore.standalone.sample.Size;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.Locale;

/** The few lines for the person at the prompt. Everything else goes to the log file. */
final class Announcements {

    private static final double MILLIS = 1_000;

    private final PrintStream out;

    Announcements(PrintStream out) {
        this.out = out;
    }

    void starting(Home home, boolean first) {
        say("Longshore starts%s in %s", first ? " for the first time" : "", home.root());
    }

    void serversUp(long millis) {
        say("  PostgreSQL, Kafka and schema registry   %5.1f s", millis / MILLIS);
    }

    void loadingSample(Size size) {
        say("  Sample Contact History: %,d interactions, %,d contacts ...", size.interactions(), size.contacts());
    }

    void sampleLoaded(long millis) {
        say("  Sample Contact History                  %5.1f s", millis / MILLIS);
    }

    void servicesUp(long millis) {
        say("  Services and console                    %5.1f s", millis / MILLIS);
    }

    void sampleJobDone(SampleJob.FirstRun run) {
        say("  Job \"%s\" has run once: %,d interactions in %d file(s)", SampleJob.TITLE, run.rows(), run.files());
    }

    /** The password is shown once, at the first start; later only the file that keeps it. */
    void ready(Home home, Ports ports, long millis, boolean first) throws IOException {
        say("");
        say("  ready after %.1f s", millis / MILLIS);
        say("");
        say("  console    http://127.0.0.1:%d", ports.console());
        if (first) {
            say(
                    "  user       admin, password %s",
                    Files.readString(home.adminPassword()).trim());
            say("             (shown this once, kept in %s)", home.adminPassword());
        } else if (Files.exists(home.adminPassword())) {
            say("  user       admin, password in %s", home.adminPassword());
        } else {
            say("  user       admin, with the password that was chosen at the first sign-in");
        }
        say("  files      %s", home.artifacts());
        say("  log        %s", home.logs().resolve("longshore.log"));
        say("  stop       Ctrl-C, or ./longshore down");
        say("");
    }

    void stopping() {
        say("Longshore stops ...");
    }

    void stopped() {
        say("Stopped. Everything is kept.");
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
        out.flush();
    }
}
