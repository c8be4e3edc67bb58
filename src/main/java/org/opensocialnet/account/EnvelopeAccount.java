package org.opensocialnet.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.budget.Balances;
import org.opensocialnet.budget.Budget;
import org.opensocialnet.budget.BudgetDesk;
import org.opensocialnet.budget.Envelope;
import org.opensocialnet.budget.EnvelopeId;
import org.opensocialnet.budget.Movement;
import org.opensocialnet.budget.Statement;
import org.opensocialnet.budget.Statement.Entry;
import org.opensocialnet.database.Sight;
import org.opensocialnet.deliveries.Confirmations;
import org.opensocialnet.deliveries.Confirmations.Confirmed;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.ledger.Amount.Unit;
import org.opensocialnet.support.Calls;
import org.opensocialnet.support.Calls.LineFacts;
import org.opensocialnet.web.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What everybody is told of an envelope its keeper opened: who gave it, what became of it, what it bought in sums; nobody paid. */
@Component
class EnvelopeAccount {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 1, 1);
    private static final int AT_ONCE = 1_000;

    private final Openness openness;
    private final BudgetDesk budget;
    private final Budget money;
    private final Statement statement;
    private final Confirmations confirmations;
    private final Calls calls;
    private final AccountNames names;
    private final TransactionOperations transactions;

    EnvelopeAccount(
            Openness openness,
            BudgetDesk budget,
            Budget money,
            Statement statement,
            Confirmations confirmations,
            Calls calls,
            AccountNames names,
            TransactionOperations transactions) {
        this.openness = openness;
        this.budget = budget;
        this.money = money;
        this.statement = statement;
        this.confirmations = confirmations;
        this.calls = calls;
        this.names = names;
        this.transactions = transactions;
    }

    /** One envelope. */
    record Figures(
            UUID id,
            String name,
            String programme,
            String keeper,
            String from,
            String until,
            Balances balances,
            List<Funder> funders,
            List<Category> categories,
            List<Bought> bought) {}

    /** Who gave it: its part, and what that is of what was granted and spent, to the cent. */
    record Funder(String name, int points, Money granted, Money spent) {}

    /** What was spent on one kind, less what came back. */
    record Category(String code, String name, Money spent) {}

    /** What receivers confirmed of what it bought. */
    record Bought(String kind, String what, String unit, BigDecimal quantity) {}

    /** An envelope in the list. */
    record Entries(UUID id, String name, Money granted, Money spent) {}

    List<Entries> list(Words t) {
        return seen(() -> openness.envelopes().stream()
                .map(id -> budget.envelope(new EnvelopeId(id)))
                .map(envelope -> {
                    var stands = money.balances(envelope.id());
                    return new Entries(envelope.id().value(), envelope.name(t), stands.granted(), stands.spent());
                })
                .toList());
    }

    /** None where its keeper did not open it. */
    Optional<Figures> find(UUID id, Words t) {
        return seen(() -> openness.envelopes().contains(id)
                ? Optional.of(figures(budget.envelope(new EnvelopeId(id)), t))
                : Optional.empty());
    }

    private Figures figures(Envelope envelope, Words t) {
        var stands = money.balances(envelope.id());
        var terms = envelope.terms();
        return new Figures(
                envelope.id().value(),
                envelope.name(t),
                terms.programme(),
                names.organization(envelope.organization(), t).orElseGet(() -> t.of("account.envelope.network")),
                t.date(terms.starts()),
                t.date(terms.payBy()),
                stands,
                funders(envelope, stands, t),
                categories(envelope.id(), t),
                bought(envelope.id(), t));
    }

    private static List<Funder> funders(Envelope envelope, Balances stands, Words t) {
        var terms = envelope.terms();
        var granted = terms.shares().split(stands.granted());
        var spent = terms.shares().split(stands.spent());
        var funders = new ArrayList<Funder>();
        for (int place = 0; place < terms.funders().size(); place++) {
            var funder = terms.funders().get(place);
            funders.add(new Funder(
                    Envelope.named(funder.name(), funder.english(), t),
                    funder.points(),
                    granted.get(place),
                    spent.get(place)));
        }
        return funders;
    }

    private List<Category> categories(EnvelopeId envelope, Words t) {
        var sums = new HashMap<String, Money>();
        var types = names.types(t);
        Entry last = null;
        for (var page = page(envelope, null); !page.isEmpty(); page = page(envelope, last)) {
            for (var entry : page) {
                var purpose = entry.purpose();
                if (purpose != null && entry.movement() == Movement.SPENT) {
                    sums.merge(purpose.category(), entry.amount(), Money::plus);
                } else if (purpose != null && entry.movement() == Movement.RETURNED) {
                    sums.merge(purpose.category(), Money.ZERO.minus(entry.amount()), Money::plus);
                }
            }
            last = page.getLast();
        }
        return sums.entrySet().stream()
                .map(each ->
                        new Category(each.getKey(), types.getOrDefault(each.getKey(), each.getKey()), each.getValue()))
                .sorted((one, other) -> other.spent().compareTo(one.spent()))
                .toList();
    }

    private List<Entry> page(EnvelopeId envelope, @Nullable Entry after) {
        return statement.booked(
                envelope, FIRST, LAST, after == null ? null : after.day(), after == null ? null : after.act(), AT_ONCE);
    }

    /** Summed by kind of service and unit: what was bought, never for whom and of whom. */
    private List<Bought> bought(EnvelopeId envelope, Words t) {
        record Kind(String type, String kind, String unit) {}
        var types = names.types(t);
        var lines = new HashMap<UUID, Optional<LineFacts>>();
        var sums = new LinkedHashMap<Kind, BigDecimal>();
        for (Confirmed one : confirmations.ofEnvelope(envelope.value())) {
            lines.computeIfAbsent(one.line(), calls::line)
                    .ifPresent(line -> sums.merge(
                            new Kind(line.serviceType(), line.kind(), one.unit()), one.quantity(), BigDecimal::add));
        }
        return sums.entrySet().stream()
                .map(each -> bought(
                        each.getKey().type(),
                        each.getKey().kind(),
                        each.getKey().unit(),
                        each.getValue(),
                        types))
                .toList();
    }

    private static Bought bought(
            String type, String kind, String unit, BigDecimal quantity, Map<String, String> types) {
        return new Bought(kind, types.getOrDefault(type, type), Unit.of(unit).code(), quantity);
    }

    private <T> T seen(Supplier<T> work) {
        return Objects.requireNonNull(Sight.job("account").call(() -> transactions.execute(_ -> work.get())));
    }
}
