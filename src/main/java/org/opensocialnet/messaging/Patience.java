package org.opensocialnet.messaging;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next try: twice as long each time, and never just when all others try again. */
record Patience(Duration first, Duration longest, RandomGenerator random) {

    /** After so many tries. */
    Duration after(int tries) {
        var doubled = first.multipliedBy(1L << Math.min(tries - 1, 20));
        var wait = doubled.compareTo(longest) < 0 ? doubled : longest;
        return Duration.ofMillis((long) (wait.toMillis() * random.nextDouble(0.8, 1.2)));
    }
}
