package org.opensocialnet.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.time.Duration;
import java.util.function.Consumer;
import org.opensocialnet.OpenSocialNet;
import org.opensocialnet.doubles.DoublesWork;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * The search for doubles among 100,000 services with their organisations and places, against reading the same records
 * once: what it takes beyond must not grow faster than they do.
 */
final class DoublesBench implements Bench.Benchmark {

    @Override
    public void run(Consumer<Result> found) throws Exception {
        var data = Server.DATA.resolve("large");
        if (!Files.exists(data)) {
            Server.start("large", "large", Duration.ofMinutes(10)).close();
        }
        try (var program = new SpringApplicationBuilder(OpenSocialNet.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(
                        "--osn.test-database=false",
                        "--osn.data=" + data,
                        "--osn.demo.enabled=false",
                        "--osn.search.upkeep=false",
                        "--spring.main.lazy-initialization=true",
                        "--logging.level.root=warn")) {
            var work = new DoublesWork(program);
            int records = work.read();
            double reading = seconds(work::read);
            clear();
            double searching = seconds(work::search);
            double ratio = searching / reading;
            found.accept(new Result(
                    "doubles: the search among %,d records".formatted(records),
                    "%.1f s, %d pairs, heap at most %d MB".formatted(searching, work.pairs(), peak()),
                    "reading them %.1f s".formatted(reading),
                    ratio,
                    "under 3",
                    ratio < 3));
        }
    }

    private static double seconds(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void clear() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }
}
