package org.opensocialnet.treasury;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.opensocialnet.access.RouteExamples;
import org.opensocialnet.budget.Budget;
import org.opensocialnet.budget.BudgetDesk;
import org.opensocialnet.budget.EnvelopeId;
import org.opensocialnet.budget.Movement;
import org.opensocialnet.budget.Terms;
import org.opensocialnet.budget.Terms.Funder;
import org.opensocialnet.database.Sight;
import org.opensocialnet.database.Sight.Reach;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.treasury.Purchase.Ordered;
import org.opensocialnet.treasury.PurchaseActs.Order;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Envelopes of organisations for the access matrix, an order of one, and a grant that waits for a second person. */
@Configuration(proxyBeanMethods = false)
@Profile("matrix")
class TreasuryExamples {

    private final Budget budget;
    private final BudgetDesk desk;
    private final PurchaseActs acts;
    private final LocalDate today;

    TreasuryExamples(Budget budget, BudgetDesk desk, PurchaseActs acts, Clock clock) {
        this.budget = budget;
        this.desk = desk;
        this.acts = acts;
        today = LocalDate.now(clock);
    }

    private record Example(String kind, BiFunction<UUID, UUID, String> by) implements RouteExamples {

        @Override
        public String of(UUID organization, UUID member) {
            return by.apply(organization, member);
        }
    }

    private static <T> T in(UUID organization, UUID member, Supplier<T> work) {
        return new Sight(member, organization, "organization-admin", Reach.ORGANIZATION, "desk", "here")
                .call(work::get);
    }

    private EnvelopeId envelope(UUID organization) {
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
        return budget.open(terms, Money.euros("1000"), "matrix." + UUID.randomUUID());
    }

    private UUID purchase(UUID organization) {
        var id = UUID.randomUUID();
        var line = new Ordered(0, "Κουβέρτες", BigDecimal.TEN, Money.euros("12"));
        var shop = RouteExamples.marker(organization);
        acts.order(
                new Order(id, envelope(organization), null, "clothing", shop, "", true, id.toString(), List.of(line)));
        return id;
    }

    private UUID approval(UUID organization) {
        return desk.move(
                        Movement.ALLOCATED,
                        envelope(organization),
                        null,
                        Money.euros("9000"),
                        today,
                        RouteExamples.marker(organization),
                        "matrix." + UUID.randomUUID())
                .act();
    }

    @Bean
    RouteExamples envelopeExample() {
        return new Example(
                "envelope",
                (organization, member) -> in(
                        organization,
                        member,
                        () -> envelope(organization).value().toString()));
    }

    @Bean
    RouteExamples purchaseExample() {
        return new Example(
                "purchase",
                (organization, member) ->
                        in(organization, member, () -> purchase(organization).toString()));
    }

    @Bean
    RouteExamples approvalExample() {
        return new Example(
                "approval",
                (organization, member) ->
                        in(organization, member, () -> approval(organization).toString()));
    }
}
