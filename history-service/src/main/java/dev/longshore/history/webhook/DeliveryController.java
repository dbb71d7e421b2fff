package dev.longshore.history.webhook;

import dev.longshore.platform.security.MayAdminister;
import dev.longshore.platform.web.InvalidRequestException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(WebhookController.PATH + "/{webhookId}/deliveries")
@MayAdminister
@Tag(name = "webhooks")
class DeliveryController {
    private static final int MOST = 500;

    private final DeliveryService deliveries;

    DeliveryController(DeliveryService deliveries) {
        this.deliveries = deliveries;
    }

    @GetMapping
    @Operation(operationId = "listDeliveries", summary = "Deliveries of a webhook, last queued first")
    DeliveryListView list(
            @PathVariable UUID webhookId,
            @RequestParam(required = false) @Nullable DeliveryState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw InvalidRequestException.of("limit", limit, "must be between 1 and " + MOST);
        }
        return deliveries.list(webhookId, state, cursor == null ? null : DeliveryCursor.decode(cursor), limit);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getDelivery", summary = "One delivery with every attempt at it")
    DeliveryView get(@PathVariable UUID webhookId, @PathVariable UUID id) {
        return deliveries.get(webhookId, id);
    }

    @PostMapping("/{id}/redeliver")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "redeliver", summary = "Sends the event of a delivery again, with the same identity")
    DeliveryView redeliver(@PathVariable UUID webhookId, @PathVariable UUID id, Principal user) {
        return deliveries.redeliver(webhookId, id, user.getName());
    }
}
