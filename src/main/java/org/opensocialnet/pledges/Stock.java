package org.opensocialnet.pledges;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.database.Rows;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What organisations have to give, and how much of it they promised already. */
@Component
@Transactional
public class Stock {

    private static final int MOST = 500;

    private static final String KEPT = """
            select id, organization, item, name, unit, quantity, promised, place, until, version
            from pledges.stock
            """;

    private final JdbcClient jdbc;
    private final Trail trail;
    private final Clock clock;

    Stock(JdbcClient jdbc, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * One thing somebody has.
     *
     * @param item of the catalogue of goods; none where it is said in words
     * @param promised how much of it stands in pledges
     * @param until when it can be given; empty where it keeps
     */
    public record Kept(
            UUID id,
            UUID organization,
            @Nullable UUID item,
            String name,
            String unit,
            BigDecimal quantity,
            BigDecimal promised,
            String place,
            @Nullable LocalDate until,
            int version) {

        public BigDecimal free() {
            return quantity.subtract(promised);
        }

        boolean isGood(LocalDate day) {
            return until == null || !until.isBefore(day);
        }
    }

    /** What is typed of it. */
    public record Said(
            @Nullable UUID item,
            String name,
            String unit,
            BigDecimal quantity,
            String place,
            @Nullable LocalDate until) {}

    /** An organisation's own, by name. */
    @Transactional(readOnly = true)
    public List<Kept> of(UUID organization) {
        return jdbc.sql(KEPT + """
                where organization = :organization and gone_at is null
                order by name, id
                limit :most
                """)
                .param("organization", organization)
                .param("most", MOST)
                .query(Rows.of(Kept.class))
                .list();
    }

    /** What can be promised to a line: of its good, counted as it is, still good today. */
    @Transactional(readOnly = true)
    public List<Kept> fitting(UUID organization, String unit) {
        var today = LocalDate.now(clock);
        return of(organization).stream()
                .filter(kept -> kept.unit().equals(unit) && kept.free().signum() > 0 && kept.isGood(today))
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Kept> find(UUID id) {
        return jdbc.sql(KEPT + " where id = :id")
                .param("id", id)
                .query(Rows.of(Kept.class))
                .optional();
    }

    /** Sent twice, it is there once. */
    public UUID add(UUID form, UUID organization, Said said) {
        var id = Uuid7.next();
        int added = jdbc.sql("""
                insert into pledges.stock (id, form, organization, item, name, unit, quantity, place, until, changed_at)
                values (:id, :form, :organization, :item, :name, :unit, :quantity, :place, :until, :now)
                on conflict (form) do nothing
                """)
                .param("id", id)
                .param("form", form)
                .param("organization", organization)
                .param("item", said.item(), Types.OTHER)
                .param("name", said.name())
                .param("unit", said.unit())
                .param("quantity", said.quantity())
                .param("place", said.place())
                .param("until", said.until(), Types.DATE)
                .param("now", now())
                .update();
        if (added == 1) {
            trail.note(Act.on("pledges.stock.added", "stock", id).of(organization));
        }
        return id;
    }

    /** There may be less of it than before, but not less than was promised; what it is counted in stays once some was. */
    void change(UUID id, int version, Said said) {
        var kept = locked(id);
        if (kept.version() != version) {
            throw Refusal.conflict("pledges.stock.changed-meanwhile");
        }
        if (said.quantity().compareTo(kept.promised()) < 0) {
            throw Refusal.wrong(
                    "pledges.stock.less-than-promised",
                    "quantity",
                    kept.promised().stripTrailingZeros());
        }
        if (kept.promised().signum() > 0 && !said.unit().equals(kept.unit())) {
            throw Refusal.wrong("pledges.stock.unit-stays", "unit");
        }
        jdbc.sql("""
                update pledges.stock
                set item = :item, name = :name, unit = :unit, quantity = :quantity, place = :place, until = :until,
                    version = version + 1, changed_at = :now
                where id = :id
                """)
                .param("id", id)
                .param("item", said.item(), Types.OTHER)
                .param("name", said.name())
                .param("unit", said.unit())
                .param("quantity", said.quantity())
                .param("place", said.place())
                .param("until", said.until(), Types.DATE)
                .param("now", now())
                .update();
        trail.note(Act.on("pledges.stock.changed", "stock", id).of(kept.organization()));
    }

    /** Off the list; pledges from it stand. Twice is once. */
    void remove(UUID id) {
        int gone = jdbc.sql("update pledges.stock set gone_at = :now where id = :id and gone_at is null")
                .param("id", id)
                .param("now", now())
                .update();
        if (gone == 1) {
            trail.note(Act.on("pledges.stock.removed", "stock", id));
        }
    }

    /** On the list again. */
    void bringBack(UUID id) {
        jdbc.sql("update pledges.stock set gone_at = null where id = :id")
                .param("id", id)
                .update();
        trail.note(Act.on("pledges.stock.returned", "stock", id));
    }

    /** So much more of it is promised, or less where it is below zero: one statement, which takes no more than there is. */
    void promise(UUID id, BigDecimal quantity, String unit) {
        int changed = jdbc.sql("""
                update pledges.stock set promised = promised + :quantity
                where id = :id and unit = :unit and promised + :quantity between 0 and quantity
                  and (gone_at is null or :quantity <= 0)
                """)
                .param("id", id)
                .param("unit", unit)
                .param("quantity", quantity)
                .update();
        if (changed == 0) {
            throw Refusal.conflict("pledges.stock.not-enough");
        }
    }

    private Kept locked(UUID id) {
        jdbc.sql("select id from pledges.stock where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
        return find(id).orElseThrow(() -> Refusal.notFound("pledges.stock.unknown"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
