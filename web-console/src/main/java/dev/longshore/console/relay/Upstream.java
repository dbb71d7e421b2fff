package dev.longshore.console.relay;

import java.net.URI;

/**
 * A service behind the console.
 *
 * @param name as people may read it in an error
 * @param base scheme, host and port; a path is not looked at
 */
record Upstream(String name, URI base) {
    /** @param rawPathAndQuery as the caller sent it, still encoded */
    URI at(String rawPathAndQuery) {
        return URI.create(origin() + rawPathAndQuery);
    }

    /** An address of this service as the caller may use it: without the service's own host. */
    String asSeenByCaller(String location) {
        String origin = origin();
        return location.startsWith(origin + "/") ? location.substring(origin.length()) : location;
    }

    private String origin() {
        return base.getScheme() + "://" + base.getRawAuthority();
    }
}
