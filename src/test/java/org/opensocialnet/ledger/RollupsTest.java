package org.opensocialnet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.opensocialnet.database.Sight;
import org.springframework.beans.factory.annotation.Autowired;

/** Figures are kept beside the book without anybody waiting, and are what the book says. */
class RollupsTest extends SoupKitchen {

    @Autowired
    Rollups rollups;

    @Test
    void twoWhoWriteIntoOneCellDoNotWaitForEachOther() throws Exception {
        nina.write(nina.need(MONDAY, "showers", "", "", 1));
        var written = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(1)) {
            var slow = threads.submit(() -> nina.in(() -> {
                ledger.write(nina.need(MONDAY, "showers", "", "", 10));
                written.countDown();
                await(go);
                return true;
            }));
            assertThat(written.await(10, TimeUnit.SECONDS)).isTrue();

            nina.write(nina.need(MONDAY, "showers", "", "", 100));
            rollups.fold();

            assertThat(open(MONDAY)).as("the slow one is not kept yet").isEqualTo(101);
            go.countDown();
            slow.get(10, TimeUnit.SECONDS);
        }
        assertThat(open(MONDAY)).isEqualTo(111);
    }

    @Test
    void manyAtOnceLoseNothing() throws Exception {
        try (var threads = Executors.newFixedThreadPool(6)) {
            var all = new ArrayList<Future<?>>();
            for (int writer = 0; writer < 6; writer++) {
                all.add(threads.submit(() -> {
                    for (int i = 0; i < 40; i++) {
                        nina.write(nina.need(MONDAY.plusDays(i % 3), "showers", "", "", 1));
                    }
                }));
            }
            for (int i = 0; i < 20; i++) {
                rollups.fold();
            }
            for (var one : all) {
                one.get(60, TimeUnit.SECONDS);
            }
        }
        assertThat(open(MONDAY.plusDays(2))).isEqualTo(240);
        rollups.fold();
        assertThat(open(MONDAY.plusDays(2))).isEqualTo(240);
        assertThat(rollups.compare(false).wrong()).isZero();
    }

    @Test
    void figuresThatWereSpoiledAreFoundAndPutRight() {
        nina.write(nina.need(MONDAY, "showers", "", "", 7));
        nina.write(nina.delivery(MONDAY.plusMonths(2), "showers", "", "", 3));
        rollups.fold();
        nina.write(nina.need(MONDAY.plusDays(1), "showers", "", "", 1));
        Sight.job("test")
                .run(() -> transactions.executeWithoutResult(_ -> {
                    jdbc.sql(
                                    "update ledger.cell_month set people_by[1] = people_by[1] + 5 where organization = ? and days <> '{}'")
                            .param(nina.organization())
                            .update();
                    jdbc.sql("delete from ledger.cell_month where organization = ? and month > date '2026-04-01'")
                            .param(nina.organization())
                            .update();
                }));
        assertThat(rollups.compare(false).wrong()).isPositive();

        assertThat(rollups.compare(true).wrong()).isPositive();

        assertThat(rollups.compare(false).wrong()).isZero();
        assertThat(open(MONDAY.plusMonths(3))).isEqualTo(8);
        rollups.fold();
        assertThat(open(MONDAY.plusMonths(3))).isEqualTo(8);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
