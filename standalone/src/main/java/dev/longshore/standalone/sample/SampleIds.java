package dev.longshore.standalone.sample;

/** Ids as UCS makes them: 16 letters and digits, unique, and in no relation to time. */
final class SampleIds {

    private static final int DIGITS = 8;
    private static final int RADIX = 36;
    private static final long SPACE_MASK = (1L << 41) - 1; // 2^41 ids fit into 8 digits of base 36
    private static final long ODD_FACTOR = 0x1D3A5C7E9BL; // odd, so that the multiplication permutes the space

    private SampleIds() {}

    static String interaction(long index) {
        return id("0001", index, "SMPL");
    }

    static String contact(long index) {
        return id("00CT", index, "SMPL");
    }

    static String document(long index) {
        return id("00DC", index, "SMPL");
    }

    private static String id(String prefix, long index, String suffix) {
        var digits = new char[DIGITS];
        long rest = (index * ODD_FACTOR) & SPACE_MASK;
        for (int i = DIGITS - 1; i >= 0; i--) {
            digits[i] = Character.toUpperCase(Character.forDigit((int) (rest % RADIX), RADIX));
            rest /= RADIX;
        }
        return prefix + new String(digits) + suffix;
    }
}
