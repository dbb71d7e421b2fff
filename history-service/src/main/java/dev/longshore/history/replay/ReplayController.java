package dev.longshore.history.replay;

import dev.longshore.platform.security.MayAdminister;
import dev.longshore.platform.web.IdempotencyKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ReplayController.PATH)
@MayAdminister
@Tag(name = "replays")
class ReplayController {
    static final String PATH = "/api/v1/replays";

    private final ReplayService replays;

    ReplayController(ReplayService replays) {
        this.replays = replays;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "replay",
            summary = "Sends outcomes again, to the topic or to one webhook",
            description = "Chosen are the outcomes that were committed in [from, to), of one job or of all. Their "
                    + "identities and contents are those of the first time, so that consumers drop what they have.")
    ResponseEntity<ReplayView> replay(
            @RequestBody ReplayRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Principal user) {
        ReplayView replay = replays.replay(request, new IdempotencyKey(key), user.getName());
        return ResponseEntity.accepted()
                .location(URI.create(PATH + "/" + replay.id()))
                .body(replay);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getReplay", summary = "A replay that was ordered, and by whom")
    ReplayView get(@PathVariable UUID id) {
        return replays.get(id);
    }
}
