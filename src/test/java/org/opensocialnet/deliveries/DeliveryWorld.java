package org.opensocialnet.deliveries;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.ledger.About;
import org.opensocialnet.ledger.Amount;
import org.opensocialnet.ledger.Amount.Unit;
import org.opensocialnet.ledger.EntryId;
import org.opensocialnet.ledger.Ledger;
import org.opensocialnet.ledger.Need;
import org.opensocialnet.ledger.Source;
import org.opensocialnet.support.Cover;
import org.opensocialnet.support.Covering;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A shelter's call for thirty sleeping bags for twenty-five people, and what covers it, for tests of this room and above. */
public final class DeliveryWorld {

    public static final String BAGS = "Υπνόσακοι";

    private final ApplicationContext context;
    private final JdbcClient jdbc;

    public DeliveryWorld(ApplicationContext context) {
        this.context = context;
        this.jdbc = context.getBean(JdbcClient.class);
    }

    /** A called request with one line, and its need in the ledger. */
    public record Called(UUID request, UUID line) {}

    public Called called(@Nullable UUID shelter, String title) {
        return called(shelter, title, 25);
    }

    public Called called(@Nullable UUID shelter, String title, int people) {
        var called = new Called(Uuid7.next(), Uuid7.next());
        program(() -> {
            var need = context.getBean(Ledger.class)
                    .write(new Need(
                            "support.line",
                            today(),
                            new About("night-shelter", "women", "", shelter, null),
                            new Amount(people, BigDecimal.valueOf(30), Unit.ITEM),
                            Source.ASKED,
                            null,
                            null,
                            Map.of(),
                            null));
            jdbc.sql("""
                    insert into support.request (id, form, asker, organization, title, state, made_at, changed_at)
                    values (:id, :id, :asker, :shelter::uuid, :title, '{"is": "Open"}', now(), now())
                    """)
                    .param("id", called.request())
                    .param("asker", shelter == null ? "team" : "organization")
                    .param("shelter", shelter == null ? null : shelter.toString(), java.sql.Types.VARCHAR)
                    .param("title", title)
                    .update();
            line(called, people, need);
            return true;
        });
        return called;
    }

    /** A call of the coordination team for a cell of coverage: its needs are others', so it has none of its own. */
    public Called calledForACell(String title) {
        var called = called(null, title);
        program(() -> {
            var need = jdbc.sql("update support.line set need = null, need_day = null where id = :line")
                    .param("line", called.line())
                    .update();
            return need;
        });
        return called;
    }

    private void line(Called called, int people, EntryId need) {
        jdbc.sql("""
                insert into support.line (id, request, kind, what, quantity, unit, people, service_type, target_group, zone, need,
                                          need_day)
                values (:id, :request, 'goods', :what, 30, 'item', :people, 'night-shelter', 'women', '', :need, :day)
                """)
                .param("id", called.line())
                .param("request", called.request())
                .param("what", BAGS)
                .param("people", people)
                .param("need", need.id())
                .param("day", need.day())
                .update();
    }

    public UUID pledged(UUID line, UUID giver, String quantity) {
        return program(() -> context.getBean(Covering.class)
                .cover(line, Cover.Source.PLEDGE, Uuid7.next(), giver, null, true, new BigDecimal(quantity)));
    }

    public UUID paid(UUID line, UUID envelope, String quantity) {
        return program(() -> context.getBean(Covering.class)
                .cover(line, Cover.Source.MONEY, Uuid7.next(), null, envelope, true, new BigDecimal(quantity)));
    }

    public Cover cover(UUID cover) {
        return program(() -> context.getBean(Covering.class).find(cover).orElseThrow());
    }

    /** With the program's own eyes. */
    public <T> T program(Supplier<T> work) {
        return Sight.job("test")
                .call(() -> Objects.requireNonNull(
                        context.getBean(TransactionOperations.class).execute(_ -> work.get())));
    }

    public LocalDate today() {
        return LocalDate.now(context.getBean(Clock.class));
    }
}
