package org.opensocialnet.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.opensocialnet.database.Sight;
import org.opensocialnet.ledger.EntryId.Book;
import org.opensocialnet.people.Pairs;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** How many different people stand behind entries, each counted once however often she came. */
@Component
public class UniquePeople {

    private final JdbcClient jdbc;
    private final Pseudonyms pseudonyms;
    private final Pairs pairs;
    private final TransactionOperations transactions;

    UniquePeople(JdbcClient jdbc, Pseudonyms pseudonyms, Pairs pairs, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.pseudonyms = pseudonyms;
        this.pairs = pairs;
        this.transactions = transactions;
    }

    /**
     * A count over several organisations. It names nobody, but a small one may: it goes to no page, feed or file before the
     * room that protects counts has let it through.
     */
    public record CountToProtect(long people) {}

    /**
     * Exactly, inside one organisation: records that were joined count once, those that parted again count apart. Entries
     * without a person are not in it.
     */
    @Transactional(readOnly = true)
    public long inside(UUID organization, Book book, Asked asked) {
        return count(book, asked.of(organization), pairs.together(organization));
    }

    /** Over all organisations; people are one where their codes or cards are. Outside of a transaction, and of any sight. */
    public CountToProtect inTheNetwork(Book book, Asked asked) {
        return Sight.job("ledger")
                .call(() -> new CountToProtect(Objects.requireNonNull(
                        transactions.execute(_ -> count(book, asked, pairs.togetherInTheNetwork())))));
    }

    private long count(Book book, Asked asked, List<Set<UUID>> together) {
        var persons = together.stream().flatMap(Set::stream).distinct().toList();
        var known = pseudonyms.of(persons);
        var there = there(book, asked, known.values());
        long people = all(book, asked);
        return people - doubles(together, known, there);
    }

    /** How many are counted too often: all but one of those who are one. */
    private static long doubles(List<Set<UUID>> together, Map<UUID, UUID> known, Set<UUID> there) {
        var roots = new HashMap<UUID, UUID>();
        long doubles = 0;
        for (var group : together) {
            var present = group.stream()
                    .map(known::get)
                    .filter(Objects::nonNull)
                    .filter(there::contains)
                    .toList();
            for (int i = 1; i < present.size(); i++) {
                var one = root(roots, present.getFirst());
                var other = root(roots, present.get(i));
                if (!one.equals(other)) {
                    roots.put(other, one);
                    doubles++;
                }
            }
        }
        return doubles;
    }

    private static UUID root(Map<UUID, UUID> roots, UUID of) {
        var at = of;
        for (var next = roots.get(at); next != null; next = roots.get(at)) {
            at = next;
        }
        return at;
    }

    private long all(Book book, Asked asked) {
        var parameters = new HashMap<String, Object>();
        return jdbc.sql("select count(*) from (%s) standing".formatted(standing(book, asked, parameters, "")))
                .params(parameters)
                .query(Long.class)
                .single();
    }

    private Set<UUID> there(Book book, Asked asked, Collection<UUID> pseudonyms) {
        if (pseudonyms.isEmpty()) {
            return Set.of();
        }
        var parameters = new HashMap<String, Object>();
        parameters.put("pseudonyms", pseudonyms.toArray(UUID[]::new));
        return new HashSet<>(
                jdbc.sql(standing(book, asked, parameters, "and pseudonym = any (cast(:pseudonyms as uuid[]))"))
                        .params(parameters)
                        .query(UUID.class)
                        .list());
    }

    /** Those with an entry that was not taken back: a reversal carries the pseudonym of what it reverses. */
    private static String standing(Book book, Asked asked, Map<String, Object> parameters, String and) {
        if (book == Book.FOLLOW_UP) {
            throw new IllegalArgumentException("follow-ups carry no person");
        }
        var only = new ArrayList<String>();
        asked.only().forEach((axis, codes) -> {
            only.add("and %s = any (cast(:only_%1$s as %s[]))"
                    .formatted(axis.column(), axis == Asked.Axis.ORGANIZATION ? "uuid" : "text"));
            parameters.put("only_" + axis.column(), codes.toArray(String[]::new));
        });
        var from = asked.from();
        if (from != null) {
            only.add("and day >= :from");
            parameters.put("from", from);
        }
        parameters.put("to", asked.to());
        return """
                select pseudonym from ledger.%s
                where pseudonym is not null and day <= :to %s %s
                group by pseudonym
                having sum(case when reverses is null then 1 else -1 end) > 0
                """.formatted(book.code(), String.join(" ", only), and);
    }
}
