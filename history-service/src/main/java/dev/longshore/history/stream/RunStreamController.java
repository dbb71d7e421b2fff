package dev.longshore.history.stream;

import dev.longshore.history.run.RunView;
import dev.longshore.platform.security.AllowedSources;
import dev.longshore.platform.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "runs")
class RunStreamController {
    private final RunStreams streams;
    private final StreamWaker waker;
    private final StreamProperties properties;

    RunStreamController(RunStreams streams, StreamWaker waker, StreamProperties properties) {
        this.streams = streams;
        this.waker = waker;
        this.properties = properties;
    }

    @GetMapping(path = "/api/v1/runs/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            operationId = "streamRuns",
            summary = "Server-sent events: \"run\" with the run's view, at most 2 s old",
            description = "Begins with the active runs; with Last-Event-ID also with those that changed since. Views "
                    + "may be repeated. The stream ends after a while and is then opened again by the browser.")
    @ApiResponse(
            responseCode = "200",
            description = "Events named run; comments are heartbeats",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = RunView.class)))
    void stream(
            @RequestParam(required = false) @Nullable UUID jobId,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (streams.isFull()) {
            throw new ErrorResponseException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    Problems.problem(
                            HttpStatus.SERVICE_UNAVAILABLE, "too-many-streams", "Too many streams are open; try later"),
                    null);
        }
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        AsyncContext exchange = request.startAsync();
        exchange.setTimeout(properties.longestStream().toMillis());
        ServletOutputStream out = response.getOutputStream();
        // The browser learns at once that the stream is open; this little is taken by any connection.
        out.write(ServerSentEvents.heartbeat());
        out.flush();
        BrowserConnection connection = new BrowserConnection(exchange, out);
        connection.serve(streams.open(jobId, AllowedSources.ofCaller(), positionOf(lastEventId), connection));
        waker.wake();
    }

    /** An id that is not ours is no reason to refuse: the stream begins as if there were none. */
    private static @Nullable Long positionOf(@Nullable String lastEventId) {
        return lastEventId != null && lastEventId.matches("\\d{1,18}") ? Long.valueOf(lastEventId) : null;
    }
}
