package org.opensocialnet.support;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Sight;
import org.opensocialnet.database.Sight.Reach;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.support.RequestList.Key;
import org.opensocialnet.support.RequestList.Row;
import org.opensocialnet.support.RequestList.Wanted;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What the benchmark does with requests: writes many, and reads the pages of their list as the team and an organisation. */
public final class SupportWork {

    private static final int PAGE = 26;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final RequestList list;

    public SupportWork(ConfigurableApplicationContext program) {
        jdbc = program.getBean(JdbcClient.class);
        transactions = program.getBean(TransactionOperations.class);
        list = program.getBean(RequestList.class);
    }

    /** Requests of 200 organisations in all states, two lines each, and covers of what is covered. */
    public void fill(int requests) {
        Sight.job("bench").run(() -> transactions.executeWithoutResult(_ -> {
            jdbc.sql("""
                    insert into support.request (id, form, asker, organization, title, state, made_at, changed_at, needed_by)
                    select uuidv7(), gen_random_uuid(), 'organization', md5('o' || i % 200)::uuid,
                           (array['Υπνόσακοι', 'Κουβέρτες', 'Δέματα τροφίμων', 'Διερμηνεία', 'Μεταφορά'])[1 + i % 5] || ' ' || i,
                           jsonb_build_object('is', (array['Submitted', 'Accepted', 'Open', 'PartlyCovered', 'Covered',
                               'Delivered', 'Confirmed', 'Closed', 'Closed', 'Closed'])[1 + i % 10], 'words', ''),
                           now() - i * interval '10 minutes', now() - i * interval '10 minutes', current_date + i % 60
                    from generate_series(1, :requests) i
                    """).param("requests", requests).update();
            jdbc.sql("""
                    insert into support.line (id, request, kind, what, quantity, unit, people, service_type, target_group, zone)
                    select uuidv7(), r.id, 'goods', 'Υπνόσακος', 10, 'item', 10,
                           (array['night-shelter', 'clothing', 'food-parcels'])[1 + r.number % 3], '', ''
                    from support.request r, generate_series(1, 2)
                    """).update();
            jdbc.sql("""
                    insert into support.cover (id, line, request, source, reference, organization, named, quantity, going,
                                               delivered, confirmed, made_at, changed_at)
                    select uuidv7(), l.id, l.request, 'pledge', gen_random_uuid(), md5('o' || r.number % 150)::uuid, true, 10,
                           10, case when r.status = 'Covered' then 0 else 10 end,
                           case when r.status in ('Confirmed', 'Closed') then 10 else 0 end, r.made_at, r.changed_at
                    from support.line l join support.request r on r.id = l.request
                    where r.status in ('Covered', 'Delivered', 'Confirmed', 'Closed')
                    """).update();
            jdbc.sql("""
                    update support.line l
                    set covered = c.quantity, going = c.going, delivered = c.delivered, confirmed = c.confirmed
                    from support.cover c where c.line = l.id
                    """).update();
            jdbc.sql("""
                    insert into support.word (word, request)
                    select distinct (array['υπνοσακοι', 'κουβερτεσ', 'δεματα', 'διερμηνεια', 'μεταφορα'])[1 + r.number % 5], r.id
                    from support.request r
                    on conflict do nothing
                    """).update();
        }));
        Sight.job("bench").run(() -> transactions.executeWithoutResult(_ -> jdbc.sql("analyze").update()));
    }

    /** Milliseconds for the first page the team asks for. */
    public double team(String shown, String type, String typed) {
        return time(null, new Wanted(null, shown, type, typed, null));
    }

    /** For what stands still, as the desk counts it among the team's tasks. */
    public double tasks() {
        var team = new Sight(Uuid7.next(), null, "coordinator", Reach.NETWORK, "desk", "here");
        long before = System.nanoTime();
        var stalled = team.call(() -> transactions.execute(_ -> list.stalled(null)));
        if (stalled == null || !stalled.any()) {
            throw new IllegalStateException("nothing stands still in the benchmark's list");
        }
        return (System.nanoTime() - before) / 1e6;
    }

    /** For a page far down. */
    public double deep(int requests) {
        return time(null, new Wanted(null, "", "", "", new Key(
                Instant.now().minusSeconds(600L * requests / 2), Uuid7.next())));
    }

    /** For the first page of one organisation. */
    public double own(int which) {
        var organization = transactions.execute(_ -> jdbc.sql("select md5('o' || :which)::uuid")
                .param("which", which)
                .query(UUID.class)
                .single());
        return time(organization, new Wanted(organization, "", "", "", null));
    }

    private double time(@Nullable UUID organization, Wanted wanted) {
        var sight = new Sight(
                Uuid7.next(),
                organization,
                organization == null ? "coordinator" : "caseworker",
                organization == null ? Reach.NETWORK : Reach.ORGANIZATION,
                "desk",
                "here");
        long before = System.nanoTime();
        List<Row> rows = sight.call(() -> list.page(wanted, PAGE));
        if (rows.isEmpty()) {
            throw new IllegalStateException("the benchmark's list is empty");
        }
        return (System.nanoTime() - before) / 1e6;
    }
}
