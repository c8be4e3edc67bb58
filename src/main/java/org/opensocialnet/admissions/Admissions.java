package org.opensocialnet.admissions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.admissions.Admission.State;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.parcels.Sheet;
import org.opensocialnet.people.Quality;
import org.opensocialnet.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The book of lists: each step of one is a statement that says from which state it leads. */
@Component
@Transactional
class Admissions {

    static final String HEAD = "admission-head";
    static final int PAGE = 20;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Lines lines;
    private final Trail trail;
    private final Clock clock;

    Admissions(JdbcClient jdbc, Vault vault, Lines lines, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.lines = lines;
        this.trail = trail;
        this.clock = clock;
    }

    /** Keeps a list; of the file itself nothing stays. */
    UUID receive(UUID organization, UUID member, String file, Sheet sheet) {
        var id = Uuid7.next();
        var head = new ArrayList<String>();
        head.add(file);
        head.addAll(sheet.headings());
        jdbc.sql("""
                insert into admissions.admission (id, organization, member, state, sealed, sent_at)
                values (:id, :organization, :member, 'received', :sealed, :now)
                """)
                .param("id", id)
                .param("organization", organization)
                .param("member", member)
                .param("sealed", vault.seal(id, HEAD, JsonMapper.shared().writeValueAsString(head)))
                .param("now", now())
                .update();
        lines.keep(id, organization, sheet.rows());
        trail.note(Act.on("admissions.list.received", "admission", id));
        return id;
    }

    @Transactional(readOnly = true)
    public Admission one(UUID id) {
        return find(id).orElseThrow(() -> Refusal.notFound("admissions.unknown"));
    }

    @Transactional(readOnly = true)
    public Optional<Admission> find(UUID id) {
        return jdbc.sql("select * from admissions.admission where id = :id")
                .param("id", id)
                .query((row, _) -> admission(row))
                .optional();
    }

    /** One page and the first of the next, the newest first. */
    @Transactional(readOnly = true)
    public List<Admission> page(UUID organization, int page) {
        return jdbc.sql("""
                select * from admissions.admission
                where organization = :organization
                order by sent_at desc, id desc
                limit :size offset :offset
                """)
                .param("organization", organization)
                .param("size", PAGE + 1)
                .param("offset", Math.max(0, page - 1) * (long) PAGE)
                .query((row, _) -> admission(row))
                .list();
    }

    /** How many wait for somebody to go on with them. */
    @Transactional(readOnly = true)
    public int waiting(UUID organization) {
        return jdbc.sql("""
                select count(*) from admissions.admission
                where organization = :organization and state in ('received', 'checked') and shredded_at is null
                """)
                .param("organization", organization)
                .query(Integer.class)
                .single();
    }

    /** What each column is; all that was found and decided before is forgotten. */
    void named(UUID id, List<String> meanings, Quality quality) {
        step(jdbc.sql("""
                update admissions.admission set meanings = :meanings, quality = :quality, state = 'received'
                where id = :id and state in ('received', 'checked') and shredded_at is null
                """)
                .param("meanings", meanings.toArray(String[]::new))
                .param("quality", quality.name().toLowerCase(Locale.ROOT))
                .param("id", id)
                .update());
        lines.forgetFindings(id);
    }

    void checked(UUID id) {
        step(jdbc.sql("update admissions.admission set state = 'checked' where id = :id and state = 'received'")
                .param("id", id)
                .update());
    }

    /** All its rows are done; what stood in it goes with this. */
    void applied(UUID id) {
        step(jdbc.sql("""
                update admissions.admission set state = 'applied', applied_at = :now
                where id = :id and state = 'checked'
                """).param("now", now()).param("id", id).update());
        shred(id);
        trail.note(Act.on("admissions.list.applied", "admission", id));
    }

    void undone(UUID id) {
        step(jdbc.sql("""
                update admissions.admission set state = 'undone', undone_at = :now
                where id = :id and state = 'applied'
                """).param("now", now()).param("id", id).update());
        trail.note(Act.on("admissions.list.undone", "admission", id));
    }

    void dropped(UUID id) {
        step(jdbc.sql("""
                update admissions.admission set state = 'dropped'
                where id = :id and state in ('received', 'checked')
                """).param("id", id).update());
        shred(id);
        trail.note(Act.on("admissions.list.dropped", "admission", id));
    }

    /** What stood in it is gone; what became of its rows stays for a while. */
    void shred(UUID id) {
        jdbc.sql("""
                update admissions.admission set sealed = null, shredded_at = :now
                where id = :id and shredded_at is null
                """).param("now", now()).param("id", id).update();
        lines.shred(id);
    }

    private static void step(int rows) {
        if (rows == 0) {
            throw Refusal.conflict("admissions.moved-on");
        }
    }

    private Admission admission(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var sealed = row.getBytes("sealed");
        var head = sealed == null
                ? List.of("")
                : Arrays.asList(JsonMapper.shared().readValue(vault.open(id, HEAD, sealed), String[].class));
        return new Admission(
                id,
                row.getObject("organization", UUID.class),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                head.getFirst(),
                List.copyOf(head.subList(1, head.size())),
                Arrays.asList((String[]) row.getArray("meanings").getArray()),
                Quality.valueOf(row.getString("quality").toUpperCase(Locale.ROOT)),
                Objects.requireNonNull(row.getObject("sent_at", OffsetDateTime.class)),
                row.getObject("applied_at", OffsetDateTime.class),
                row.getObject("undone_at", OffsetDateTime.class),
                row.getObject("shredded_at", OffsetDateTime.class),
                row.getObject("forgotten_at", OffsetDateTime.class));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
