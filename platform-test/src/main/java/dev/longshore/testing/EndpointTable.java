package dev.longshore.testing;

import java.util.ArrayList;
import java.util.List;

/** Who may use which endpoint of a service, row by row; {@link EndpointAccess} holds the service to it. */
public final class EndpointTable {
    /** The least that a caller must be. */
    public enum Least {
        VIEWER,
        EXPORTER,
        /** ADMIN for all sources. */
        ADMINISTRATOR;

        boolean isReachedBy(String role) {
            return switch (this) {
                case VIEWER -> true;
                case EXPORTER -> role.equals("EXPORTER") || role.equals("ADMIN");
                case ADMINISTRATOR -> role.equals("ADMIN");
            };
        }
    }

    /** How an endpoint hides what belongs to sources that the caller may not see. */
    public enum Shows {
        /** Says nothing of any source. */
        NO_SOURCE(200),
        /** Leaves out what the caller may not see. */
        LIST(200),
        /** One thing, which is not there for the caller: 404. */
        ONE(404),
        /** Things named by a list of identities, which are refused as not there. */
        NAMED(400),
        /** Something new, which the caller may not make, or a summary of all sources: 403. */
        ALL_OR_NEW(403);

        private final int statusForOthers;

        Shows(int statusForOthers) {
            this.statusForOthers = statusForOthers;
        }

        int statusForOthers(Least least) {
            return least == Least.ADMINISTRATOR ? 403 : statusForOthers;
        }
    }

    /**
     * @param pattern of the path as the service maps it
     * @param path that is called, with query
     * @param body JSON; empty for none
     * @param tells what shows in an answer to those who may see what is there, and to nobody else
     * @param exists false when the path names something that is not there, so that those who may get 404
     */
    public record Endpoint(
            String method,
            String pattern,
            Least least,
            Shows shows,
            String path,
            String body,
            String tells,
            boolean exists) {
        boolean isRepeatable() {
            return method.equals("GET");
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    private final List<Endpoint> endpoints = new ArrayList<>();
    private final String tells;

    /** @param tells a text that shows in whatever tells of what is there, unless the row says otherwise */
    public EndpointTable(String tells) {
        this.tells = tells;
    }

    /** An endpoint that is called without a body. */
    public EndpointTable row(String method, String pattern, Least least, Shows shows, String path) {
        return row(method, pattern, least, shows, path, "");
    }

    public EndpointTable row(String method, String pattern, Least least, Shows shows, String path, String body) {
        endpoints.add(new Endpoint(method, pattern, least, shows, path, body, tells, true));
        return this;
    }

    /** What the row before shows instead. */
    public EndpointTable telling(String text) {
        Endpoint last = endpoints.remove(endpoints.size() - 1);
        endpoints.add(new Endpoint(
                last.method(),
                last.pattern(),
                last.least(),
                last.shows(),
                last.path(),
                last.body(),
                text,
                last.exists()));
        return this;
    }

    /** What the row before names is not there. */
    public EndpointTable ofNothing() {
        Endpoint last = endpoints.remove(endpoints.size() - 1);
        endpoints.add(new Endpoint(
                last.method(),
                last.pattern(),
                last.least(),
                last.shows(),
                last.path(),
                last.body(),
                last.tells(),
                false));
        return this;
    }

    List<Endpoint> endpoints() {
        return List.copyOf(endpoints);
    }
}
