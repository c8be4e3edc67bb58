package org.opensocialnet.budget;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.budget.Terms.Ceiling;
import org.opensocialnet.budget.Terms.Ceiling.Kind;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much of an envelope one category, beneficiary or supplier holds, against the most it may. */
@Component
class Ceilings {

    private final JdbcClient jdbc;

    Ceilings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Refuses an amount that would pass a ceiling; the envelope must be held, so that what is read still holds. */
    void mustBear(Envelope envelope, Purpose purpose, Money amount) {
        must(envelope, Kind.CATEGORY, purpose.category(), amount, "budget.refused.ceiling.category");
        must(envelope, Kind.BENEFICIARY, text(purpose.beneficiary()), amount, "budget.refused.ceiling.beneficiary");
        mustBear(envelope, purpose.supplier(), amount);
    }

    /** The same of a supplier alone. */
    void mustBear(Envelope envelope, @Nullable UUID supplier, Money amount) {
        must(envelope, Kind.SUPPLIER, text(supplier), amount, "budget.refused.ceiling.supplier");
    }

    private void must(Envelope envelope, Kind kind, String whom, Money amount, String key) {
        var ceiling = of(envelope.terms().ceilings(), kind, whom);
        if (ceiling.isEmpty() || whom.isEmpty()) {
            return;
        }
        var left = ceiling.get().amount().minus(used(envelope.id(), kind, whom));
        if (amount.compareTo(left) > 0) {
            throw Refusal.wrong(key, "amount", ceiling.get().amount(), left.isNegative() ? Money.ZERO : left);
        }
    }

    /** The ceiling that holds for one: its own before that of each. */
    static Optional<Ceiling> of(List<Ceiling> ceilings, Kind kind, String whom) {
        return ceilings.stream()
                .filter(ceiling -> ceiling.kind() == kind
                        && (ceiling.whom().isEmpty() || ceiling.whom().equals(whom)))
                .max(Comparator.comparing(ceiling -> ceiling.whom().length()));
    }

    private Money used(EnvelopeId envelope, Kind kind, String whom) {
        return jdbc.sql("select amount from budget.used where envelope = ? and kind = ? and whom = ?")
                .params(envelope.value(), kind.code(), whom)
                .query((row, _) -> new Money(row.getBigDecimal("amount")))
                .optional()
                .orElse(Money.ZERO);
    }

    /** What a category holds of each envelope. */
    Map<EnvelopeId, Money> usedBy(String category) {
        return jdbc
                .sql("select envelope, amount from budget.used where kind = 'category' and whom = :category limit 1000")
                .param("category", category)
                .query((row, _) -> Map.entry(
                        new EnvelopeId(row.getObject("envelope", UUID.class)), new Money(row.getBigDecimal("amount"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private record Held(String kind, String whom, Money amount) {}

    /** What each ceiling still leaves; under one of each, whoever holds something has a ceiling of its own. */
    List<Ceiling> left(Envelope envelope) {
        var held = jdbc.sql(
                        "select kind, whom, amount from budget.used where envelope = ? order by kind, whom limit 10000")
                .param(envelope.id().value())
                .query((row, _) ->
                        new Held(row.getString("kind"), row.getString("whom"), new Money(row.getBigDecimal("amount"))))
                .list();
        var left = new LinkedHashMap<String, Ceiling>();
        envelope.terms().ceilings().forEach(each -> left.put(each.kind() + each.whom(), each));
        for (var one : held) {
            var kind = Kind.of(one.kind());
            of(envelope.terms().ceilings(), kind, one.whom()).ifPresent(ceiling -> {
                var rest = ceiling.amount().minus(one.amount());
                left.put(kind + one.whom(), new Ceiling(kind, one.whom(), rest.isNegative() ? Money.ZERO : rest));
            });
        }
        return List.copyOf(left.values());
    }

    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }
}
