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
 * waits. Each piece is flushed, so that an event reaches the browser when it happens.
 */
final class AnswerPipe implements Flow.Subscriber<List<ByteBuffer>> {
    private static final Logger log = LoggerFactory.getLogger(AnswerPipe.class);

    private final AsyncContext exchange;
    private final ServletOutputStream out;
    private final Runnable brokenOff;
    private final @Nullable OpenStreams streams;
    private final String session;
    private final Queue<ByteBuffer> waiting = new ArrayDeque<>();

    private Flow.@Nullable Subscription source;
    private boolean open;
    private boolean asked;
    private boolean unflushed;
    private boolean sourceEnded;
    private boolean finished;

    /**
     * @param brokenOff ends the exchange when the service broke off and there will be no more
     * @param streams of which this is one while it is open; null for an answer that has an end
     * @param session that such a stream ends with; empty for none
     */
    AnswerPipe(
            AsyncContext exchange,
            ServletOutputStream out,
            Runnable brokenOff,
            @Nullable OpenStreams streams,
            String session) {
        this.exchange = exchange;
        this.out = out;
        this.brokenOff = brokenOff;
        this.streams = streams;
        this.session = session;
    }

    /**
     * Without our lock: the container takes its own to hand the listener over, and has it when it calls the listener; in
     * the other order the two would wait for each other for good.
     */
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        synchronized (this) {
            source = subscription;
        }
        if (streams != null) {
            streams.add(this, session);
        }
        Caller caller = new Caller();
        exchange.addListener(caller);
        out.setWriteListener(caller);
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

    @Override
    public synchronized void onError(Throwable failure) {
        if (!finished) {
            log.debug("The answer of a service broke off", failure);
            release();
            brokenOff.run();
        }
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

    /** Ends the exchange where it is. */
    synchronized void end() {
        finish();
    }

    private void finish() {
        if (!finished) {
            release();
            exchange.complete();
        }
    }

    private void release() {
        finished = true;
        waiting.clear();
        if (streams != null) {
            streams.remove(this);
        }
        if (source != null) {
            source.cancel();
        }
    }

    /** The caller's side of the exchange, as the container reports it. */
    private final class Caller implements WriteListener, AsyncListener {
        @Override
        public void onWritePossible() throws IOException {
            synchronized (AnswerPipe.this) {
                open = true;
                move();
            }
        }

        /** The caller went away. */
        @Override
        public void onError(Throwable failure) {
            log.debug("The caller went away during a relayed answer", failure);
            AnswerPipe.this.end();
        }

        /** The stream has lived long enough. */
        @Override
        public void onTimeout(AsyncEvent event) {
            AnswerPipe.this.end();
        }

        /**
         * The container ends the exchange with an error page unless it is ended here, even if that was done before: a
         * failed write may be reported while the first ending is still under way.
         */
        @Override
        public void onError(AsyncEvent event) {
            synchronized (AnswerPipe.this) {
                release();
                try {
                    exchange.complete();
                } catch (IllegalStateException e) {
                    log.trace("The exchange is being ended already", e);
                }
            }
        }

        @Override
        public void onComplete(AsyncEvent event) {
            synchronized (AnswerPipe.this) {
                release();
            }
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // An exchange is started once.
        }
    }
}
