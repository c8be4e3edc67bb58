package org.opensocialnet.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.dao.DataAccessException;

/** Several cover a line at once: never more than was asked, and nobody past those who count. */
class TogetherTest extends CoveringWorld {

    /** What the code forbids, the database forbids too. */
    @Test
    void noOrganizationWritesTheLinesOfWhatOthersCallFor() {
        var line = lines.getFirst();
        var cover = cover(giver, line, Uuid7.next(), "10");
        for (var sql : List.of(
                "insert into support.line (id, request, kind, what, quantity, unit, people, service_type, target_group, zone)"
                        + " values (uuidv7(), :request, 'goods', 'x', 5, 'item', 5, 'clothing', '', '')",
                "delete from support.line where id = :line",
                "update support.line set quantity = 40 where id = :line",
                "update support.line set covered = 30 where id = :line",
                "update support.request set title = 'x' where id = :request",
                "delete from support.request where id = :request",
                "insert into support.word (word, request) values ('x', :request)",
                "delete from support.word where request = :request",
                "insert into support.cover select uuidv7(), line, request, source, uuidv7(), organization, null, named, 5, 0,"
                        + " 0, 0, now(), now() from support.cover where id = :cover",
                "update support.cover set quantity = 20 where id = :cover",
                "delete from support.cover where id = :cover")) {
            assertThat(written(giver, sql, line, cover)).as("%s", sql).isZero();
            if (!sql.contains("support.request ") && !sql.contains("support.word")) {
                assertThat(written(shelter, sql, line, cover)).as("%s", sql).isZero();
            }
        }
        assertThat(catchThrowable(() -> of(
                        Uuid7.next(),
                        () -> jdbc.sql(
                                        "select support.cover(uuidv7(), :line, 'pledge', uuidv7(), :giver, null, true, 1, now())")
                                .param("line", line)
                                .param("giver", giver)
                                .query((_, _) -> "")
                                .list())))
                .as("nobody covers in another's name")
                .hasStackTraceContaining("nobody is called to cover");
        assertThat(sums(line)).containsEntry("covered", new BigDecimal("10.00"));
    }

    /** How many rows one organisation could write; none where it is not let. */
    private int written(UUID organization, String sql, UUID line, UUID cover) {
        try {
            return of(
                    organization,
                    () -> jdbc.sql(sql)
                            .param("line", line)
                            .param("request", request)
                            .param("cover", cover)
                            .update());
        } catch (DataAccessException _) {
            return 0;
        }
    }

    /** Eight at once, each a random act after the other; the figures of the seeds are as good as any. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void inWhateverOrderManyCoverAtOnceTheSumsHold(long seed) throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            var work = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(i -> () -> randomActs(new Random(seed * 100 + i)))
                    .toList();
            int done = 0;
            for (var one : pool.invokeAll(work)) {
                done += one.get();
            }
            assertThat(done).isGreaterThan(20);
        }
        for (var line : lines) {
            assertThat(sums(line)).isEqualTo(sumsOfCovers(line)).satisfies(sums -> {
                assertThat(sums.get("confirmed")).isLessThanOrEqualTo(sums.get("delivered"));
                assertThat(sums.get("delivered")).isLessThanOrEqualTo(sums.get("going"));
                assertThat(sums.get("going")).isLessThanOrEqualTo(sums.get("covered"));
                assertThat(sums.get("covered")).isLessThanOrEqualTo(sums.get("quantity"));
            });
        }
        var all = of(shelter, () -> acts.lines(request));
        assertThat(state()).isEqualTo(new Step.Count(Line.progress(all)).from(new State.Open()));
    }

    private int randomActs(Random random) {
        var own = Uuid7.next();
        var covers = new ArrayList<UUID>();
        int done = 0;
        for (int i = 0; i < 12; i++) {
            var quantity = BigDecimal.valueOf(random.nextInt(1, 900), 2);
            try {
                if (covers.isEmpty() || random.nextInt(3) == 0) {
                    covers.add(cover(own, lines.get(random.nextInt(2)), Uuid7.next(), quantity.toPlainString()));
                } else {
                    var cover = covers.get(random.nextInt(covers.size()));
                    int act = random.nextInt(6);
                    move(own, () -> act(act, cover, quantity));
                }
                done++;
            } catch (Refusal _) {
                // others were first, or it was too much: as it should be
            }
        }
        return done;
    }

    private void act(int which, UUID cover, BigDecimal quantity) {
        switch (which) {
            case 0 -> covering.uncover(cover, quantity, "");
            case 1 -> covering.stay(cover, quantity);
            case 2 -> covering.deliver(cover, quantity);
            case 3 -> covering.bringBack(cover, quantity);
            case 4 -> covering.confirm(cover, quantity);
            default -> covering.go(cover, quantity);
        }
    }
}
