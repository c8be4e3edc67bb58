package org.opensocialnet.access;

import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Does the same with each of many, several at a time, as several readers would. */
final class Several {

    private static final int AT_ONCE = 6;

    private Several() {}

    static <T> void each(Collection<T> all, Consumer<T> work) {
        try (var readers = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var done : readers.invokeAll(all.stream()
                    .map(one -> (Callable<Boolean>) () -> tried(one, work))
                    .toList())) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static <T> boolean tried(T one, Consumer<T> work) {
        work.accept(one);
        return true;
    }
}
