package dev.longshore.console.relay;

import dev.longshore.console.Caller;
import dev.longshore.console.ConsoleProperties;
import dev.longshore.console.ProblemCodec;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import org.apache.coyote.CloseNowException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.HttpRequestHandler;

/**
 * Hands a call on to the service that answers it and its answer back, byte by byte. No thread waits: neither for the
 * service to answer nor for the caller to read, so that any number of event streams and slow downloads may be open.
 * When the caller goes away, the call to the service is cancelled.
 */
final class Relay implements HttpRequestHandler {
    private static final Logger log = LoggerFactory.getLogger(Relay.class);

    /** Request attribute of an exchange whose answer cannot be completed. */
    private static final String BROKEN_OFF = Relay.class.getName() + ".brokenOff";

    private final Routes routes;
    private final HttpClient client;
    private final TokenMint mint;
    private final ProblemCodec problems;
    private final ConsoleProperties.Relay limits;
    private final OpenStreams streams;

    Relay(
            Routes routes,
            HttpClient client,
            TokenMint mint,
            ProblemCodec problems,
            ConsoleProperties.Relay limits,
            OpenStreams streams) {
        this.routes = routes;
        this.client = client;
        this.mint = mint;
        this.problems = problems;
        this.limits = limits;
        this.streams = streams;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(BROKEN_OFF) != null) {
            throw new CloseNowException("the answer of the service broke off");
        }
        String path = request.getRequestURI();
        Optional<Upstream> upstream = routes.upstreamFor(path);
        if (upstream.isEmpty()) {
            problems.write(response, HttpStatus.NOT_FOUND, "not-found", "There is nothing at " + path);
            return;
        }
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        if (user == null || !(user.getPrincipal() instanceof Caller caller)) {
            throw new IllegalStateException("an unauthenticated call reached the relay");
        }
        byte[] body = request.getInputStream()
                .readNBytes(Math.toIntExact(limits.maxRequestBody().toBytes()) + 1);
        if (body.length > limits.maxRequestBody().toBytes()) {
            problems.write(
                    response,
                    HttpStatus.CONTENT_TOO_LARGE,
                    "body-too-large",
                    "The body of a call may have at most " + limits.maxRequestBody());
            return;
        }
        handOn(request, response, upstream.get(), call(request, upstream.get(), caller, body));
    }

    private HttpRequest call(HttpServletRequest request, Upstream upstream, Caller caller, byte[] body) {
        String query = request.getQueryString();
        URI target = upstream.at(request.getRequestURI() + (query == null ? "" : "?" + query));
        HttpRequest.Builder call = HttpRequest.newBuilder(target)
                .timeout(limits.responseTimeout())
                .method(
                        request.getMethod(),
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        HeaderRules.copyToService(request, call);
        String token = mint.tokenFor(caller, request.getRemoteAddr());
        return call.setHeader("Authorization", "Bearer " + token).build();
    }

    private void handOn(HttpServletRequest request, HttpServletResponse response, Upstream upstream, HttpRequest call) {
        AsyncContext exchange = request.startAsync();
        boolean stream = request.getRequestURI().equals(Routes.EVENT_STREAM);
        exchange.setTimeout(stream ? limits.streamLifetime().toMillis() : 0);
        HttpSession session = request.getSession(false);
        String sessionId = session == null ? "" : session.getId();
        // Nobody waits for this future: its end is the end of the exchange.
        var unused = client.sendAsync(call, HttpResponse.BodyHandlers.ofPublisher())
                .whenComplete((answer, failure) -> settle(exchange, sessionId, response, upstream, answer, failure));
    }

    private void settle(
            AsyncContext exchange,
            String sessionId,
            HttpServletResponse response,
            Upstream upstream,
            @Nullable HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer,
            @Nullable Throwable failure) {
        try {
            if (answer == null) {
                unanswered(response, upstream, failure);
                exchange.complete();
            } else {
                answered(response, upstream, answer);
                boolean endless = exchange.getTimeout() > 0;
                answer.body()
                        .subscribe(new AnswerPipe(
                                exchange,
                                response.getOutputStream(),
                                endless ? exchange::complete : () -> cutOff(exchange),
                                endless ? streams : null,
                                sessionId));
            }
        } catch (IOException | RuntimeException e) {
            log.debug("The caller went away before the answer of {}", upstream.name(), e);
            exchange.complete();
        }
    }

    /**
     * Comes back to {@link #handleRequest}, which makes the server close the connection: a body that broke off must not
     * look whole to the caller. Event streams have no end to miss; their browsers just come back.
     */
    private static void cutOff(AsyncContext exchange) {
        exchange.getRequest().setAttribute(BROKEN_OFF, true);
        exchange.dispatch();
    }

    private static void answered(
            HttpServletResponse response, Upstream upstream, HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer) {
        response.setStatus(answer.statusCode());
        HeaderRules.copyToCaller(answer.headers(), (name, value) -> {
            if (name.equalsIgnoreCase("Location")) {
                response.setHeader(name, upstream.asSeenByCaller(value));
            } else {
                response.addHeader(name, value);
            }
        });
        answer.headers().firstValueAsLong("Content-Length").ifPresent(response::setContentLengthLong);
    }

    private void unanswered(HttpServletResponse response, Upstream upstream, @Nullable Throwable failure)
            throws IOException {
        Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        log.warn("{} did not answer: {}", upstream.name(), String.valueOf(cause));
        if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
            response.setHeader("Retry-After", "5");
            problems.write(
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "service-unreachable",
                    "The %s cannot be reached at the moment. Exports go on; try again in a little while."
                            .formatted(upstream.name()));
        } else if (cause instanceof HttpTimeoutException) {
            problems.write(
                    response,
                    HttpStatus.GATEWAY_TIMEOUT,
                    "service-too-slow",
                    "The %s took longer than %d s to answer."
                            .formatted(upstream.name(), limits.responseTimeout().toSeconds()));
        } else {
            problems.write(
                    response,
                    HttpStatus.BAD_GATEWAY,
                    "service-broke-off",
                    "The %s broke off before it answered. Try again.".formatted(upstream.name()));
        }
    }
}
