package org.opensocialnet.support;

import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.opensocialnet.database.Sight;
import org.opensocialnet.database.Sight.Reach;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.ledger.Amount.Unit;
import org.opensocialnet.support.Cover.Source;
import org.opensocialnet.support.RequestActs.Sent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A shelter whose bags and mattresses are called for, and those who give. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class CoveringWorld {

    @Autowired
    RequestActs acts;

    @Autowired
    Covering covering;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    UUID shelter;
    UUID giver;
    UUID request;
    List<UUID> lines;

    @BeforeEach
    void bagsAndMattressesAreCalledFor() {
        shelter = Uuid7.next();
        giver = Uuid7.next();
        request = of(
                shelter,
                () -> acts.begin(
                        Uuid7.next(), new Asker.OfOrganization(shelter), "Για τον χειμώνα", "Κάνει κρύο.", null));
        lines = List.of(line(30), line(12));
        step(shelter, new Step.Submit());
        step(null, new Step.Accept());
        step(null, new Step.Call());
    }

    <T> T of(UUID organization, Callable<T> work) {
        return sight(organization, work);
    }

    <T> T sight(@Nullable UUID organization, Callable<T> work) {
        var sight = organization == null
                ? new Sight(null, null, "coordinator", Reach.NETWORK, "desk", "here")
                : new Sight(null, organization, "caseworker", Reach.ORGANIZATION, "desk", "here");
        return Objects.requireNonNull(sight.call(() -> transactions.execute(_ -> {
            try {
                return work.call();
            } catch (RuntimeException failed) {
                throw failed;
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        })));
    }

    UUID line(int quantity) {
        var line = new Line(
                Uuid7.next(),
                request,
                new Thing.Goods(null, "Υπνόσακοι"),
                BigDecimal.valueOf(quantity),
                Unit.ITEM,
                25,
                "night-shelter",
                "women",
                "",
                null,
                null,
                "",
                false,
                false,
                Line.Come.NOTHING);
        return of(shelter, () -> {
            acts.put(line, new Sent(Uuid7.next(), acts.read(request).version()));
            return line.id();
        });
    }

    void step(@Nullable UUID organization, Step step) {
        sight(
                organization,
                () -> acts.take(
                        request, new Sent(Uuid7.next(), acts.read(request).version()), step));
    }

    UUID cover(UUID organization, UUID line, UUID reference, String quantity) {
        return of(
                organization,
                () -> covering.cover(
                        line, Source.PLEDGE, reference, organization, null, true, new BigDecimal(quantity)));
    }

    void move(@Nullable UUID organization, Runnable act) {
        sight(organization, () -> {
            act.run();
            return true;
        });
    }

    State state() {
        return of(shelter, () -> acts.read(request).state());
    }

    static String refused(Runnable act) {
        return catchThrowable(act::run) instanceof Refusal refusal ? refusal.key() : "nothing";
    }

    Map<String, BigDecimal> sums(UUID line) {
        return amounts(
                "select quantity, covered, going, delivered, confirmed from support.line where id = :line", line);
    }

    Map<String, BigDecimal> sumsOfCovers(UUID line) {
        return amounts("""
                select (select quantity from support.line where id = :line) as quantity,
                       coalesce(sum(quantity), 0.00) as covered, coalesce(sum(going), 0.00) as going,
                       coalesce(sum(delivered), 0.00) as delivered, coalesce(sum(confirmed), 0.00) as confirmed
                from support.cover where line = :line
                """, line);
    }

    Map<String, BigDecimal> amounts(String sql, UUID line) {
        return of(
                shelter,
                () -> jdbc.sql(sql)
                        .param("line", line)
                        .query((row, _) -> Map.of(
                                "quantity", row.getBigDecimal("quantity").setScale(2),
                                "covered", row.getBigDecimal("covered").setScale(2),
                                "going", row.getBigDecimal("going").setScale(2),
                                "delivered", row.getBigDecimal("delivered").setScale(2),
                                "confirmed", row.getBigDecimal("confirmed").setScale(2)))
                        .single());
    }
}
