package dev.longshore.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;

/**
 * Stands in for web-console towards a service: a signing key, the address where the service finds its public half, and
 * tokens as web-console makes them (RS256, two minutes, issuer {@code longshore}, audience {@code longshore-api}).
 */
public final class TestTokens implements AutoCloseable {
    private static final Duration LIFE = Duration.ofMinutes(2);
    private static final String ISSUER = "longshore";
    private static final String AUDIENCE = "longshore-api";
    private static final int KEY_BITS = 2048;

    private final InstantSource clock = InstantSource.system();
    private final RSAKey key;
    private final HttpServer server;

    private TestTokens(RSAKey key, HttpServer server) {
        this.key = key;
        this.server = server;
    }

    /** Makes a key and serves its public half on a free port of 127.0.0.1. */
    public static TestTokens start() {
        try {
            RSAKey key = newKey();
            byte[] keys = new JWKSet(key).toString(true).getBytes(StandardCharsets.UTF_8);
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/.well-known/jwks.json", exchange -> {
                try (exchange) {
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, keys.length);
                    exchange.getResponseBody().write(keys);
                }
            });
            server.start();
            return new TestTokens(key, server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For {@code spring.security.oauth2.resourceserver.jwt.jwk-set-uri}. */
    public String jwkSetUri() {
        return "http://127.0.0.1:%d/.well-known/jwks.json"
                .formatted(server.getAddress().getPort());
    }

    /** A good token of this user with these roles (VIEWER, EXPORTER, ADMIN), for all sources. */
    public String token(String user, String... roles) {
        return sign(key, claims(user, roles).build());
    }

    /** Value of the header {@code Authorization} with a good token. */
    public String bearer(String user, String... roles) {
        return "Bearer " + token(user, roles);
    }

    /** Value of the header {@code Authorization} with a good token of a user who sees these sources only. */
    public String bearerFor(List<String> sources, String user, String... roles) {
        return "Bearer "
                + sign(key, claims(user, roles).claim("sources", sources).build());
    }

    /** A good token that says nothing of sources. */
    public String tokenWithoutSources(String user, String... roles) {
        return sign(key, claims(user, roles).claim("sources", null).build());
    }

    /** A token whose time is over by far more than clocks may differ. */
    public String expiredToken(String user, String... roles) {
        Instant past = clock.instant().minus(Duration.ofHours(1));
        return sign(
                key,
                claims(user, roles)
                        .issueTime(Date.from(past))
                        .expirationTime(Date.from(past.plus(LIFE)))
                        .build());
    }

    /** A token for somebody else. */
    public String tokenForAudience(String audience, String user, String... roles) {
        return sign(key, claims(user, roles).audience(audience).build());
    }

    /** A token of another issuer. */
    public String tokenOfIssuer(String issuer, String user, String... roles) {
        return sign(key, claims(user, roles).issuer(issuer).build());
    }

    /** A token that names our key but was signed with another. */
    public String forgedToken(String user, String... roles) {
        return sign(newKey(), claims(user, roles).build());
    }

    private JWTClaimsSet.Builder claims(String user, String... roles) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(user)
                .claim("roles", List.of(roles))
                .claim("sources", List.of("*"))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)));
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(KEY_BITS).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every JVM makes RSA keys", e);
        }
    }

    private static String sign(RSAKey key, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("an RSA key signs", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
