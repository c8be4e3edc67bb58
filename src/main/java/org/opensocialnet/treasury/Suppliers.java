package org.opensocialnet.treasury;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Those who are paid for what is bought. One tax number is one supplier; without it one name is, however it is written. Where
 * it is not sure that two are two, a person says so, for the ceilings count each supplier by itself.
 */
@Component
@Transactional
class Suppliers {

    private static final int MOST = 5_000;
    private static final int NAMED = 3;

    private final JdbcClient jdbc;
    private final Trail trail;
    private final Clock clock;

    /** One of them; the tax number is empty where nobody knows it. */
    record Supplier(UUID id, String name, String afm) {

        boolean isCalled(List<String> key) {
            return SupplierNames.key(name).equals(key);
        }

        @Override
        public String toString() {
            return afm.isEmpty() ? name : name + " (" + afm + ")";
        }
    }

    Suppliers(JdbcClient jdbc, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /** Those an organisation, or the coordination, has in its list. */
    List<Supplier> of(@Nullable UUID organization) {
        return jdbc.sql("""
                select id, name, afm
                from treasury.supplier
                where organization is not distinct from :organization::uuid
                order by name, id
                limit :most
                """)
                .param("organization", organization, Types.OTHER)
                .param("most", MOST)
                .query((row, _) ->
                        new Supplier(row.getObject("id", UUID.class), row.getString("name"), row.getString("afm")))
                .list();
    }

    /**
     * The supplier that is meant, in the list of whoever keeps the envelope; a new one where nobody is.
     *
     * @param another a person says that it is none of those that are alike
     */
    UUID meant(@Nullable UUID organization, String name, String afm, boolean another) {
        hold(organization);
        var all = of(organization);
        var known = afm.isEmpty()
                ? List.<Supplier>of()
                : those(all, one -> one.afm().equals(afm));
        if (!known.isEmpty()) {
            return known.getFirst().id();
        }
        var key = SupplierNames.key(name);
        var called = those(
                all, one -> one.isCalled(key) && (afm.isEmpty() || one.afm().isEmpty()));
        if (called.size() > 1 && afm.isEmpty()) {
            throw Refusal.wrong("treasury.fault.supplier-several", "supplier", said(called));
        }
        if (!called.isEmpty()) {
            return named(called.getFirst(), afm);
        }
        var alike = those(all, one -> (afm.isEmpty() || one.afm().isEmpty()) && isLike(one, key));
        if (!alike.isEmpty() && !another) {
            throw Refusal.wrong("treasury.fault.supplier-alike", "supplier", said(alike));
        }
        return add(organization, name, afm);
    }

    private static List<Supplier> those(List<Supplier> all, Predicate<Supplier> which) {
        return all.stream().filter(which).toList();
    }

    private static boolean isLike(Supplier one, List<String> key) {
        return SupplierNames.alike(SupplierNames.key(one.name()), key);
    }

    private static String said(List<Supplier> suppliers) {
        return suppliers.stream().limit(NAMED).map(Supplier::toString).collect(Collectors.joining(", "));
    }

    /** Who had no tax number so far has this one from now on. */
    private UUID named(Supplier supplier, String afm) {
        if (!afm.isEmpty()) {
            jdbc.sql("update treasury.supplier set afm = ? where id = ?")
                    .params(afm, supplier.id())
                    .update();
            trail.note(Act.on("treasury.supplier.changed", "supplier", supplier.id()));
        }
        return supplier.id();
    }

    /** Two who enter a supplier at the same moment do it one after the other. */
    private void hold(@Nullable UUID organization) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('treasury suppliers of ' || ?, 0))::text")
                .param(String.valueOf(organization))
                .query(String.class)
                .single();
    }

    private UUID add(@Nullable UUID organization, String name, String afm) {
        var id = Uuid7.next();
        jdbc.sql(
                        "insert into treasury.supplier (id, organization, name, afm, made_at) values (:id, :of, :name, :afm, :now)")
                .param("id", id)
                .param("of", organization, Types.OTHER)
                .param("name", name)
                .param("afm", afm)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        trail.note(Act.on("treasury.supplier.made", "supplier", id));
        return id;
    }
}
