package dev.longshore.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A certificate authority of a test, made in milliseconds: X.509 version 3 (RFC 5280), keys on the curve P-256, valid from
 * 2020 to the end of 2049, everything in PEM files. A private key's file can be read by its owner only, as PostgreSQL demands.
 */
public final class TestAuthority {
    private static final byte[] ECDSA_WITH_SHA256 = sequence(oid(0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02));
    private static final byte[] COMMON_NAME = oid(0x55, 0x04, 0x03);
    private static final byte[] BASIC_CONSTRAINTS = oid(0x55, 0x1D, 0x13);
    private static final byte[] ALTERNATIVE_NAME = oid(0x55, 0x1D, 0x11);
    private static final byte[] TRUE = element(0x01, new byte[] {(byte) 0xFF});
    private static final byte[] VALIDITY = sequence(utcTime("200101000000Z"), utcTime("491231235959Z"));
    private static final AtomicInteger SERIAL = new AtomicInteger();

    private final Path folder;
    private final String name;
    private final KeyPair keys;

    private TestAuthority(Path folder, String name, KeyPair keys) {
        this.folder = folder;
        this.name = name;
        this.keys = keys;
    }

    /** @param folder where the files go; it exists, and no other authority of this name writes there */
    public static TestAuthority create(Path folder, String name) {
        TestAuthority authority = new TestAuthority(folder, name, newKeys());
        byte[] itself = extension(BASIC_CONSTRAINTS, sequence(TRUE));
        authority.write(
                authority.certificate(), pem("CERTIFICATE", authority.sign(name, authority.keys.getPublic(), itself)));
        return authority;
    }

    /** PEM file of the authority's certificate: what clients trust. */
    public Path certificate() {
        return folder.resolve(name + "-ca.crt");
    }

    /**
     * PEM files of a server's certificate and of its private key (PKCS #8), and both in one.
     *
     * @param certificate the server's own, without the authority's
     * @param key readable by its owner only
     * @param keyAndCertificate what Kafka calls a keystore of type PEM
     */
    public record Identity(Path certificate, Path key, Path keyAndCertificate) {}

    /** An identity for a server on 127.0.0.1, also called {@code localhost}. */
    public Identity issue(String server) {
        KeyPair issued = newKeys();
        byte[] names = sequence(
                element(0x87, new byte[] {127, 0, 0, 1}),
                element(0x82, "localhost".getBytes(StandardCharsets.US_ASCII)));
        String certificate = pem("CERTIFICATE", sign(server, issued.getPublic(), extension(ALTERNATIVE_NAME, names)));
        String key = pem("PRIVATE KEY", issued.getPrivate().getEncoded());
        return new Identity(
                write(folder.resolve(server + ".crt"), certificate),
                write(folder.resolve(server + ".key"), key),
                write(folder.resolve(server + ".pem"), key + certificate));
    }

    private byte[] sign(String subject, PublicKey subjectKey, byte[] extension) {
        byte[] content = sequence(
                element(0xA0, element(0x02, new byte[] {2})),
                element(0x02, new byte[] {1, (byte) SERIAL.incrementAndGet()}),
                ECDSA_WITH_SHA256,
                commonName(name),
                VALIDITY,
                commonName(subject),
                subjectKey.getEncoded(),
                element(0xA3, sequence(extension)));
        return sequence(content, ECDSA_WITH_SHA256, element(0x03, concat(new byte[1], signature(content))));
    }

    private byte[] signature(byte[] content) {
        try {
            PrivateKey key = keys.getPrivate();
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path write(Path file, String text) {
        try {
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            return Files.writeString(Files.createFile(file, owner), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pem(String label, byte[] content) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, lines, label);
    }

    private static byte[] extension(byte[] id, byte[] value) {
        return sequence(id, element(0x04, value));
    }

    private static byte[] commonName(String name) {
        return sequence(element(0x31, sequence(COMMON_NAME, element(0x0C, name.getBytes(StandardCharsets.UTF_8)))));
    }

    private static byte[] utcTime(String time) {
        return element(0x17, time.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] oid(int... bytes) {
        byte[] content = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            content[i] = (byte) bytes[i];
        }
        return element(0x06, content);
    }

    private static byte[] sequence(byte[]... parts) {
        return element(0x30, concat(parts));
    }

    /** Tag, length and content by the distinguished encoding rules (X.690). */
    private static byte[] element(int tag, byte[] content) {
        int length = content.length;
        byte[] head = length < 0x80
                ? new byte[] {(byte) tag, (byte) length}
                : length < 0x100
                        ? new byte[] {(byte) tag, (byte) 0x81, (byte) length}
                        : new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
        return concat(head, content);
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
