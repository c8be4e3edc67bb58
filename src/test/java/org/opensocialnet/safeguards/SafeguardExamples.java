package org.opensocialnet.safeguards;

import java.util.UUID;
import org.opensocialnet.access.RouteExamples;
import org.opensocialnet.database.Sight;
import org.opensocialnet.database.Sight.Reach;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A broken glass and an authority's request, of each organisation the access matrix asks for. */
@Configuration(proxyBeanMethods = false)
@Profile("matrix")
class SafeguardExamples {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    SafeguardExamples(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    private interface Making {
        String of(UUID organization);
    }

    private record Example(String kind, Making making) implements RouteExamples {

        @Override
        public String of(UUID organization, UUID member) {
            return making.of(organization);
        }
    }

    @Bean
    RouteExamples glassExample() {
        return new Example("glass", organization -> made(UUID.randomUUID(), organization, """
                insert into safeguards.glass (id, member, acting_for, organization, reason, words, opened_at, expires_at)
                values (:id, :member, :actingFor, :organization, 'urgent-care', 'somebody needs help now ' || :marker,
                        now(), now() + interval '30 minutes')
                """));
    }

    @Bean
    RouteExamples requestExample() {
        return new Example("request", organization -> made(organization, organization, """
                insert into safeguards.legal_request (id, organization, authority, kind, reference, asks, legal_basis,
                                                      received_on, recorded_by, recorded_at, state)
                values (:id, cast(:actingFor as uuid), 'Authority', 'court', '1', 'what was asked of us ' || :marker,
                        'law', current_date, :member, now(), 'open')
                """));
    }

    private String made(UUID actingFor, UUID organization, String sql) {
        var id = UUID.randomUUID();
        var member = UUID.randomUUID();
        new Sight(member, actingFor, "organization-admin", Reach.ORGANIZATION, "desk", "here")
                .run(() -> transactions.executeWithoutResult(_ -> jdbc.sql(sql)
                        .param("id", id)
                        .param("member", member)
                        .param("actingFor", actingFor)
                        .param("organization", organization)
                        .param("marker", RouteExamples.marker(organization))
                        .update()));
        return id.toString();
    }
}
