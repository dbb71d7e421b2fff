package dev.longshore.console.relay;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import dev.longshore.console.Caller;
import dev.longshore.console.Rights;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/**
 * Mints the tokens by which the services know the caller of a relayed call. Each process has a key of its own, which is
 * never stored: after a restart older tokens are worth nothing, and they live for two minutes anyway. A token says
 * nothing but what is asked for here, so the same question within a minute gets the same token: signing one costs more
 * than all else that the relay does.
 */
final class TokenMint {
    static final Duration LIFETIME = Duration.ofMinutes(2);

    private static final Duration HANDED_OUT_FOR = Duration.ofMinutes(1);
    private static final int KEPT = 1_000;

    private final RSAKey key;
    private final NimbusJwtEncoder encoder;
    private final InstantSource clock;
    private final Map<Claims, Minted> minted = new Latest();

    TokenMint(InstantSource clock) throws JOSEException {
        this.key = new RSAKeyGenerator(2048)
                .keyIDFromThumbprint(true)
                .keyUse(KeyUse.SIGNATURE)
                .generate();
        this.encoder = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(key)));
        this.clock = clock;
    }

    /**
     * A token for the services alone ({@code aud}), in the name of this caller and with what he may do at this moment.
     *
     * @param address from where the caller calls, for the audit log
     */
    String tokenFor(Caller caller, String address) {
        Claims claims = new Claims(caller.name(), caller.rights(), address);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        synchronized (minted) {
            Minted known = minted.get(claims);
            if (known != null && known.isGoodAt(now)) {
                return known.token();
            }
        }
        String token = mint(claims, now);
        synchronized (minted) {
            minted.put(claims, new Minted(token, now));
        }
        return token;
    }

    private String mint(Claims asked, Instant now) {
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer("longshore")
                .audience(List.of("longshore-api"))
                .subject(asked.name())
                .claim("roles", List.of(asked.rights().role().name()))
                .claim("sources", asked.rights().sourcesClaim())
                .claim("client_address", asked.address())
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

    private record Claims(String name, Rights rights, String address) {}

    private record Minted(String token, Instant at) {
        boolean isGoodAt(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(HANDED_OUT_FOR));
        }
    }

    /** Forgets the one that was minted first once there are too many. */
    private static final class Latest extends LinkedHashMap<Claims, Minted> {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Claims, Minted> eldest) {
            return size() > KEPT;
        }
    }
}
