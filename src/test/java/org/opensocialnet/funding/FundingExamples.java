package org.opensocialnet.funding;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opensocialnet.access.RouteExamples;
import org.opensocialnet.budget.Budget;
import org.opensocialnet.budget.Terms;
import org.opensocialnet.budget.Terms.Funder;
import org.opensocialnet.database.Sight;
import org.opensocialnet.database.Sight.Reach;
import org.opensocialnet.funding.FundingActs.Wish;
import org.opensocialnet.kernel.Money;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What an organisation's own envelope pays of a call, for the access matrix. */
@Configuration(proxyBeanMethods = false)
@Profile("matrix")
class FundingExamples {

    private final Budget budget;
    private final FundingActs acts;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final LocalDate today;

    FundingExamples(Budget budget, FundingActs acts, JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.budget = budget;
        this.acts = acts;
        this.jdbc = jdbc;
        this.transactions = transactions;
        today = LocalDate.now(clock);
    }

    private String part(UUID organization, UUID member) {
        var line = CalledFor.so(jdbc, transactions, organization, "money", 300);
        return new Sight(member, organization, "organization-admin", Reach.ORGANIZATION, "desk", "here").call(() -> {
            var terms = new Terms(
                    RouteExamples.marker(organization),
                    "",
                    "",
                    today.minusMonths(1),
                    today.plusMonths(1),
                    today.plusMonths(2),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(new Funder("Δήμος", "", 10_000)),
                    List.of());
            var envelope = budget.open(terms, Money.euros("1000"), "matrix." + UUID.randomUUID());
            var wish =
                    new Wish(line, envelope, new BigDecimal("100"), Money.euros("100"), "matrix." + UUID.randomUUID());
            return acts.reserve(wish).value().toString();
        });
    }

    @Bean
    RouteExamples partExample() {
        return new RouteExamples() {
            @Override
            public String kind() {
                return "part";
            }

            @Override
            public String of(UUID organization, UUID member) {
                return part(organization, member);
            }
        };
    }
}
