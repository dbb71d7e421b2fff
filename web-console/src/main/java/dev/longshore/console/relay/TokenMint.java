package dev.longshore.console.relay;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/**
 * Mints the tokens by which the services know the caller of a relayed call. Each process has a key of its own, which is
 * never stored: after a restart older tokens are worth nothing, and they live for two minutes anyway.
 */
final class TokenMint {
    static final Duration LIFETIME = Duration.ofMinutes(2);

    private static final String ROLE = "ROLE_";

    private final RSAKey key;
    private final NimbusJwtEncoder encoder;
    private final InstantSource clock;

    TokenMint(InstantSource clock) throws JOSEException {
        this.key = new RSAKeyGenerator(2048)
                .keyIDFromThumbprint(true)
                .keyUse(KeyUse.SIGNATURE)
                .generate();
        this.encoder = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(key)));
        this.clock = clock;
    }

    /** A token for the services alone ({@code aud}), in the name of this user and with this user's roles. */
    String tokenFor(Authentication user) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer("longshore")
                .audience(List.of("longshore-api"))
                .subject(user.getName())
                .claim("roles", rolesOf(user))
                .issuedAt(now)
                .expiresAt(now.plus(LIFETIME))
                .build();
        JwsHeader header =
                JwsHeader.with(SignatureAlgorithm.RS256).keyId(key.getKeyID()).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }

    /** The public half, as a JWK set. */
    Map<String, Object> publicKeys() {
        return new JWKSet(key).toJSONObject(true);
    }

    private static List<String> rolesOf(Authentication user) {
        return user.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(granted -> granted != null && granted.startsWith(ROLE))
                .map(granted -> granted.substring(ROLE.length()))
                .sorted()
                .toList();
    }
}
