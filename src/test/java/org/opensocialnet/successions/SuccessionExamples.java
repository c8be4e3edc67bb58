package org.opensocialnet.successions;

import java.util.UUID;
import org.opensocialnet.access.RouteExamples;
import org.opensocialnet.database.Sight;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** An entry that was made and changed nothing any more. */
@Component
@Profile("matrix")
class SuccessionExamples implements RouteExamples {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    SuccessionExamples(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return "succession";
    }

    @Override
    public String of(UUID organization, UUID member) {
        var id = UUID.randomUUID();
        Sight.job("matrix")
                .run(() -> transactions.executeWithoutResult(
                        _ -> jdbc.sql("""
                        insert into drafts.joint (id, what, member_name, at) values (:id, 'succession', 'Ελένη', now())
                        """).param("id", id).update()));
        return id.toString();
    }
}
