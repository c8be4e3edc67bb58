package org.opensocialnet.goods;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.database.Rows;
import org.opensocialnet.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The catalogue of goods, as the coordination team keeps it. */
@Component
@Transactional
public class Goods {

    private static final String ITEM = """
            select id, name, name_en, unit, usual_least, usual_most, price_least, price_most, quota, service_type,
                   retired_at is not null as retired, version
            from goods.item
            """;

    private final JdbcClient jdbc;
    private final Trail trail;
    private final Clock clock;

    Goods(JdbcClient jdbc, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /** What can be asked for today. */
    @Transactional(readOnly = true)
    public List<Item> all() {
        return jdbc.sql(ITEM + " where retired_at is null order by name limit 500")
                .query(Rows.of(Item.class))
                .list();
    }

    /** Also what is not offered any more: old requests still name it. */
    @Transactional(readOnly = true)
    public Optional<Item> find(UUID id) {
        return jdbc.sql(ITEM + " where id = :id")
                .param("id", id)
                .query(Rows.of(Item.class))
                .optional();
    }

    void add(Item item) {
        mustBeNew(item);
        write("""
                insert into goods.item (id, name, name_en, unit, usual_least, usual_most, price_least, price_most, quota,
                                        service_type, changed_at)
                values (:id, :name, :nameEn, :unit, :usualLeast, :usualMost, :priceLeast, :priceMost, :quota, :serviceType,
                        :now)
                on conflict (id) do nothing
                """, item);
        trail.note(Act.on("goods.item.added", "item", item.id()));
    }

    /** As it was read by whoever changes it; else somebody else changed it meanwhile. */
    void change(Item item) {
        mustBeNew(item);
        if (write("""
                update goods.item
                set name = :name, name_en = :nameEn, unit = :unit, usual_least = :usualLeast, usual_most = :usualMost,
                    price_least = :priceLeast, price_most = :priceMost, quota = :quota, service_type = :serviceType,
                    changed_at = :now, version = version + 1
                where id = :id and version = :version
                """, item) == 0) {
            throw Refusal.conflict("goods.changed-meanwhile");
        }
        trail.note(Act.on("goods.item.changed", "item", item.id()));
    }

    /** Not offered any more, or again. */
    void retire(UUID id, boolean retired) {
        int done = jdbc.sql("""
                update goods.item set retired_at = case when :retired then :now::timestamptz end, version = version + 1
                where id = :id
                """)
                .param("id", id)
                .param("retired", retired)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (done == 0) {
            throw Refusal.notFound("goods.unknown");
        }
        trail.note(Act.on(retired ? "goods.item.retired" : "goods.item.restored", "item", id));
    }

    private void mustBeNew(Item item) {
        boolean taken = jdbc.sql("""
                select exists (select from goods.item where name = :name and id <> :id and retired_at is null)
                """)
                .param("name", item.name())
                .param("id", item.id())
                .query(Boolean.class)
                .single();
        if (taken) {
            throw Refusal.conflict("goods.name-taken");
        }
    }

    private int write(String sql, Item item) {
        return jdbc.sql(sql)
                .param("id", item.id())
                .param("name", item.name())
                .param("nameEn", item.nameEn())
                .param("unit", item.unit())
                .param("usualLeast", item.usualLeast())
                .param("usualMost", item.usualMost())
                .param("priceLeast", item.priceLeast())
                .param("priceMost", item.priceMost())
                .param("quota", item.quota(), Types.INTEGER)
                .param("serviceType", item.serviceType())
                .param("version", item.version())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
