package dev.longshore.history.stream;

import dev.longshore.history.run.RunView;
import dev.longshore.platform.security.AllowedSources;
import dev.longshore.platform.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@Tag(name = "runs")
class RunStreamController {
    private static final long RECONNECT_MILLIS = 2_000;

    private final RunStreams streams;
    private final StreamProperties properties;

    RunStreamController(RunStreams streams, StreamProperties properties) {
        this.streams = streams;
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
    SseEmitter stream(
            @RequestParam(required = false) @Nullable UUID jobId,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        if (streams.isFull()) {
            throw new ErrorResponseException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    Problems.problem(
                            HttpStatus.SERVICE_UNAVAILABLE, "too-many-streams", "Too many streams are open; try later"),
                    null);
        }
        SseEmitter emitter = new SseEmitter(properties.longestStream().toMillis());
        RunStream stream =
                streams.open(jobId, AllowedSources.ofCaller(), positionOf(lastEventId), new EmitterSink(emitter));
        emitter.onTimeout(stream::end);
        emitter.onError(failure -> stream.forget());
        emitter.onCompletion(stream::forget);
        return emitter;
    }

    /** An id that is not ours is no reason to refuse: the stream begins as if there were none. */
    private static @Nullable Long positionOf(@Nullable String lastEventId) {
        return lastEventId != null && lastEventId.matches("\\d{1,18}") ? Long.valueOf(lastEventId) : null;
    }

    private record EmitterSink(SseEmitter emitter) implements RunSink {
        @Override
        public void send(@Nullable String id, String run) throws IOException {
            SseEmitter.SseEventBuilder event = SseEmitter.event().name("run").data(run, MediaType.APPLICATION_JSON);
            emitter.send(id == null ? event : event.id(id));
        }

        @Override
        public void heartbeat() throws IOException {
            emitter.send(SseEmitter.event().reconnectTime(RECONNECT_MILLIS).comment("heartbeat"));
        }

        @Override
        public void end() {
            emitter.complete();
        }
    }
}
