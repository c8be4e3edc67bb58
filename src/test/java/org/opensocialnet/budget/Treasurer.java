package org.opensocialnet.budget;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.opensocialnet.budget.Terms.Ceiling;
import org.opensocialnet.budget.Terms.Funder;
import org.opensocialnet.database.Sight;
import org.opensocialnet.database.Sight.Reach;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.context.ApplicationContext;

/** Somebody of the coordination team who keeps the money, for tests of this room and those above. */
public final class Treasurer {

    private final Budget budget;
    private final Sight sight;

    private Treasurer(Budget budget, Sight sight) {
        this.budget = budget;
        this.sight = sight;
    }

    public static Treasurer of(ApplicationContext context) {
        return of(context, Uuid7.next());
    }

    public static Treasurer of(ApplicationContext context, UUID member) {
        return new Treasurer(
                context.getBean(Budget.class), new Sight(member, null, "coordinator", Reach.NETWORK, "desk", "here"));
    }

    public Sight sight() {
        return sight;
    }

    public <T> T in(Supplier<T> work) {
        return sight.call(work::get);
    }

    /** An envelope of the year around a day, for anything, 85 % of it the Union's. */
    public static Terms terms(LocalDate around, Ceiling... ceilings) {
        return new Terms(
                "Σίτιση και είδη πρώτης ανάγκης",
                "Food and essentials",
                "",
                around.minusMonths(6),
                around.plusMonths(6),
                around.plusMonths(8),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new Funder("Ευρωπαϊκό Κοινωνικό Ταμείο", "European Social Fund", 8500),
                        new Funder("Εθνική συμμετοχή", "National share", 1500)),
                List.of(ceilings));
    }

    public EnvelopeId opens(Terms terms, String euros) {
        return in(() -> budget.open(terms, Money.euros(euros), key()));
    }

    public static Purpose purpose(String category) {
        return Purpose.of("support", Uuid7.next(), category);
    }

    public EarmarkId reserves(EnvelopeId envelope, String euros, Purpose purpose) {
        return in(() -> budget.reserve(envelope, Money.euros(euros), purpose, key()));
    }

    public Outcome commits(EarmarkId earmark, String euros) {
        return in(() -> budget.commit(earmark, Money.euros(euros), key()));
    }

    public Outcome spends(EarmarkId earmark, String euros, LocalDate day) {
        return in(() -> budget.spend(earmark, Money.euros(euros), day, key()));
    }

    public Outcome releases(EarmarkId earmark, String euros) {
        return in(() -> budget.release(earmark, Money.euros(euros), key()));
    }

    public Balances balances(EnvelopeId envelope) {
        return in(() -> budget.balances(envelope));
    }

    public static String key() {
        return "test." + Uuid7.next();
    }
}
