package dev.longshore.history.artifact;

import java.nio.charset.StandardCharsets;

/**
 * The header Content-Disposition of a download (RFC 6266). A name of any script goes over as {@code filename*}
 * (RFC 8187), with a plain one beside it for clients that do not know that.
 */
final class Disposition {
    private static final String PLAIN = "[A-Za-z0-9._-]*";
    private static final String UNRESERVED =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&+-.^_`|~";

    private Disposition() {}

    /** Value of the header for a file to be saved under this name. */
    static String attachment(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
        String simple = "attachment; filename=\"" + plain + '"';
        return name.matches(PLAIN) ? simple : simple + "; filename*=UTF-8''" + encoded(name);
    }

    private static String encoded(String name) {
        StringBuilder text = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            if (octet > 0 && UNRESERVED.indexOf(octet) >= 0) {
                text.append((char) octet);
            } else {
                text.append('%').append(String.format("%02X", octet & 0xff));
            }
        }
        return text.toString();
    }
}
