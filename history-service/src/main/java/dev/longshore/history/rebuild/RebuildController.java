package dev.longshore.history.rebuild;

import dev.longshore.platform.security.MayAdminister;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/admin/rebuild")
@MayAdminister
@Tag(name = "administration")
class RebuildController {
    private final RebuildService rebuilds;

    RebuildController(RebuildService rebuilds) {
        this.rebuilds = rebuilds;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "rebuild",
            summary = "Makes the read model anew from the events of all runs",
            description =
                    "The old one serves and is kept up to date meanwhile, and is replaced in one instant. Deleted "
                            + "lines stay deleted. 409 while a rebuild is under way.")
    RebuildView begin(Principal user) {
        return rebuilds.begin(user.getName());
    }

    @GetMapping
    @Operation(operationId = "getRebuild", summary = "The rebuild under way or, if there is none, the last one")
    RebuildView get() {
        return rebuilds.latest();
    }

    @DeleteMapping
    @Operation(operationId = "cancelRebuild", summary = "Ends the rebuild under way; the old read model serves on")
    RebuildView cancel(Principal user) {
        return rebuilds.cancel(user.getName());
    }
}
