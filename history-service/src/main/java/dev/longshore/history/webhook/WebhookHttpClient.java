package dev.longshore.history.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Sends deliveries by HTTP/1.1. The addresses of a name are checked when the connection is made, and the connection goes
 * to one of these very addresses, so that a name cannot mean something else a moment later. Each attempt has its own
 * connection. Redirects are not followed, no proxy is used, and an answer is read up to a bound: its first line and
 * headers, and a little of its body so that the connection can end in order.
 */
final class WebhookHttpClient implements WebhookSender, AutoCloseable {
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int MOST_HEADERS = 100;
    private static final int MOST_OF_BODY = 16 * 1024;

    private final CloseableHttpClient http;
    private final ScheduledExecutorService watchdog;
    private final Duration timeout;

    WebhookHttpClient(AddressPolicy addresses, Duration timeout, int connections) {
        this.timeout = timeout;
        Timeout limit = Timeout.of(timeout);
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new CheckedNames(addresses))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(limit)
                                .setSocketTimeout(limit)
                                .build())
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxLineLength(LONGEST_LINE)
                                        .setMaxHeaderCount(MOST_HEADERS)
                                        .build())
                                .build())
                        .setMaxConnTotal(connections)
                        .setMaxConnPerRoute(connections)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(limit)
                        .setResponseTimeout(limit)
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Longshore")
                .build();
        CustomizableThreadFactory threads = new CustomizableThreadFactory("webhook-watchdog-");
        threads.setDaemon(true);
        this.watchdog = Executors.newSingleThreadScheduledExecutor(threads);
    }

    @Override
    public Answer send(URI url, Map<String, String> headers, String body) {
        HttpPost request = new HttpPost(url);
        headers.forEach(request::setHeader);
        request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON.withCharset(UTF_8)));
        // Time-outs of the socket bound each read; this bounds them all.
        ScheduledFuture<?> alarm = watchdog.schedule(request::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return Answer.of(statusOf(request));
        } catch (IOException | RuntimeException e) {
            return Answer.none(wordsFor(e, request.isCancelled()));
        } finally {
            alarm.cancel(false);
        }
    }

    private int statusOf(HttpPost request) throws IOException {
        ClassicHttpResponse response = http.executeOpen(null, request, null);
        int status = response.getCode();
        try {
            endInOrder(request, response);
            response.close();
        } catch (IOException e) {
            // The answer counts, however its connection ended.
            request.cancel();
        }
        return status;
    }

    /** Closing reads a body to its end, so one that is longer than the bound is cut off first. */
    private static void endInOrder(HttpPost request, ClassicHttpResponse response) throws IOException {
        if (response.getEntity() != null) {
            InputStream content = response.getEntity().getContent();
            if (content != null && content.readNBytes(MOST_OF_BODY).length == MOST_OF_BODY) {
                request.cancel();
            }
        }
    }

    private String wordsFor(Exception failure, boolean cancelled) {
        if (cancelled || failure instanceof SocketTimeoutException) {
            return "No answer within %s".formatted(timeout);
        }
        if (failure instanceof RefusedAddressException refused) {
            return String.valueOf(refused.getMessage());
        }
        if (failure instanceof UnknownHostException) {
            return "The host's name cannot be resolved";
        }
        if (failure instanceof SSLException) {
            return "No secure connection: %s".formatted(failure.getMessage());
        }
        if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
            return "No connection: %s".formatted(failure.getMessage());
        }
        return "%s: %s".formatted(failure.getClass().getSimpleName(), failure.getMessage());
    }

    @Override
    public void close() throws IOException {
        watchdog.shutdownNow();
        http.close();
    }

    /** Names and literal addresses alike come by here before a connection is made. */
    private record CheckedNames(AddressPolicy addresses) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] found = InetAddress.getAllByName(host);
            for (InetAddress address : found) {
                Optional<String> refusal = addresses.refusal(address);
                if (refusal.isPresent()) {
                    throw new RefusedAddressException(refusal.get());
                }
            }
            return found;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    private static final class RefusedAddressException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        RefusedAddressException(String message) {
            super(message);
        }
    }
}
