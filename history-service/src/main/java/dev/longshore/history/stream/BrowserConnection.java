package dev.longshore.history.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection of one browser, written to without waiting for it (Jakarta Servlet 6.1, section 3.9): the container says
 * when the browser can take more. A browser that takes nothing while something is on its way is given up by the
 * container's write time-out, and costs no thread until then.
 */
final class BrowserConnection implements RunSink {
    private static final Logger log = LoggerFactory.getLogger(BrowserConnection.class);

    private final AsyncContext exchange;
    private final ServletOutputStream out;
    /** Whether the container has handed the connection over. */
    private volatile boolean open;

    private boolean unflushed;

    /** @param out what has been written to it so far is flushed */
    BrowserConnection(AsyncContext exchange, ServletOutputStream out) {
        this.exchange = exchange;
        this.out = out;
    }

    /** Has the container tell the stream of the browser; by the thread of the request, which holds no lock of ours. */
    void serve(RunStream stream) {
        Browser browser = new Browser(stream);
        exchange.addListener(browser);
        out.setWriteListener(browser);
    }

    @Override
    public boolean isReady() throws IOException {
        while (open && out.isReady()) {
            if (!unflushed) {
                return true;
            }
            unflushed = false;
            out.flush();
        }
        return false;
    }

    @Override
    public void write(byte[] part) throws IOException {
        unflushed = true;
        out.write(part);
    }

    @Override
    public void end() {
        try {
            exchange.complete();
        } catch (IllegalStateException e) {
            log.trace("The exchange is being ended already", e);
        }
    }

    /** The browser's side, as the container reports it. */
    private final class Browser implements WriteListener, AsyncListener {
        private final RunStream stream;

        Browser(RunStream stream) {
            this.stream = stream;
        }

        @Override
        public void onWritePossible() {
            open = true;
            stream.proceed();
        }

        /** The browser went away, or took nothing for too long. */
        @Override
        public void onError(Throwable failure) {
            log.debug("A stream was closed by its reader", failure);
            stream.end();
        }

        /** The stream has lived long enough. */
        @Override
        public void onTimeout(AsyncEvent event) {
            stream.end();
        }

        /** The container sends an error page unless the exchange is ended here, even if it is being ended already. */
        @Override
        public void onError(AsyncEvent event) {
            stream.end();
        }

        @Override
        public void onComplete(AsyncEvent event) {
            stream.forget();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // An exchange is started once.
        }
    }
}
