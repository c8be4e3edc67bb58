package org.opensocialnet.pledges;

import java.util.UUID;
import java.util.function.Function;
import org.opensocialnet.access.RouteExamples;
import org.opensocialnet.database.Sight;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A call everybody sees, an organisation's own pledge to it, one that was made to it, and its stock, for the access matrix. */
@Configuration(proxyBeanMethods = false)
@Profile("matrix")
class PledgeExamples {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    PledgeExamples(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    private record Example(String kind, Function<UUID, String> by) implements RouteExamples {

        @Override
        public String of(UUID organization, UUID member) {
            return by.apply(organization);
        }
    }

    private String call() {
        var id = UUID.randomUUID();
        written(() -> {
            jdbc.sql("""
                    insert into support.request (id, form, asker, organization, title, state, made_at, changed_at)
                    values (:id, :id, 'team', null, 'Κουβέρτες', '{"is": "PartlyCovered"}', now(), now())
                    """).param("id", id).update();
            jdbc.sql("""
                    insert into support.line (id, request, kind, what, quantity, unit, people, service_type, target_group,
                                              zone, citizens)
                    values (:id, :id, 'goods', 'Κουβέρτα', 30, 'item', 30, 'night-shelter', '', '', true)
                    """).param("id", id).update();
        });
        return id.toString();
    }

    private String pledge(UUID organization, String column) {
        var call = UUID.fromString(call());
        var id = UUID.randomUUID();
        written(() -> {
            jdbc.sql("select support.cover(:id, :call, 'pledge', :id, :giver, null, true, 5, now())")
                    .param("id", id)
                    .param("call", call)
                    .param("giver", organization)
                    .query((_, _) -> "")
                    .list();
            jdbc.sql("""
                    insert into pledges.pledge (id, form, request, line, cover, %s, call, what, quantity, unit, kind,
                                                conditions, named, state, made_at, changed_at)
                    values (:id, :id, :call, :call, :id, :organization, :marker, 'Κουβέρτα', 5, 'item', 'goods', :marker, true,
                            'promised', now(), now())
                    """.formatted(column))
                    .param("id", id)
                    .param("call", call)
                    .param("organization", organization)
                    .param("marker", RouteExamples.marker(organization))
                    .update();
        });
        return id.toString();
    }

    private String stock(UUID organization) {
        var id = UUID.randomUUID();
        written(() -> jdbc.sql("""
                insert into pledges.stock (id, form, organization, name, unit, quantity, changed_at)
                values (:id, :id, :organization, :marker, 'item', 5, now())
                """)
                .param("id", id)
                .param("organization", organization)
                .param("marker", RouteExamples.marker(organization))
                .update());
        return id.toString();
    }

    private void written(Runnable rows) {
        Sight.job("matrix").run(() -> transactions.executeWithoutResult(_ -> rows.run()));
    }

    @Bean
    RouteExamples callExample() {
        return new Example("call", _ -> call());
    }

    @Bean
    RouteExamples pledgeExample() {
        return new Example("pledge", organization -> pledge(organization, "organization"));
    }

    @Bean
    RouteExamples promiseExample() {
        return new Example("promise", organization -> pledge(organization, "receiver"));
    }

    @Bean
    RouteExamples stockExample() {
        return new Example("stock", this::stock);
    }
}
