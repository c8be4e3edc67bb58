package org.opensocialnet.proposals;

import java.util.Map;
import java.util.UUID;
import org.opensocialnet.access.RouteExamples;
import org.opensocialnet.database.Sight;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** A proposal of nothing that was not worked out yet. */
@Component
@Profile("matrix")
class ProposalExamples implements RouteExamples {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    ProposalExamples(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return "proposal";
    }

    @Override
    public String of(UUID organization, UUID member) {
        var id = UUID.randomUUID();
        Sight.job("matrix")
                .run(() -> transactions.executeWithoutResult(_ -> jdbc.sql("""
                        insert into proposals.proposal (id, form, title, sheet, seed, made_at)
                        values (:id, :id, :title,
                                '{"day":"2026-11-02","lines":[],"pots":[],"floor":0,
                                  "weights":{"severity":3,"urgency":2,"waiting":1}}', 1, now())
                        """)
                        .param("id", id)
                        .param("title", RouteExamples.marker(organization))
                        .update()));
        return id.toString();
    }

    @Override
    public Map<String, String> fields(UUID organization) {
        return Map.of("choice", "followed", "words", "Έτσι.");
    }
}
