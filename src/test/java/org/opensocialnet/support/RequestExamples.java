package org.opensocialnet.support;

import java.util.UUID;
import java.util.function.Function;
import org.opensocialnet.access.RouteExamples;
import org.opensocialnet.database.Sight;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Requests and goods for the access matrix: one that waits for its asker's answer, with a line. */
@Configuration(proxyBeanMethods = false)
@Profile("matrix")
class RequestExamples {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    RequestExamples(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    private record Example(String kind, Function<UUID, String> by) implements RouteExamples {

        @Override
        public String of(UUID organization, UUID member) {
            return by.apply(organization);
        }
    }

    private String request(UUID organization) {
        var id = UUID.randomUUID();
        Sight.job("matrix")
                .run(() -> transactions.executeWithoutResult(_ -> {
                    jdbc.sql("""
                            insert into support.request (id, form, asker, organization, title, state, made_at, changed_at)
                            values (:id, :id, 'organization', :organization, :marker,
                                    jsonb_build_object('is', 'Returned', 'question', :marker), now(), now())
                            """)
                            .param("id", id)
                            .param("organization", organization)
                            .param("marker", RouteExamples.marker(organization))
                            .update();
                    jdbc.sql("""
                            insert into support.line (id, request, kind, what, quantity, unit, people, service_type,
                                                      target_group, zone)
                            values (uuidv7(), :id, 'goods', :marker, 5, 'item', 5, 'clothing', '', '')
                            """)
                            .param("id", id)
                            .param("marker", RouteExamples.marker(organization))
                            .update();
                }));
        return id.toString();
    }

    private String item(UUID organization) {
        var id = UUID.randomUUID();
        transactions.executeWithoutResult(
                _ -> jdbc.sql("""
                insert into goods.item (id, name, name_en, unit, usual_least, usual_most, price_least, price_most, service_type)
                values (:id, :name, :name, 'item', 1, 10, 1, 2, 'clothing')
                """).param("id", id).param("name", "Είδος " + id).update());
        return id.toString();
    }

    @Bean
    RouteExamples askExample() {
        return new Example("ask", this::request);
    }

    @Bean
    RouteExamples itemExample() {
        return new Example("item", this::item);
    }
}
