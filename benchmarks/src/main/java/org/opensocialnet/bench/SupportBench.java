package org.opensocialnet.bench;

import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.opensocialnet.OpenSocialNet;
import org.opensocialnet.support.SupportWork;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The list of 50,000 requests for support: each page of it, as the team and as an organisation, under 100 ms. */
final class SupportBench implements Bench.Benchmark {

    private static final int REQUESTS = 50_000;
    private static final int ASKED = 60;

    @Override
    public void run(Consumer<Result> found) throws Exception {
        StartBench.clear(Server.DATA.resolve("support"));
        try (var program = new SpringApplicationBuilder(OpenSocialNet.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(
                        "--osn.test-database=false",
                        "--osn.data=" + Server.DATA.resolve("support"),
                        "--osn.demo.enabled=false",
                        "--osn.search.upkeep=false",
                        "--spring.main.lazy-initialization=true",
                        "--logging.level.root=warn")) {
            var work = new SupportWork(program);
            work.fill(REQUESTS);
            found.accept(below("support: first page of the team", _ -> work.team("", "", "")));
            found.accept(below("support: what waits", _ -> work.team("waiting", "", "")));
            found.accept(below("support: one kind of service", _ -> work.team("", "clothing", "")));
            found.accept(below("support: by a word of the title", _ -> work.team("", "", "κουβέρτες")));
            found.accept(below("support: by number", at -> work.team("", "", String.valueOf(1000 + at))));
            found.accept(below("support: what stands still", _ -> work.team("stalled", "", "")));
            found.accept(below("support: the team's tasks", _ -> work.tasks()));
            found.accept(below("support: a page far down", _ -> work.deep(REQUESTS)));
            found.accept(below("support: one organisation's", work::own));
        }
    }

    private static Result below(String name, IntToDoubleFunction one) {
        IntStream.range(0, 10).forEach(one::applyAsDouble);
        double[] times = IntStream.range(0, ASKED).mapToDouble(one).sorted().toArray();
        double p95 = times[ASKED * 95 / 100];
        return new Result(name, "%.1f ms".formatted(p95), "100 ms", p95 / 100, "p95 under 100 ms", p95 < 100);
    }
}
