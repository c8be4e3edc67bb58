package org.opensocialnet.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.opensocialnet.budget.Budget;
import org.opensocialnet.budget.EarmarkId;
import org.opensocialnet.database.Sight;
import org.opensocialnet.deliveries.Confirmations;
import org.opensocialnet.deliveries.Confirmations.Confirmed;
import org.opensocialnet.disclosure.Rule;
import org.opensocialnet.disclosure.Shown;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.support.Calls;
import org.opensocialnet.support.Calls.Told;
import org.opensocialnet.support.Calls.ToldLine;
import org.opensocialnet.support.Cover;
import org.opensocialnet.support.Covering;
import org.opensocialnet.web.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What everybody is told of one call: reckoned anew from the rows of support, money and deliveries with the program's own
 * eyes, and cut down to what names nobody before it leaves.
 */
@Component
class CallAccount {

    private final Calls calls;
    private final Covering covering;
    private final Confirmations confirmations;
    private final Budget budget;
    private final PeopleTold peopleTold;
    private final Openness openness;
    private final AccountNames names;
    private final TransactionOperations transactions;

    CallAccount(
            Calls calls,
            Covering covering,
            Confirmations confirmations,
            Budget budget,
            PeopleTold peopleTold,
            Openness openness,
            AccountNames names,
            TransactionOperations transactions) {
        this.calls = calls;
        this.covering = covering;
        this.confirmations = confirmations;
        this.budget = budget;
        this.peopleTold = peopleTold;
        this.openness = openness;
        this.names = names;
        this.transactions = transactions;
    }

    /**
     * One call.
     *
     * @param asker its name where it wishes so; else empty
     * @param others how many givers are not named; fewer than five are not counted
     * @param spent what was paid for it from envelopes
     */
    record Figures(
            UUID id,
            String number,
            String title,
            String asker,
            String state,
            List<Line> lines,
            List<Giver> givers,
            Shown others,
            Money spent,
            Shown people,
            String story) {}

    /** One line; whom and where are empty where so few are meant that they would be known. */
    record Line(
            UUID id,
            String what,
            String kind,
            String unit,
            String about,
            BigDecimal asked,
            BigDecimal covered,
            BigDecimal delivered,
            BigDecimal confirmed) {}

    /** An organisation that wishes to be named, with what it gives. */
    record Giver(String name, List<String> things) {}

    /** A call in the list. */
    record Entry(UUID id, String number, String title, String state) {}

    /** The rows behind the figures, for those who may see them. */
    record Behind(List<Cover> covers, List<Confirmed> confirmed, List<Paid> paid) {}

    /** What an earmark paid. */
    record Paid(UUID envelope, UUID earmark, Money committed, Money spent) {}

    /** The latest first, a page at a time. */
    List<Entry> list(int page, int size, Words t) {
        return seen(() -> calls.called((page - 1) * size, size + 1, t).stream()
                .map(told -> new Entry(told.id(), told.number(), title(told, t), told.state()))
                .toList());
    }

    Optional<Figures> find(UUID call, Words t) {
        return seen(() -> calls.told(call, t).map(told -> figures(told, t)));
    }

    Optional<Behind> behind(UUID call, Words t) {
        return seen(() -> calls.told(call, t).map(_ -> {
            var covers = covering.of(call);
            return new Behind(covers, confirmations.ofRequest(call), paid(covers));
        }));
    }

    private Figures figures(Told told, Words t) {
        var covers = covering.of(told.id()).stream()
                .filter(cover -> cover.quantity().signum() > 0)
                .toList();
        int people = confirmations.ofRequest(told.id()).stream()
                .mapToInt(Confirmed::people)
                .sum();
        var givers = givers(told, covers, t);
        var organization = told.asker();
        return new Figures(
                told.id(),
                told.number(),
                title(told, t),
                organization != null && openness.wishes(organization)
                        ? names.organization(organization, t).orElse("")
                        : "",
                told.state(),
                told.lines().stream().map(line -> line(line, told.ofPerson())).toList(),
                givers,
                PeopleTold.few(others(covers, t)),
                paid(covers).stream().map(Paid::spent).reduce(Money.ZERO, Money::plus),
                peopleTold.of(told.id(), people),
                openness.story(told.id()).map(story -> story.in(t.lang())).orElse(""));
    }

    /** Somebody's own request has no title of its own in public: it may speak of her. */
    private static String title(Told told, Words t) {
        return told.ofPerson() ? t.of("account.call.number", told.number()) : told.title();
    }

    private static Line line(ToldLine line, boolean ofPerson) {
        boolean few = line.people() < Rule.usual().threshold();
        return new Line(
                line.id(),
                ofPerson && !line.inCatalogue() ? line.kindInWords() : line.what(),
                line.kind(),
                line.unit().code(),
                few ? "" : line.about(),
                line.quantity(),
                line.covered(),
                line.delivered(),
                line.confirmed());
    }

    private List<Giver> givers(Told told, List<Cover> covers, Words t) {
        var things = new LinkedHashMap<String, List<String>>();
        for (var cover : covers) {
            named(cover, t)
                    .ifPresent(name -> told.lines().stream()
                            .filter(line -> line.id().equals(cover.line()))
                            .findFirst()
                            .ifPresent(line -> things.computeIfAbsent(name, _ -> new ArrayList<>())
                                    .add(line(line, told.ofPerson()).what() + ": "
                                            + Calls.quantity(cover.quantity(), line.unit(), line.kind(), t))));
        }
        return things.entrySet().stream()
                .map(each -> new Giver(each.getKey(), each.getValue()))
                .toList();
    }

    private Optional<String> named(Cover cover, Words t) {
        return cover.named() ? names.organization(cover.organization(), t) : Optional.empty();
    }

    /** Givers without a name: an organisation once, each citizen's gift and each envelope by itself. */
    private int others(List<Cover> covers, Words t) {
        var others = new HashSet<UUID>();
        covers.stream()
                .filter(cover -> named(cover, t).isEmpty())
                .forEach(cover -> others.add(
                        cover.organization() != null
                                ? cover.organization()
                                : cover.envelope() != null ? cover.envelope() : cover.reference()));
        return others.size();
    }

    private List<Paid> paid(List<Cover> covers) {
        return covers.stream()
                .filter(cover -> cover.source() == Cover.Source.MONEY)
                .flatMap(cover -> budget.earmark(new EarmarkId(cover.reference())).stream())
                .map(earmark -> new Paid(
                        earmark.envelope().value(), earmark.id().value(), earmark.committed(), earmark.spent()))
                .toList();
    }

    private <T> T seen(Supplier<T> work) {
        return Objects.requireNonNull(Sight.job("account").call(() -> transactions.execute(_ -> work.get())));
    }
}
