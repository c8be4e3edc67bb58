package org.opensocialnet.bench;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.opensocialnet.OpenSocialNet;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.audit.TrailWork;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What one noted act costs: 16 writers, each with a transaction that inserts one row, against the same with an act
 * noted. PostgreSQL waits for the disk at each commit, as for an operator. Then how fast lines are sealed and verified.
 */
final class TrailBench implements Bench.Benchmark {

    private static final int WRITERS = 16;
    private static final UUID ORGANIZATION = Uuid7.next();
    private static final Sight EDITOR =
            new Sight(Uuid7.next(), ORGANIZATION, "editor", Sight.Reach.ORGANIZATION, "desk", "192.0.2.x");

    @Override
    public void run(Consumer<Result> found) throws Exception {
        StartBench.clear(Server.DATA.resolve("trail"));
        try (var program = new SpringApplicationBuilder(OpenSocialNet.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(
                        "--osn.test-database=false",
                        "--osn.data=" + Server.DATA.resolve("trail"),
                        "--osn.demo.enabled=false",
                        "--osn.search.upkeep=false",
                        "--spring.main.lazy-initialization=true",
                        "--logging.level.root=warn")) {
            program.getBean(JdbcClient.class)
                    .sql("""
                    create schema bench;
                    create table bench.record (id uuid primary key, organization uuid not null, words text not null);
                    create index record_organization on bench.record (organization);
                    """)
                    .update();
            var plain = speed(program, false);
            var noted = speed(program, true);
            var again = speed(program, false);
            var baseline = Math.max(plain.perSecond(), again.perSecond());
            var ratio = baseline / noted.perSecond();
            found.accept(new Result(
                    "trail: a change with its act noted, 16 writers",
                    noted.text(),
                    "without the act %.0f/s".formatted(baseline),
                    ratio,
                    "under 1.5",
                    ratio < 1.5));
            found.accept(sealing(new TrailWork(program)));
        }
    }

    private static Load.Speed speed(ApplicationContext program, boolean noted) throws Exception {
        var jdbc = program.getBean(JdbcClient.class);
        var trail = program.getBean(Trail.class);
        var transaction = new TransactionTemplate(program.getBean(PlatformTransactionManager.class));
        return Load.of(WRITERS, Duration.ofSeconds(4), Duration.ofSeconds(10), () -> turn -> EDITOR.run(
                () -> transaction.executeWithoutResult(_ -> {
                    var id = Uuid7.next();
                    jdbc.sql("insert into bench.record (id, organization, words) values (?, ?, ?)")
                            .params(id, ORGANIZATION, "bed 4 is broken")
                            .update();
                    if (noted) {
                        trail.note(Act.on("upkeep.notice.published", "service", id).of(ORGANIZATION));
                    }
                })));
    }

    private static Result sealing(TrailWork work) {
        long begun = System.nanoTime();
        int sealed = work.seal();
        long between = System.nanoTime();
        long verified = work.verify();
        double sealedPerSecond = sealed / ((between - begun) / 1e9);
        double verifiedPerSecond = verified / ((System.nanoTime() - between) / 1e9);
        return new Result(
                "trail: lines sealed in a second",
                "%.0f sealed/s, %.0f verified/s".formatted(sealedPerSecond, verifiedPerSecond),
                "5000/s",
                sealedPerSecond / 5000,
                "over 1",
                sealedPerSecond > 5000);
    }
}
