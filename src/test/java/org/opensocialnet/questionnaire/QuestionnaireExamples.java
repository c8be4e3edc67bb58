package org.opensocialnet.questionnaire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.function.Function;
import org.opensocialnet.access.RouteExamples;
import org.opensocialnet.database.Sight;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A questionnaire in the middle of being asked, for the access matrix. */
@Configuration(proxyBeanMethods = false)
@Profile("matrix")
class QuestionnaireExamples {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    QuestionnaireExamples(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    private record Example(String kind, Function<UUID, String> by) implements RouteExamples {

        @Override
        public String of(UUID organization, UUID member) {
            return by.apply(organization);
        }
    }

    private record Made(UUID form, UUID edition, UUID respondent, UUID gap, String token) {}

    private Made made(UUID organization, String state) {
        var made = new Made(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID().toString());
        var marker = RouteExamples.marker(organization);
        Sight.job("matrix")
                .run(() -> transactions.executeWithoutResult(_ -> {
                    jdbc.sql("""
                            insert into questionnaire.form (id, title, blueprint, made_at, changed_at)
                            values (?, ?, ?, now(), now())
                            """)
                            .params(
                                    made.form(),
                                    marker,
                                    Questionnaires.standard().json())
                            .update();
                    if (state.isEmpty()) {
                        return;
                    }
                    jdbc.sql("""
                            insert into questionnaire.edition (id, form, name, message, deadline, remind, state, blueprint,
                                version, made_at, opened_at)
                            values (?, ?, ?, '', current_date + 20, '{2}', ?, ?, 1, now(), now())
                            """)
                            .params(
                                    made.edition(),
                                    made.form(),
                                    marker,
                                    state,
                                    Questionnaires.standard().json())
                            .update();
                    jdbc.sql("""
                            insert into questionnaire.respondent (id, edition, organization, name, email, sent_at)
                            values (?, ?, ?, ?, 'nobody@example.org', now())
                            """)
                            .params(made.respondent(), made.edition(), organization, marker)
                            .update();
                    jdbc.sql("insert into questionnaire.gap (id, respondent, position, words) values (?, ?, 1, ?)")
                            .params(made.gap(), made.respondent(), marker)
                            .update();
                    jdbc.sql("""
                            insert into questionnaire.link (hash, respondent, made_at, expires_at)
                            values (?, ?, now(), now() + interval '20 days')
                            """).params(hash(made.token()), made.respondent()).update();
                }));
        return made;
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Bean
    RouteExamples questionnaireExample() {
        return new Example(
                "questionnaire", organization -> made(organization, "").form().toString());
    }

    @Bean
    RouteExamples questionExample() {
        return new Example("question", _ -> "staff");
    }

    @Bean
    RouteExamples editionExample() {
        return new Example(
                "edition", organization -> made(organization, "draft").edition().toString());
    }

    @Bean
    RouteExamples respondentExample() {
        return new Example(
                "respondent",
                organization -> made(organization, "open").respondent().toString());
    }

    @Bean
    RouteExamples gapExample() {
        return new Example(
                "gap", organization -> made(organization, "open").gap().toString());
    }

    @Bean
    RouteExamples invitationExample() {
        return new Example(
                "invitation", organization -> made(organization, "open").token());
    }

    @Bean
    RouteExamples numberExample() {
        return new Example("number", _ -> "1");
    }
}
