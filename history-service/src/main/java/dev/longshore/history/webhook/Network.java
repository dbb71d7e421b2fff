package dev.longshore.history.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of IP addresses.
 *
 * @param address any address of the range
 * @param prefix number of leading bits that all its addresses share
 */
record Network(InetAddress address, int prefix) {
    private static final Pattern CIDR = Pattern.compile("([0-9a-fA-F:.]+)/(\\d{1,3})");

    /** @throws IllegalArgumentException when the text is not an IP address, a slash and a number of bits */
    static Network parse(String cidr) {
        Matcher parts = CIDR.matcher(cidr);
        if (parts.matches()) {
            try {
                // Digits, dots and colons only: a literal, never looked up.
                InetAddress address = InetAddress.getByName(parts.group(1));
                int prefix = Integer.parseInt(parts.group(2));
                if (prefix <= address.getAddress().length * Byte.SIZE) {
                    return new Network(address, prefix);
                }
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(complaint(cidr), e);
            }
        }
        throw new IllegalArgumentException(complaint(cidr));
    }

    private static String complaint(String cidr) {
        return "'%s' is not a network: write an IP address and the number of its leading bits, for example 10.1.0.0/16"
                .formatted(cidr);
    }

    boolean contains(InetAddress other) {
        byte[] own = address.getAddress();
        byte[] theirs = other.getAddress();
        if (own.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((own[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
