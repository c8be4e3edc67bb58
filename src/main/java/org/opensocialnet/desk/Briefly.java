package org.opensocialnet.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Remembers answers for a short time, on this node: what members look at again and again costs once. */
final class Briefly<K, V> {

    private static final int MOST = 10_000;

    private record Kept<V>(V value, Instant until) {}

    private final ConcurrentHashMap<K, Kept<V>> kept = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Duration time;

    Briefly(Clock clock, Duration time) {
        this.clock = clock;
        this.time = time;
    }

    /** What is remembered, else what is asked now. Two who ask at once may both ask; nobody waits for another. */
    V get(K key, Function<K, V> ask) {
        var now = clock.instant();
        var known = kept.get(key);
        if (known != null && now.isBefore(known.until())) {
            return known.value();
        }
        if (kept.size() >= MOST) {
            kept.values().removeIf(old -> !now.isBefore(old.until()));
        }
        var answer = ask.apply(key);
        if (kept.size() < MOST) {
            kept.put(key, new Kept<>(answer, now.plus(time)));
        }
        return answer;
    }

    /** What is remembered; nobody is asked. */
    Optional<V> known(K key) {
        var known = kept.get(key);
        return known != null && clock.instant().isBefore(known.until()) ? Optional.of(known.value()) : Optional.empty();
    }

    void forget(Predicate<K> which) {
        kept.keySet().removeIf(which);
    }
}
