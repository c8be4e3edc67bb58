package org.opensocialnet.chronicle;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opensocialnet.database.Sight;
import org.opensocialnet.goods.Goods;
import org.opensocialnet.goods.Item;
import org.opensocialnet.people.People;
import org.opensocialnet.people.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The requests of the invented city: two hundred in all states, one of them the loop in the middle of happening. Told once. */
@Component
public class RequestStory {

    private static final Logger LOG = LoggerFactory.getLogger(RequestStory.class);

    private final Doors doors;
    private final Goods goods;
    private final People people;
    private final Asked asked;
    private final Promised promised;
    private final Loop loop;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    RequestStory(
            Doors doors,
            Goods goods,
            People people,
            Asked asked,
            Promised promised,
            Loop loop,
            JdbcClient jdbc,
            TransactionOperations transactions) {
        this.doors = doors;
        this.goods = goods;
        this.people = people;
        this.asked = asked;
        this.promised = promised;
        this.loop = loop;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** What it is told from. */
    private record Around(
            List<Door> city, Map<String, Item> goods, Map<String, List<PersonId>> persons, LocalDate anchor) {}

    /** How many it told: none where the ledger's story was not begun, or they were told already. */
    public int tell() {
        return tell(() -> false);
    }

    /** Between two it may be told to stop; what was told stays, and the rest is told another time. */
    int tell(BooleanSupplier stops) {
        var around = Sight.job("demo")
                .call(() -> Objects.requireNonNull(transactions.execute(_ -> anchor().map(this::around))));
        if (around.isEmpty() || around.get().city().isEmpty()) {
            return 0;
        }
        long before = System.nanoTime();
        var city = around.get().city();
        var wishes = new Wishes(
                city, around.get().goods(), around.get().persons(), around.get().anchor(), new Lot(Story.SEED));
        int told = loop.tell(city, around.get().goods(), around.get().anchor()) ? 1 : 0;
        for (var wish : wishes.all()) {
            if (stops.getAsBoolean()) {
                return told;
            }
            if (!asked.isKnown(wish)) {
                var request = asked.tell(wish);
                if (wish.fate().isPromised()) {
                    promised.tell(wish, request, city);
                }
                told++;
            }
        }
        Sight.job("demo")
                .run(() -> transactions.executeWithoutResult(
                        _ -> jdbc.sql("update chronicle.story set asked = true").update()));
        LOG.atInfo()
                .addKeyValue("requests", told)
                .addKeyValue("seconds", (System.nanoTime() - before) / 1_000_000_000)
                .log("The invented city has asked for help");
        return told;
    }

    private Optional<LocalDate> anchor() {
        return jdbc.sql("select anchor from chronicle.story where not asked")
                .query(LocalDate.class)
                .optional();
    }

    private Around around(LocalDate anchor) {
        var city = doors.all();
        var persons = new HashMap<String, List<PersonId>>();
        for (var door : city) {
            persons.computeIfAbsent(door.body(), _ -> people.invented(door.organization()));
        }
        return new Around(
                city, goods.all().stream().collect(Collectors.toMap(Item::name, Function.identity())), persons, anchor);
    }
}
