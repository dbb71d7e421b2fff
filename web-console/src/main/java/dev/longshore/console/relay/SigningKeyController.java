package dev.longshore.console.relay;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Hidden
final class SigningKeyController {
    private final TokenMint mint;

    SigningKeyController(TokenMint mint) {
        this.mint = mint;
    }

    /** Public by nature: the services fetch it to check the tokens of relayed calls. */
    @GetMapping("/.well-known/jwks.json")
    Map<String, Object> keys() {
        return mint.publicKeys();
    }
}
