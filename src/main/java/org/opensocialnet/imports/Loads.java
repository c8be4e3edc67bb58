package org.opensocialnet.imports;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.database.Rows;
import org.opensocialnet.imports.Load.State;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.parcels.FileRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The book of files that were sent: each step of one is a statement that says from which state it leads. */
@Component
@Transactional
class Loads {

    static final int PAGE = 20;

    private static final String SELECT = """
            select id, source, source_name, file_name, bytes, everything, state, member_name, sent_at, run, print, stale,
                   problems, refused_why, refused_file, array_to_string(refused_with, chr(31)) as refused_with,
                   applied_at, applied_by, undone_at, undone_by, file_gone_at, details_gone_at
            from imports.load
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Loads(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What somebody wants to bring in. */
    record Sent(String source, String sourceName, String fileName, long bytes, boolean everything) {}

    @Transactional(readOnly = true)
    public Load one(UUID id) {
        return find(id).orElseThrow(() -> Refusal.notFound("imports.load.unknown"));
    }

    @Transactional(readOnly = true)
    public Optional<Load> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(Rows.of(Load.class))
                .optional();
    }

    /** The last import of a source that is in the directory. */
    @Transactional(readOnly = true)
    public Optional<UUID> applied(String source) {
        return jdbc.sql("""
                        select id from imports.load
                        where source = :source and state = 'APPLIED'
                        order by applied_at desc
                        limit 1
                        """).param("source", source).query(UUID.class).optional();
    }

    /** One page and the first of the next, the newest first. */
    @Transactional(readOnly = true)
    public List<Load> page(int page) {
        return jdbc.sql(SELECT + "order by sent_at desc, id desc limit :size offset :offset")
                .param("size", PAGE + 1)
                .param("offset", Math.max(0, page - 1) * (long) PAGE)
                .query(Rows.of(Load.class))
                .list();
    }

    /** How many were compared and wait for a decision. */
    @Transactional(readOnly = true)
    public long waiting() {
        return jdbc.sql("select count(*) from imports.load where state = 'CHECKED'")
                .query(Long.class)
                .single();
    }

    public UUID receive(SignedIn me, Sent sent) {
        var id = Uuid7.next();
        jdbc.sql("""
                        insert into imports.load (
                            id, source, source_name, file_name, bytes, everything, state, member, member_name, sent_at)
                        values (:id, :source, :name, :file, :bytes, :everything, 'RECEIVED', :member, :by, :now)
                        """)
                .param("id", id)
                .param("source", sent.source())
                .param("name", sent.sourceName())
                .param("file", sent.fileName())
                .param("bytes", sent.bytes())
                .param("everything", sent.everything())
                .param("member", me.member())
                .param("by", me.name())
                .param("now", now())
                .update();
        return id;
    }

    /** The comparison is there; what an earlier one found is forgotten. */
    void checked(UUID id, UUID run, String print, long problems) {
        step(jdbc.sql("""
                        update imports.load
                        set state = 'CHECKED', run = :run, print = :print, problems = :problems, stale = false
                        where id = :id and state in ('RECEIVED', 'CHECKED')
                        """)
                .param("id", id)
                .param("run", run)
                .param("print", print)
                .param("problems", problems)
                .update());
        forget(id, run);
    }

    void refused(UUID id, FileRefused why) {
        step(jdbc.sql("""
                        update imports.load
                        set state = 'REFUSED', refused_why = :why, refused_file = :file, refused_with = :with,
                            file_gone_at = :now
                        where id = :id and state in ('RECEIVED', 'CHECKED')
                        """)
                .param("id", id)
                .param("why", why.why().name())
                .param("file", why.file())
                .param("with", why.arguments().stream().map(String::valueOf).toArray(String[]::new))
                .param("now", now())
                .update());
    }

    void stale(UUID id) {
        jdbc.sql("update imports.load set stale = true where id = :id and state = 'CHECKED'")
                .param("id", id)
                .update();
    }

    void applied(UUID id) {
        step(jdbc.sql(
                        "update imports.load set state = 'APPLIED', applied_at = :now where id = :id and state = 'CHECKED'")
                .param("id", id)
                .param("now", now())
                .update());
    }

    void undone(UUID id) {
        step(jdbc.sql("update imports.load set state = 'UNDONE', undone_at = :now where id = :id and state = 'APPLIED'")
                .param("id", id)
                .param("now", now())
                .update());
    }

    /** Who is about to bring it in, or to take it back, by the name colleagues know. */
    void decided(UUID id, SignedIn me, boolean undo) {
        jdbc.sql(
                        undo
                                ? "update imports.load set undone_by = :by where id = :id"
                                : "update imports.load set applied_by = :by where id = :id")
                .param("by", me.name())
                .param("id", id)
                .update();
    }

    void dropped(UUID id) {
        step(jdbc.sql("""
                        update imports.load set state = 'DROPPED', file_gone_at = coalesce(file_gone_at, :now),
                            details_gone_at = :now
                        where id = :id and state in ('RECEIVED', 'CHECKED')
                        """).param("id", id).param("now", now()).update());
    }

    /** What was found by other comparisons of the same file, of which some were given up in the middle. */
    private void forget(UUID id, UUID except) {
        for (var table : List.of("counted", "record", "difference", "problem")) {
            jdbc.sql("delete from imports.%s where load = :id and run <> :run".formatted(table))
                    .param("id", id)
                    .param("run", except)
                    .update();
        }
    }

    private static void step(int changed) {
        if (changed == 0) {
            throw Refusal.conflict("imports.load.moved-on");
        }
    }

    boolean may(Load load, State... from) {
        return List.of(from).contains(load.state());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
