package org.opensocialnet.safeguards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.safeguards.LegalRequest.Asked;
import org.opensocialnet.safeguards.LegalRequest.Decision;
import org.opensocialnet.safeguards.LegalRequest.Kind;
import org.opensocialnet.safeguards.LegalRequest.State;
import org.opensocialnet.safeguards.LegalRequest.Verdict;
import org.opensocialnet.workspace.Items;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The cases of legal requests, as far as the sight of whoever asks goes. */
@Repository
@Transactional
class LegalRequests {

    static final int PAGE = 25;

    private static final String COLUMNS = """
            id, organization, kind, authority, reference, asks, legal_basis, received_on, due_on,
            recorded_by, recorded_at, state, answer
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    LegalRequests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    UUID add(UUID member, Asked asked) {
        var id = Uuid7.next();
        jdbc.sql("""
                insert into safeguards.legal_request
                       (id, organization, kind, authority, reference, asks, legal_basis, received_on, due_on,
                        recorded_by, recorded_at, state)
                values (:id, :organization, :kind, :authority, :reference, :asks, :basis, :received, :due,
                        :member, :now, 'open')
                """)
                .param("id", id)
                .param("organization", asked.organization())
                .param("kind", Items.code(asked.kind()))
                .param("authority", asked.authority())
                .param("reference", asked.reference())
                .param("asks", asked.asks())
                .param("basis", asked.legalBasis())
                .param("received", asked.receivedOn())
                .param("due", asked.dueOn())
                .param("member", member)
                .param("now", now())
                .update();
        return id;
    }

    Optional<LegalRequest> find(UUID id) {
        return read(id, "");
    }

    /** The same, held until the transaction ends, so that two who decide at once decide one after the other. */
    Optional<LegalRequest> hold(UUID id) {
        return read(id, "for update");
    }

    private Optional<LegalRequest> read(UUID id, String held) {
        return jdbc.sql("select %s from safeguards.legal_request where id = :id %s".formatted(COLUMNS, held))
                .param("id", id)
                .query((row, _) -> request(row, decisions(id)))
                .optional();
    }

    /** The newest first, beginning after one that was shown; without their decisions. */
    List<LegalRequest> page(@Nullable UUID after) {
        return jdbc.sql("""
                select %s
                from safeguards.legal_request
                where (:after::uuid is null or id < :after::uuid)
                order by recorded_at desc, id desc
                limit :most
                """.formatted(COLUMNS))
                .param("after", after)
                .param("most", PAGE + 1)
                .query((row, _) -> request(row, List.of()))
                .list();
    }

    /** Those still open that this member has not decided yet. */
    int waitingFor(UUID member) {
        return jdbc.sql("""
                select count(*)
                from safeguards.legal_request r
                where r.state = 'open'
                  and not exists (select from safeguards.legal_decision d
                                  where d.request = r.id and d.member = :member)
                """).param("member", member).query(Integer.class).single();
    }

    void decide(UUID request, Decision decision) {
        jdbc.sql("""
                insert into safeguards.legal_decision (id, request, member, role, verdict, grounds, decided_at)
                values (:id, :request, :member, :role, :verdict, :grounds, :now)
                """)
                .param("id", Uuid7.next())
                .param("request", request)
                .param("member", decision.member())
                .param("role", decision.role())
                .param("verdict", Items.code(decision.verdict()))
                .param("grounds", decision.grounds())
                .param("now", decision.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    void become(UUID request, State state) {
        jdbc.sql("update safeguards.legal_request set state = :state where id = :request")
                .param("state", Items.code(state))
                .param("request", request)
                .update();
    }

    void answer(UUID request, UUID member, String words) {
        jdbc.sql("""
                update safeguards.legal_request
                set state = 'answered', answer = :words, answered_by = :member, answered_at = :now
                where id = :request
                """)
                .param("words", words)
                .param("member", member)
                .param("now", now())
                .param("request", request)
                .update();
    }

    private List<Decision> decisions(UUID request) {
        return jdbc.sql("""
                select member, role, verdict, grounds, decided_at
                from safeguards.legal_decision
                where request = :request
                order by decided_at, id
                """)
                .param("request", request)
                .query((row, _) -> new Decision(
                        row.getObject("member", UUID.class),
                        row.getString("role"),
                        Verdict.valueOf(constant(row.getString("verdict"))),
                        row.getString("grounds"),
                        row.getTimestamp("decided_at").toInstant()))
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static LegalRequest request(ResultSet row, List<Decision> decisions) throws SQLException {
        return new LegalRequest(
                row.getObject("id", UUID.class),
                new Asked(
                        row.getObject("organization", UUID.class),
                        Kind.valueOf(constant(row.getString("kind"))),
                        row.getString("authority"),
                        row.getString("reference"),
                        row.getString("asks"),
                        row.getString("legal_basis"),
                        row.getObject("received_on", LocalDate.class),
                        row.getObject("due_on", LocalDate.class)),
                row.getObject("recorded_by", UUID.class),
                row.getTimestamp("recorded_at").toInstant(),
                State.valueOf(constant(row.getString("state"))),
                row.getString("answer"),
                decisions);
    }

    private static String constant(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
