package dev.longshore.console.relay;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes the body of a service's answer to the caller as it arrives. The next piece is asked for when the caller took the
 * last one: memory is bounded by one piece (16 KiB), and whichever side is slow slows the other, without a thread that
 * waits. Each piece is flushed, so that an event reaches the browser when it happens. A body that breaks off is cut off
 * for the caller too, never ended as if it were whole.
 */
final class AnswerPipe implements Flow.Subscriber<List<ByteBuffer>>, WriteListener, AsyncListener {
    /** Request attribute of an exchange whose answer cannot be completed. */
    static final String BROKEN_OFF = AnswerPipe.class.getName() + ".brokenOff";

    private static final Logger log = LoggerFactory.getLogger(AnswerPipe.class);

    private final AsyncContext exchange;
    private final ServletOutputStream out;
    private final Queue<ByteBuffer> waiting = new ArrayDeque<>();

    private Flow.@Nullable Subscription source;
    private boolean open;
    private boolean asked;
    private boolean unflushed;
    private boolean sourceEnded;
    private boolean finished;

    AnswerPipe(AsyncContext exchange, ServletOutputStream out) {
        this.exchange = exchange;
        this.out = out;
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription subscription) {
        source = subscription;
        exchange.addListener(this);
        out.setWriteListener(this);
    }

    @Override
    public synchronized void onWritePossible() throws IOException {
        open = true;
        move();
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> pieces) {
        asked = false;
        waiting.addAll(pieces);
        moveOrGiveUp();
    }

    @Override
    public synchronized void onComplete() {
        sourceEnded = true;
        moveOrGiveUp();
    }

    /** From the source: the service broke off. From the container: the caller went away, nobody sees the difference. */
    @Override
    public synchronized void onError(Throwable failure) {
        if (!finished) {
            log.debug("A relayed answer broke off", failure);
            abort();
        }
    }

    @Override
    public synchronized void onTimeout(AsyncEvent event) {
        finish();
    }

    @Override
    public synchronized void onError(AsyncEvent event) {
        finish();
    }

    @Override
    public synchronized void onComplete(AsyncEvent event) {
        release();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // An exchange is started once.
    }

    private void moveOrGiveUp() {
        try {
            move();
        } catch (IOException e) {
            log.debug("The caller went away during a relayed answer", e);
            finish();
        }
    }

    private void move() throws IOException {
        while (open && !finished && out.isReady()) {
            ByteBuffer piece = waiting.poll();
            if (piece != null) {
                byte[] bytes = new byte[piece.remaining()];
                piece.get(bytes);
                out.write(bytes);
                unflushed = true;
            } else if (sourceEnded) {
                finish();
            } else if (unflushed) {
                out.flush();
                unflushed = false;
            } else {
                askForMore();
                return;
            }
        }
    }

    private void askForMore() {
        if (!asked && source != null) {
            asked = true;
            source.request(1);
        }
    }

    private void finish() {
        if (!finished) {
            release();
            exchange.complete();
        }
    }

    /** Comes back to {@link Relay}, which makes the server close the connection without the end of the body. */
    private void abort() {
        release();
        exchange.getRequest().setAttribute(BROKEN_OFF, true);
        exchange.dispatch();
    }

    private void release() {
        finished = true;
        waiting.clear();
        if (source != null) {
            source.cancel();
        }
    }
}
