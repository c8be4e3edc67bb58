package org.opensocialnet.budget;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.budget.Terms.Ceiling;
import org.opensocialnet.budget.Terms.Funder;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The envelopes and their rules. */
@Component
@Transactional
class Envelopes {

    private static final int MOST = 500;

    private static final String READ = """
            select e.id, e.organization, e.name, e.english, e.programme, e.starts, e.until, e.pay_by,
                   e.categories, e.groups, e.zones, e.closed_through, e.version,
                   array(select f.name from budget.funder f where f.envelope = e.id order by f.place)    as funders,
                   array(select f.english from budget.funder f where f.envelope = e.id order by f.place) as funders_english,
                   array(select f.points from budget.funder f where f.envelope = e.id order by f.place)  as points,
                   array(select c.kind from budget.ceiling c where c.envelope = e.id order by c.kind, c.whom)   as kinds,
                   array(select c.whom from budget.ceiling c where c.envelope = e.id order by c.kind, c.whom)   as whoms,
                   array(select c.amount from budget.ceiling c where c.envelope = e.id order by c.kind, c.whom) as amounts
            from budget.envelope e
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Envelopes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    EnvelopeId add(Terms terms) {
        terms.mustBeRight();
        var id = Uuid7.next();
        var sight = Sight.current();
        jdbc.sql("""
                insert into budget.envelope (id, organization, name, english, programme, starts, until, pay_by,
                                             categories, groups, zones, made_by, made_at)
                values (:id, :organization, :name, :english, :programme, :starts, :until, :payBy,
                        :categories, :groups, :zones, :member, :now)
                """)
                .param("id", id)
                .param("organization", sight == null ? null : sight.organization(), Types.OTHER)
                .param("member", sight == null ? null : sight.member(), Types.OTHER)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .params(told(terms))
                .update();
        jdbc.sql("insert into budget.balance (envelope) values (?)").param(id).update();
        funders(id, terms.funders());
        ceilings(id, terms.ceilings());
        return new EnvelopeId(id);
    }

    /** Changes the rules; the parts of the funders only as long as no money moved. */
    void amend(Envelope was, Terms terms) {
        terms.mustBeRight();
        var id = was.id().value();
        int changed = jdbc.sql("""
                update budget.envelope
                set name = :name, english = :english, programme = :programme, starts = :starts, until = :until,
                    pay_by = :payBy, categories = :categories, groups = :groups, zones = :zones, version = version + 1
                where id = :id and version = :version
                """)
                .param("id", id)
                .param("version", was.version())
                .params(told(terms))
                .update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException("somebody changed the envelope meanwhile");
        }
        if (!terms.funders().equals(was.terms().funders())) {
            if (moved(was.id())) {
                throw Refusal.wrong("budget.fault.funders-stay", "funder-0");
            }
            jdbc.sql("delete from budget.funder where envelope = ?").param(id).update();
            funders(id, terms.funders());
        }
        jdbc.sql("delete from budget.ceiling where envelope = ?").param(id).update();
        ceilings(id, terms.ceilings());
    }

    /** Which organisation keeps it; none where the network's coordination does, or where it may not be seen. */
    Optional<UUID> keeper(EnvelopeId id) {
        return jdbc.sql("select organization from budget.envelope where id = ? and organization is not null")
                .param(id.value())
                .query(UUID.class)
                .optional();
    }

    boolean moved(EnvelopeId id) {
        return jdbc.sql("select exists (select from budget.posting where envelope = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    private static Map<String, Object> told(Terms terms) {
        return Map.of(
                "name", terms.name(),
                "english", terms.english(),
                "programme", terms.programme(),
                "starts", terms.starts(),
                "until", terms.until(),
                "payBy", terms.payBy(),
                "categories", terms.categories().toArray(String[]::new),
                "groups", terms.groups().toArray(String[]::new),
                "zones", terms.zones().toArray(String[]::new));
    }

    private void funders(UUID id, List<Funder> funders) {
        int place = 0;
        for (var funder : funders) {
            jdbc.sql("insert into budget.funder (envelope, place, name, english, points) values (?, ?, ?, ?, ?)")
                    .params(id, place++, funder.name(), funder.english(), funder.points())
                    .update();
        }
    }

    private void ceilings(UUID id, List<Ceiling> ceilings) {
        for (var one : ceilings) {
            jdbc.sql("insert into budget.ceiling (envelope, kind, whom, amount) values (?, ?, ?, ?)")
                    .params(id, one.kind().code(), one.whom(), one.amount().euros())
                    .update();
        }
    }

    Envelope get(EnvelopeId id) {
        return jdbc.sql(READ + "where e.id = :id")
                .param("id", id.value())
                .query((row, _) -> envelope(row))
                .optional()
                .orElseThrow(() -> Refusal.notFound("budget.unknown"));
    }

    /** All whose time is not over, those that end first before others. */
    List<Envelope> open(LocalDate day) {
        return jdbc.sql(READ + "where e.pay_by >= :day order by e.until, e.id limit :most")
                .param("day", day)
                .param("most", MOST)
                .query((row, _) -> envelope(row))
                .list();
    }

    void takeOutInvented() {
        jdbc.sql("select budget.take_out_invented()").query((_, _) -> true).list();
    }

    /** Holds the envelopes until the transaction ends, in the order of their ids so that two who hold never cross. */
    void hold(Collection<EnvelopeId> ids) {
        jdbc.sql("select id from budget.envelope where id = any (:ids) order by id for no key update")
                .param("ids", ids.stream().map(EnvelopeId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    Balances balances(EnvelopeId id) {
        return jdbc.sql("""
                select granted, available, reserved, committed, spent, returned from budget.balance where envelope = ?
                """)
                .param(id.value())
                .query((row, _) -> balances(row))
                .optional()
                .orElseThrow(() -> Refusal.notFound("budget.unknown"));
    }

    static Balances balances(ResultSet row) throws SQLException {
        return new Balances(
                new Money(row.getBigDecimal("granted")),
                new Money(row.getBigDecimal("available")),
                new Money(row.getBigDecimal("reserved")),
                new Money(row.getBigDecimal("committed")),
                new Money(row.getBigDecimal("spent")),
                new Money(row.getBigDecimal("returned")));
    }

    private static Envelope envelope(ResultSet row) throws SQLException {
        return new Envelope(
                new EnvelopeId(row.getObject("id", UUID.class)),
                row.getObject("organization", UUID.class),
                new Terms(
                        row.getString("name"),
                        row.getString("english"),
                        row.getString("programme"),
                        row.getObject("starts", LocalDate.class),
                        row.getObject("until", LocalDate.class),
                        row.getObject("pay_by", LocalDate.class),
                        List.of((String[]) array(row, "categories")),
                        List.of((String[]) array(row, "groups")),
                        List.of((String[]) array(row, "zones")),
                        readFunders(row),
                        readCeilings(row)),
                row.getObject("closed_through", LocalDate.class),
                row.getInt("version"));
    }

    private static List<Funder> readFunders(ResultSet row) throws SQLException {
        var names = (String[]) array(row, "funders");
        var english = (String[]) array(row, "funders_english");
        var points = (Integer[]) array(row, "points");
        var funders = new ArrayList<Funder>();
        for (int i = 0; i < names.length; i++) {
            funders.add(new Funder(names[i], english[i], points[i]));
        }
        return funders;
    }

    private static List<Ceiling> readCeilings(ResultSet row) throws SQLException {
        var kinds = (String[]) array(row, "kinds");
        var whoms = (String[]) array(row, "whoms");
        var amounts = (BigDecimal[]) array(row, "amounts");
        var ceilings = new ArrayList<Ceiling>();
        for (int i = 0; i < kinds.length; i++) {
            ceilings.add(new Ceiling(Ceiling.Kind.of(kinds[i]), whoms[i], new Money(amounts[i])));
        }
        return ceilings;
    }

    private static Object array(ResultSet row, String column) throws SQLException {
        return row.getArray(column).getArray();
    }
}
