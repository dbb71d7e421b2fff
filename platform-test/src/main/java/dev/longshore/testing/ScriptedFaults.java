package dev.longshore.testing;

import dev.longshore.platform.fault.FaultPoints;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Faults that a test writes down as sentences: {@code faults.at(AFTER_FILE_MOVE).throwsOnce(...)}. A point without a
 * script does nothing but is remembered. Thread-safe.
 */
public final class ScriptedFaults implements FaultPoints {
    private static final int KILLED = 137;
    private static final long LONGEST_HOLD_SECONDS = 30;

    private final Map<String, Fault> script = new ConcurrentHashMap<>();
    private final List<Passage> passages = new CopyOnWriteArrayList<>();

    /** That the code came by a point. */
    public record Passage(String point, String detail) {}

    private interface Fault {
        void strike(String detail);
    }

    /** What is to happen at a point; the last thing said counts. */
    public final class At {
        private final String point;
        private final Predicate<String> concerned;

        private At(String point, Predicate<String> concerned) {
            this.point = point;
            this.concerned = concerned;
        }

        /** Only when the detail is this one. */
        public At of(String detail) {
            return new At(point, detail::equals);
        }

        /** Every passage fails, until {@link ScriptedFaults#heal()}. */
        public void alwaysThrows(Supplier<? extends RuntimeException> failure) {
            put(detail -> {
                throw failure.get();
            });
        }

        /** The next passage fails, later ones do not. */
        public void throwsOnce(Supplier<? extends RuntimeException> failure) {
            put(detail -> {
                script.remove(point);
                throw failure.get();
            });
        }

        /** The next passage ends this JVM at once, as kill -9 does. For worker processes of their own only. */
        public void endsTheProcess() {
            put(detail -> Runtime.getRuntime().halt(KILLED));
        }

        /** The next passage waits until the gate is opened, at most 30 s. */
        public Gate waits() {
            Gate gate = new Gate(point);
            put(detail -> {
                script.remove(point);
                gate.passSlowly();
            });
            return gate;
        }

        private void put(Fault fault) {
            script.put(point, detail -> {
                if (concerned.test(detail)) {
                    fault.strike(detail);
                }
            });
        }
    }

    /** Holds a thread at a point, for tests of what others do meanwhile. */
    public static final class Gate {
        private final String point;
        private final CountDownLatch arrived = new CountDownLatch(1);
        private final CountDownLatch opened = new CountDownLatch(1);

        private Gate(String point) {
            this.point = point;
        }

        /** Waits until a thread stands at the gate, at most 30 s. */
        public void awaitArrival() throws InterruptedException {
            if (!arrived.await(LONGEST_HOLD_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody came to " + point);
            }
        }

        /** Lets the thread go on. */
        public void open() {
            opened.countDown();
        }

        private void passSlowly() {
            arrived.countDown();
            try {
                if (!opened.await(LONGEST_HOLD_SECONDS, TimeUnit.SECONDS)) {
                    throw new AssertionError("the gate was never opened: " + point);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted at " + point, e);
            }
        }
    }

    /** Begins a sentence about a point. */
    public At at(String point) {
        return new At(point, detail -> true);
    }

    /** Nothing goes wrong any more. What came by is still remembered. */
    public void heal() {
        script.clear();
    }

    /** What came by so far, in order. */
    public List<Passage> passages() {
        return List.copyOf(passages);
    }

    /** How often the code came by the point. */
    public long passagesOf(String point) {
        return passages.stream()
                .filter(passage -> passage.point().equals(point))
                .count();
    }

    @Override
    public void reached(String point, String detail) {
        passages.add(new Passage(point, detail));
        Fault fault = script.get(point);
        if (fault != null) {
            fault.strike(detail);
        }
    }
}
