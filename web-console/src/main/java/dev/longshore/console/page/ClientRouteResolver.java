package dev.longshore.console.page;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Answers an address that only the browser's router knows with the one document that contains that router. */
final class ClientRouteResolver extends PathResourceResolver {
    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
        Resource file = super.getResource(path, location);
        if (file != null) {
            return file;
        }
        return isClientRoute(path) ? super.getResource("index.html", location) : null;
    }

    /** A name with a dot asks for a file: a missing file is missing, not a page. */
    static boolean isClientRoute(String path) {
        return !path.startsWith("api/")
                && !path.startsWith("actuator/")
                && !path.startsWith(".well-known/")
                && path.indexOf('.', path.lastIndexOf('/') + 1) < 0;
    }
}
