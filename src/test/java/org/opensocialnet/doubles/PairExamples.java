package org.opensocialnet.doubles;

import java.util.UUID;
import org.opensocialnet.access.RouteExamples;
import org.opensocialnet.database.Sight;
import org.opensocialnet.intake.Given;
import org.opensocialnet.intake.IntakeOptions;
import org.opensocialnet.intake.Intakes;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Two kitchens that may be one. */
@Component
@Profile("matrix")
class PairExamples implements RouteExamples {

    private final Intakes intakes;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    PairExamples(Intakes intakes, JdbcClient jdbc, TransactionOperations transactions) {
        this.intakes = intakes;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return "pair";
    }

    @Override
    public String of(UUID organization, UUID member) {
        var given = new Given(intakes, "pair-" + UUID.randomUUID());
        given.take(
                IntakeOptions.wholeSource(),
                "organization | id=o | name=Φορέας",
                "service | id=a | organization_id=o | name=Κουζίνα | status=active",
                "service | id=b | organization_id=o | name=Μια κουζίνα | status=active");
        var pair = UUID.randomUUID();
        Sight.job("matrix")
                .run(() -> transactions.executeWithoutResult(_ -> jdbc.sql("""
                        insert into doubles.pair (id, kind, left_id, right_id, points, evidence, found_at, search)
                        select :pair, 'service', least(x.a, x.b), greatest(x.a, x.b), 80, 'LIKE_NAME', now(), :pair
                        from (select cast(:a as uuid) as a, cast(:b as uuid) as b) x
                        """)
                        .param("pair", pair)
                        .param("a", given.id("service", "a"))
                        .param("b", given.id("service", "b"))
                        .update()));
        return pair.toString();
    }
}
