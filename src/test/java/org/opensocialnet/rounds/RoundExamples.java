package org.opensocialnet.rounds;

import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;
import java.util.function.BinaryOperator;
import org.opensocialnet.access.RouteExamples;
import org.opensocialnet.database.Sight;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A round in the middle of happening, for the access matrix: one organisation with a service it may speak about. */
@Configuration(proxyBeanMethods = false)
@Profile("matrix")
class RoundExamples {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final List<RouteExamples> others;

    RoundExamples(JdbcClient jdbc, TransactionOperations transactions, @Lazy List<RouteExamples> others) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.others = others;
    }

    private record Example(String kind, BinaryOperator<String> by) implements RouteExamples {

        @Override
        public String of(UUID organization, UUID member) {
            return by.apply(organization.toString(), member.toString());
        }
    }

    private String service(String organization, String member) {
        return others.stream()
                .filter(example -> example.kind().equals("service"))
                .findFirst()
                .orElseThrow()
                .of(UUID.fromString(organization), UUID.fromString(member));
    }

    private record Made(String round, String asked, String token) {}

    private Made made(String organization, String member, String state) {
        var made = new Made(
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString());
        var service = service(organization, member);
        Sight.job("matrix")
                .run(() -> transactions.executeWithoutResult(_ -> {
                    run("""
                    insert into rounds.round (id, name, message, deadline, remind, state, made_at, opened_at)
                    values (cast(:round as uuid), :marker, '', current_date + 20, '{2}', :state, now(), now())
                    """, made, organization, state);
                    run("""
                    insert into rounds.asked (id, round, organization, name, email, sent_at)
                    values (cast(:asked as uuid), cast(:round as uuid), cast(:organization as uuid), :marker,
                            'nobody@example.org', now())
                    """, made, organization, state);
                    jdbc.sql("""
                    insert into rounds.record (asked, record, kind, position)
                    values (cast(:asked as uuid), cast(:service as uuid), 'service', 1)
                    """)
                            .param("asked", made.asked())
                            .param("service", service)
                            .update();
                    jdbc.sql("""
                    insert into rounds.link (hash, asked, made_at, expires_at)
                    values (:hash, cast(:asked as uuid), now(), now() + interval '20 days')
                    """)
                            .param("hash", hash(made.token()))
                            .param("asked", made.asked())
                            .update();
                }));
        return made;
    }

    private void run(String sql, Made made, String organization, String state) {
        jdbc.sql(sql)
                .param("round", made.round())
                .param("asked", made.asked())
                .param("organization", organization)
                .param("state", state)
                .param("marker", RouteExamples.marker(UUID.fromString(organization)))
                .update();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Bean
    RouteExamples roundExample() {
        return new Example(
                "round",
                (organization, member) -> made(organization, member, "draft").round());
    }

    @Bean
    RouteExamples askedExample() {
        return new Example(
                "asked",
                (organization, member) -> made(organization, member, "open").asked());
    }

    @Bean
    RouteExamples recordExample() {
        return new Example("record", this::service);
    }

    @Bean
    RouteExamples roundTokenExample() {
        return new Example(
                "token",
                (organization, member) -> made(organization, member, "open").token());
    }
}
