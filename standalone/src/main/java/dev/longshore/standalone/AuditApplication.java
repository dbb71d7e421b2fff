package dev.longshore.standalone;

import dev.longshore.standalone.audit.AuditReport;
import dev.longshore.standalone.audit.Auditor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/** {@code ./longshore audit}: proves that a running installation has what it says it exported, or names each breach. */
public final class AuditApplication {

    private static final int BROKEN = 1;
    private static final int NOT_CHECKED = 2;

    private AuditApplication() {}

    /** @param arguments as {@code ./longshore help} lists them for {@code audit} */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), InstantSource.system()));
    }

    private static int run(List<String> arguments, InstantSource clock) {
        try {
            var given = new Arguments(arguments, Set.of("--home"));
            var report = audit(new Home(UpOptions.home(given, Path.of(System.getProperty("user.home")))), clock);
            report.breaches().forEach(breach -> System.out.println("BREACH " + breach));
            System.out.println(report.summary());
            return report.holds() ? 0 : BROKEN;
        } catch (UsageException e) {
            System.err.println("longshore: " + e.getMessage());
        } catch (SQLException | IOException e) {
            System.err.println("longshore: the audit could not be made, nothing is proved: " + e);
        }
        return NOT_CHECKED;
    }

    private static AuditReport audit(Home home, InstantSource clock) throws SQLException, IOException {
        if (!Files.exists(home.connection())) {
            throw new UsageException(
                    "no installation runs in %s: start one with ./longshore up --home %<s".formatted(home.root()));
        }
        var url = Home.read(home.connection()).getProperty("spring.datasource.url");
        var secrets = Home.read(home.secrets());
        try (var history = connect(url, "history", secrets);
                var scheduler = connect(url, "scheduler", secrets)) {
            return new Auditor(history, scheduler, home.artifacts()).audit(clock.instant());
        }
    }

    private static Connection connect(String url, String role, Properties secrets) throws SQLException {
        var login = new Properties();
        login.setProperty("user", role);
        login.setProperty("password", secrets.getProperty(role, ""));
        login.setProperty("options", "-c default_transaction_read_only=on");
        return DriverManager.getConnection(url, login);
    }
}
