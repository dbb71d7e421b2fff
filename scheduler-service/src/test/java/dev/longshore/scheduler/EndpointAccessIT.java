package dev.longshore.scheduler;

import static dev.longshore.testing.EndpointTable.Least.EXPORTER;
import static dev.longshore.testing.EndpointTable.Least.VIEWER;
import static dev.longshore.testing.EndpointTable.Shows.ALL_OR_NEW;
import static dev.longshore.testing.EndpointTable.Shows.LIST;
import static dev.longshore.testing.EndpointTable.Shows.ONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.scheduler.testing.RunningScheduler;
import dev.longshore.scheduler.testing.SchedulerApi;
import dev.longshore.testing.EndpointTable;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** P85: all endpoints, with every kind of caller. */
class EndpointAccessIT {
    private static final String JOB = """
            {"title": "%s", "source": "CONTACT_HISTORY", "type": "INTERACTION",
             "schedule": {"kind": "DAILY", "at": "02:30"}, "dateRange": {"kind": "LAST", "amount": 1, "unit": "DAYS"}}
            """;

    @RegisterExtension
    static final RunningScheduler scheduler = RunningScheduler.asDelivered();

    @TestFactory
    Stream<DynamicTest> access() {
        SchedulerApi api = scheduler.api();
        String job = api.create(JOB.formatted("Guarded"));
        String run =
                api.post("/api/v1/jobs/" + job + "/runs", "").hasStatus(202).text("/runId");
        String backfill = api.post("/api/v1/jobs/" + job + "/backfills", """
                        {"from": "2026-01-01T00:00:00Z", "to": "2026-01-03T00:00:00Z", "dryRun": false}
                        """)
                .hasStatus(202)
                .text("/id");
        String idle = api.create(JOB.formatted("Guarded too"));
        List<String> before = state(api, job, run);
        return scheduler
                .access(table(job, run, backfill, idle), "CONTACT_HISTORY")
                .tests(() -> assertThat(state(api, job, run)).isEqualTo(before));
    }

    private static List<String> state(SchedulerApi api, String job, String run) {
        return List.of(
                api.get("/api/v1/jobs").body().toString(),
                api.get("/api/v1/jobs/" + job).body().toString(),
                api.get("/api/v1/jobs/" + job + "/backfills").body().toString(),
                api.get("/api/v1/jobs/" + job + "/versions").body().toString(),
                api.get("/api/v1/runs/" + run + "/settings").body().toString());
    }

    private static EndpointTable table(String job, String run, String backfill, String idle) {
        String jobs = "/api/v1/jobs";
        String one = jobs + "/{jobId}";
        String here = jobs + "/" + job;
        String ids = "{\"ids\": [\"%s\"]}".formatted(idle);
        return new EndpointTable("Guarded")
                .row("GET", "/api/v1/catalog", VIEWER, LIST, "/api/v1/catalog")
                .telling("CONTACT_HISTORY")
                .row("GET", jobs, VIEWER, LIST, jobs)
                .row("POST", jobs, EXPORTER, ALL_OR_NEW, jobs, JOB.formatted("New"))
                .row("POST", jobs + "/preview", VIEWER, ALL_OR_NEW, jobs + "/preview", JOB.formatted("Seen"))
                .row("GET", one, VIEWER, ONE, here)
                .row("PUT", one, EXPORTER, ONE, here, JOB.formatted("Changed"))
                .row("GET", one + "/missed", VIEWER, ONE, here + "/missed")
                .row("GET", one + "/versions", VIEWER, ONE, here + "/versions")
                .row("GET", one + "/versions/{version}", VIEWER, ONE, here + "/versions/1")
                .row("GET", one + "/backfills", VIEWER, ONE, here + "/backfills")
                .row("GET", one + "/backfills/{backfillId}", VIEWER, ONE, here + "/backfills/" + backfill)
                .row("POST", one + "/backfills", EXPORTER, ONE, here + "/backfills", """
                        {"from": "2026-02-01T00:00:00Z", "to": "2026-02-03T00:00:00Z", "dryRun": true}
                        """)
                .row(
                        "POST",
                        one + "/backfills/{backfillId}/cancel",
                        EXPORTER,
                        ONE,
                        here + "/backfills/" + backfill + "/cancel")
                .row("GET", "/api/v1/runs/{runId}/settings", VIEWER, ONE, "/api/v1/runs/" + run + "/settings")
                .row("POST", "/api/v1/runs/{runId}/cancel", EXPORTER, ONE, "/api/v1/runs/" + run + "/cancel")
                .row("POST", "/api/v1/runs/{runId}/retry", EXPORTER, ONE, "/api/v1/runs/" + run + "/retry")
                .row("POST", one + "/suspend", EXPORTER, ONE, here + "/suspend")
                .row("POST", one + "/resume", EXPORTER, ONE, here + "/resume")
                .row("POST", one + "/runs", EXPORTER, ONE, here + "/runs")
                .row("POST", jobs + "/suspend", EXPORTER, LIST, jobs + "/suspend", ids)
                .telling("DONE")
                .row("POST", jobs + "/resume", EXPORTER, LIST, jobs + "/resume", ids)
                .telling("DONE")
                .row("POST", jobs + "/delete", EXPORTER, LIST, jobs + "/delete", ids)
                .telling("DONE")
                .row("DELETE", one, EXPORTER, ONE, here);
    }
}
