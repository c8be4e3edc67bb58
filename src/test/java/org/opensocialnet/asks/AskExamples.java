package org.opensocialnet.asks;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.opensocialnet.access.RouteExamples;
import org.opensocialnet.attachments.Samples;
import org.opensocialnet.database.Sight;
import org.opensocialnet.ledger.Amount.Unit;
import org.opensocialnet.support.PublicAsking;
import org.opensocialnet.support.PublicAsking.Wanted;
import org.opensocialnet.support.Thing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What came by the public form, and a file of an organisation's request, for the access matrix. */
@Configuration(proxyBeanMethods = false)
@Profile("matrix")
class AskExamples {

    private final PublicAsking asking;
    private final AskFiles files;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final List<RouteExamples> others;

    AskExamples(
            PublicAsking asking,
            AskFiles files,
            JdbcClient jdbc,
            TransactionOperations transactions,
            @Lazy List<RouteExamples> others) {
        this.asking = asking;
        this.files = files;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.others = others;
    }

    private record Example(String kind, Function<UUID, String> by) implements RouteExamples {

        @Override
        public String of(UUID organization, UUID member) {
            return by.apply(organization);
        }
    }

    private String asked(UUID organization) {
        var wanted = new Wanted(
                new Thing.Goods(null, RouteExamples.marker(organization)), BigDecimal.TEN, Unit.ITEM, 5, null);
        return Sight.job("matrix")
                .call(() -> requireNonNull(transactions.execute(_ ->
                        asking.ask(UUID.randomUUID(), RouteExamples.marker(organization), "", "", List.of(wanted)))))
                .toString();
    }

    private String attachment(UUID organization) {
        var request = others.stream()
                .filter(example -> example.kind().equals("ask"))
                .findFirst()
                .orElseThrow()
                .of(organization, organization);
        return Sight.job("matrix").call(() -> {
            files.add(
                    UUID.fromString(request),
                    "matrix " + request,
                    RouteExamples.marker(organization) + ".txt",
                    Samples.text(RouteExamples.marker(organization)));
            return requireNonNull(transactions.execute(
                            _ -> jdbc.sql("select id from attachments.file where reference = cast(:request as uuid)")
                                    .param("request", request)
                                    .query(UUID.class)
                                    .single()))
                    .toString();
        });
    }

    @Bean
    RouteExamples askingExample() {
        return new Example("asking", this::asked);
    }

    @Bean
    RouteExamples attachmentExample() {
        return new Example("attachment", this::attachment);
    }
}
