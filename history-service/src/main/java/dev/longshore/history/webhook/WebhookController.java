package dev.longshore.history.webhook;

import dev.longshore.platform.security.MayAdminister;
import dev.longshore.platform.web.IdempotencyKey;
import dev.longshore.platform.web.IfMatch;
import dev.longshore.platform.web.InvalidRequestException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(WebhookController.PATH)
@MayAdminister
@Tag(name = "webhooks")
class WebhookController {
    static final String PATH = "/api/v1/webhooks";
    private static final int MOST = 500;

    private final WebhookService webhooks;

    WebhookController(WebhookService webhooks) {
        this.webhooks = webhooks;
    }

    @GetMapping
    @Operation(operationId = "listWebhooks", summary = "Webhooks, oldest first")
    WebhookListView list(
            @RequestParam(required = false) @Nullable UUID cursor, @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw InvalidRequestException.of("limit", limit, "must be between 1 and " + MOST);
        }
        return webhooks.list(cursor, limit);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "createWebhook",
            summary = "Have outcomes sent to a URL",
            description = "The answer holds the secret that deliveries are signed with; it is not shown again.")
    ResponseEntity<WebhookView> create(
            @RequestBody WebhookRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Principal user) {
        WebhookView webhook = webhooks.create(request, new IdempotencyKey(key), user.getName());
        return ResponseEntity.created(URI.create(PATH + "/" + webhook.id()))
                .eTag(webhook.tag())
                .body(webhook);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getWebhook", summary = "One webhook")
    ResponseEntity<WebhookView> get(@PathVariable UUID id) {
        return tagged(webhooks.get(id));
    }

    @PutMapping("/{id}")
    @Operation(
            operationId = "updateWebhook",
            summary = "Change, disable or enable a webhook; If-Match holds the ETag of the version that was edited",
            description = "Disabling cancels what waits to be delivered; a replay sends it later.")
    ResponseEntity<WebhookView> update(
            @PathVariable UUID id,
            @RequestBody WebhookRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Principal user) {
        return tagged(webhooks.update(id, request, IfMatch.of(ifMatch, "webhook"), user.getName()));
    }

    @PostMapping("/{id}/secret")
    @Operation(
            operationId = "changeWebhookSecret",
            summary = "Make a new secret; for a day deliveries are signed with the old one as well")
    ResponseEntity<WebhookView> changeSecret(@PathVariable UUID id, Principal user) {
        return tagged(webhooks.changeSecret(id, user.getName()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteWebhook", summary = "Deletes a webhook and the log of its deliveries")
    void delete(@PathVariable UUID id, Principal user) {
        webhooks.delete(id, user.getName());
    }

    private static ResponseEntity<WebhookView> tagged(WebhookView webhook) {
        return ResponseEntity.ok().eTag(webhook.tag()).body(webhook);
    }
}
