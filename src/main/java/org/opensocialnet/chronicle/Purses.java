package org.opensocialnet.chronicle;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.opensocialnet.budget.Budget;
import org.opensocialnet.budget.BudgetDesk;
import org.opensocialnet.budget.EnvelopeId;
import org.opensocialnet.budget.Outcome;
import org.opensocialnet.budget.Purpose;
import org.opensocialnet.budget.Statement;
import org.opensocialnet.budget.Terms;
import org.opensocialnet.budget.Terms.Ceiling;
import org.opensocialnet.budget.Terms.Funder;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The money of the invented city: four envelopes, some of it paid, one whose time runs out. Written once. */
@Component
@ConditionalOnWebApplication
@Order(8)
class Purses implements ApplicationRunner {

    private static final Funder UNION = new Funder("Ταμείο Γέφυρα (επινοημένο)", "Bridge Fund (invented)", 8_500);
    private static final Funder STATE = new Funder("Εθνική συμμετοχή (επινοημένη)", "National share (invented)", 1_500);
    private static final Funder CITY = new Funder("Πόλη επίδειξης, ίδιοι πόροι", "Demo city, own means", 10_000);

    private final Budget budget;
    private final BudgetDesk desk;
    private final Statement statement;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final ChronicleSettings settings;
    private final Clock clock;

    Purses(
            Budget budget,
            BudgetDesk desk,
            Statement statement,
            JdbcClient jdbc,
            TransactionOperations transactions,
            ChronicleSettings settings,
            Clock clock) {
        this.budget = budget;
        this.desk = desk;
        this.statement = statement;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** One envelope: what it is for, how long it runs, and how much is paid at a time, every so many days. */
    private record Purse(
            String code, Terms terms, String granted, List<String> categories, int least, int most, int every) {}

    @Override
    public void run(ApplicationArguments arguments) {
        if (settings.enabled() && settings.size().equalsIgnoreCase("small")) {
            Sight.job("demo").run(() -> transactions.executeWithoutResult(_ -> fill()));
        }
    }

    private void fill() {
        // of several nodes that start at once one writes, and the others find it written
        jdbc.sql("select pg_advisory_xact_lock(hashtext('demo.purses'))::text")
                .query(String.class)
                .single();
        Chronicle.present(jdbc);
        var today = LocalDate.now(clock);
        if (statement.standing(today, 1, 2).isEmpty()) {
            purses(today).forEach(purse -> fill(purse, today));
        }
    }

    private static List<Purse> purses(LocalDate today) {
        return List.of(
                new Purse(
                        "food",
                        terms("Σίτιση και είδη πρώτης ανάγκης", "Food and essentials", today, 8, 5, UNION, STATE),
                        "60000",
                        List.of("soup-kitchen", "food-parcels"),
                        600,
                        2_400,
                        9),
                new Purse(
                        "winter",
                        terms("Ζεστός χειμώνας", "Warm winter", today, 10, 1, CITY),
                        "18000",
                        List.of("night-shelter"),
                        150,
                        700,
                        24),
                new Purse(
                        "hygiene",
                        terms("Είδη υγιεινής", "Hygiene", today, 5, 7, UNION, STATE),
                        "9000",
                        List.of("showers"),
                        90,
                        400,
                        15),
                new Purse(
                        "urgent",
                        terms("Έκτακτες ανάγκες", "Urgent needs", today, 6, 6, CITY),
                        "4800",
                        List.of("soup-kitchen", "night-shelter", "showers"),
                        200,
                        600,
                        14));
    }

    private static Terms terms(String name, String english, LocalDate today, int before, int after, Funder... funders) {
        var ends = today.plusMonths(after).withDayOfMonth(1).minusDays(1);
        return new Terms(
                name,
                english,
                "",
                today.minusMonths(before).withDayOfMonth(1),
                ends.plusDays(15),
                ends.plusDays(30),
                List.of(),
                List.of(),
                List.of(),
                List.of(funders),
                List.of(new Ceiling(Ceiling.Kind.SUPPLIER, "", Money.euros("40000"))));
    }

    private void fill(Purse purse, LocalDate today) {
        var envelope =
                desk.openOn(purse.terms().starts(), purse.terms(), Money.euros(purse.granted()), key(purse, "open"));
        // what is above the amount of two persons waits: here the second agrees
        statement.waiting(100).stream()
                .filter(entry -> entry.envelope().equals(envelope))
                .forEach(entry -> desk.decide(entry.act(), true));
        var random = new Random(purse.code().hashCode());
        int act = 0;
        var last = today.minusDays(4);
        for (var day = purse.terms().starts().plusDays(11);
                day.isBefore(last);
                day = day.plusDays(purse.every() + random.nextInt(5))) {
            var cents = 100L * (purse.least() + random.nextInt(purse.most() - purse.least())) + random.nextInt(100);
            buy(purse, envelope, day, Money.ofCents(cents), random, act++);
        }
    }

    /** Two of three are paid after a while; of the others some are promised, some only set aside. */
    private void buy(Purse purse, EnvelopeId envelope, LocalDate day, Money wished, Random random, int act) {
        var amount = wished.atMost(budget.balances(envelope).available());
        if (amount.compareTo(Money.euros("50")) < 0) {
            return;
        }
        var category = purse.categories().get(random.nextInt(purse.categories().size()));
        var supplier = new UUID(purse.code().hashCode(), random.nextInt(4));
        var purpose = Purpose.of("demo", Uuid7.next(), category).paying(supplier);
        var earmark = desk.reserveOn(day, envelope, amount, purpose, key(purse, act + ".reserve"));
        int fate = random.nextInt(12);
        if (fate == 0) {
            return;
        }
        if (!(desk.commitOn(day.plusDays(1), earmark, amount, key(purse, act + ".commit")) instanceof Outcome.Done)) {
            return;
        }
        var paid = day.plusDays(3 + random.nextInt(20));
        if (fate > 2 && paid.isBefore(LocalDate.now(clock))) {
            budget.spend(earmark, amount, paid, key(purse, act + ".spend"));
        }
    }

    private static String key(Purse purse, String what) {
        return "demo." + purse.code() + "." + what;
    }
}
