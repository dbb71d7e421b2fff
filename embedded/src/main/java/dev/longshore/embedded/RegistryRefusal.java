package dev.longshore.embedded;

/** A request that the registry answers with an error; the codes are those of the Confluent API. */
final class RegistryRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int CODES_PER_STATUS = 100;
    private static final int LARGEST_PLAIN_STATUS = 599;

    private final int code;

    private RegistryRefusal(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    static RegistryRefusal unknownPath() {
        return new RegistryRefusal(404, "HTTP 404 Not Found");
    }

    static RegistryRefusal unknownSubject(String subject) {
        return new RegistryRefusal(40401, "Subject '%s' not found.".formatted(subject));
    }

    static RegistryRefusal unknownVersion(String version) {
        return new RegistryRefusal(40402, "Version %s not found.".formatted(version));
    }

    static RegistryRefusal unknownSchema() {
        return new RegistryRefusal(40403, "Schema not found");
    }

    static RegistryRefusal noLevel(String subject) {
        return new RegistryRefusal(
                40408, "Subject '%s' does not have subject-level compatibility configured".formatted(subject));
    }

    static RegistryRefusal methodNotAllowed() {
        return new RegistryRefusal(405, "HTTP 405 Method Not Allowed");
    }

    static RegistryRefusal incompatible(String why) {
        return new RegistryRefusal(409, "Schema being registered is incompatible with an earlier schema: " + why);
    }

    static RegistryRefusal tooLarge() {
        return new RegistryRefusal(413, "HTTP 413 Request Entity Too Large");
    }

    static RegistryRefusal invalidSchema(String why) {
        return new RegistryRefusal(42201, "Invalid schema: " + why);
    }

    static RegistryRefusal invalidVersion(String version) {
        return new RegistryRefusal(42202, "The specified version '%s' is not a valid version id.".formatted(version));
    }

    static RegistryRefusal invalidLevel(String level) {
        return new RegistryRefusal(42203, "Invalid compatibility level: " + level);
    }

    static RegistryRefusal storeFailed() {
        return new RegistryRefusal(50001, "Error in the backend data store");
    }

    /** The API's own code: the HTTP status, or the status and two digits more. */
    int code() {
        return code;
    }

    int status() {
        return code > LARGEST_PLAIN_STATUS ? code / CODES_PER_STATUS : code;
    }

    /** Never null, unlike the inherited one. */
    String reason() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
