package org.opensocialnet.deliveries;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.deliveries.Handover.Answer;
import org.opensocialnet.deliveries.Handover.Part;
import org.opensocialnet.deliveries.Handover.State;
import org.opensocialnet.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads deliveries and their hand-overs, as whoever looks may see them. */
@Component
@Transactional(readOnly = true)
class DeliveryBook {

    private static final String HANDOVER = """
            select h.id, h.delivery, d.number, h.request, d.title, h.organization, h.receiver, h.place, h.place_words, d.planned,
                   d.brings, d.carrier, d.note, h.state, h.went_at, h.handed_at, h.answered_at, h.answer, h.words, h.signed_by,
                   h.signature, h.forgotten
            from deliveries.handover h
            join deliveries.delivery d on d.id = h.delivery
            """;

    private final JdbcClient jdbc;

    DeliveryBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Handover> find(UUID id) {
        return whole(jdbc.sql(HANDOVER + " where h.id = :id")
                        .param("id", id)
                        .query((row, _) -> bare(row))
                        .list())
                .stream()
                .findFirst();
    }

    public Handover get(UUID id) {
        return find(id).orElseThrow(() -> Refusal.notFound("deliveries.unknown"));
    }

    /** Nobody else changes it until the transaction ends. */
    @Transactional
    public Handover locked(UUID id) {
        jdbc.sql("select id from deliveries.handover where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("deliveries.unknown"));
        return get(id);
    }

    public Optional<UUID> plannedWith(UUID form) {
        return jdbc.sql("select id from deliveries.delivery where form = :form")
                .param("form", form)
                .query(UUID.class)
                .optional();
    }

    /** Whose delivery it is, none inside for the team's. */
    public Optional<Optional<UUID>> giver(UUID delivery) {
        return jdbc.sql("select organization from deliveries.delivery where id = :id")
                .param("id", delivery)
                .query((row, _) -> Optional.ofNullable(row.getObject("organization", UUID.class)))
                .optional();
    }

    public List<Handover> ofDelivery(UUID delivery) {
        return whole(jdbc.sql(HANDOVER + " where h.delivery = :delivery order by h.id limit 100")
                .param("delivery", delivery)
                .query((row, _) -> bare(row))
                .list());
    }

    public List<Handover> ofRequest(UUID request) {
        return whole(jdbc.sql(HANDOVER + " where h.request = :request order by h.id limit 500")
                .param("request", request)
                .query((row, _) -> bare(row))
                .list());
    }

    /** The latest first; of one giver, or of all the eyes see. */
    public List<Handover> page(@Nullable UUID giver, @Nullable UUID after, int atMost) {
        return whole(jdbc.sql(HANDOVER + """
                where (:giver::uuid is null or h.organization = :giver) and (:after::uuid is null or h.id < :after)
                order by h.id desc
                limit :most
                """)
                .param("giver", giver, Types.OTHER)
                .param("after", after, Types.OTHER)
                .param("most", atMost)
                .query((row, _) -> bare(row))
                .list());
    }

    /** What comes to an organisation: what waits for its word first, the latest first. */
    public List<Handover> coming(UUID receiver, @Nullable UUID after, int atMost) {
        return whole(jdbc.sql(HANDOVER + """
                where h.receiver = :receiver and h.state <> 'planned' and (:after::uuid is null or h.id < :after)
                order by h.id desc
                limit :most
                """)
                .param("receiver", receiver)
                .param("after", after, Types.OTHER)
                .param("most", atMost)
                .query((row, _) -> bare(row))
                .list());
    }

    /** What is to be brought up to a day, in the order of days and places. */
    public List<Handover> toBring(@Nullable UUID giver, LocalDate from, LocalDate to) {
        return whole(jdbc.sql(HANDOVER + """
                where (:giver::uuid is null or h.organization = :giver) and h.state in ('planned', 'underway')
                  and d.planned between :from and :to
                order by d.planned, h.receiver nulls last, h.place nulls last, h.id
                limit 500
                """)
                .param("giver", giver, Types.OTHER)
                .param("from", from)
                .param("to", to)
                .query((row, _) -> bare(row))
                .list());
    }

    /** How many wait for what, as whoever looks may see them. */
    record Waiting(int late, int unanswered, int unclear) {}

    public Waiting waiting(@Nullable UUID giver, LocalDate today, OffsetDateTime handedBefore) {
        return jdbc.sql("""
                select (select count(*)::int from deliveries.handover h
                        join deliveries.delivery d on d.id = h.delivery
                        where h.state = 'planned' and d.planned <= :today
                          and (:giver::uuid is null or h.organization = :giver)) as late,
                       (select count(*)::int from deliveries.handover h
                        where h.state = 'handed' and h.handed_at < :before
                          and (:giver::uuid is null or h.organization = :giver)) as unanswered,
                       (select count(*)::int from deliveries.handover h
                        where h.unclear and (:giver::uuid is null or h.organization = :giver)) as unclear
                """)
                .param("giver", giver, Types.OTHER)
                .param("today", today)
                .param("before", handedBefore)
                .query((row, _) -> new Waiting(row.getInt("late"), row.getInt("unanswered"), row.getInt("unclear")))
                .single();
    }

    public int toConfirm(UUID receiver) {
        return jdbc.sql("""
                select count(*)::int from deliveries.handover where receiver = :receiver and state in ('underway', 'handed')
                """).param("receiver", receiver).query(Integer.class).single();
    }

    /** What came back, in words, the oldest first. */
    public List<String> comebacks(UUID handover) {
        return jdbc.sql("select why from deliveries.comeback where handover = :handover order by id limit 50")
                .param("handover", handover)
                .query((row, _) -> row.getString("why"))
                .list();
    }

    private List<Handover> whole(List<Handover> bare) {
        var parts = new HashMap<UUID, List<Part>>();
        jdbc.sql("""
                select handover, id, cover, line, what, kind, unit, quantity, handed, confirmed, returned
                from deliveries.part where handover = any (:handovers)
                order by id
                """)
                .param("handovers", bare.stream().map(Handover::id).toArray(UUID[]::new))
                .query((row, _) -> Map.entry(row.getObject("handover", UUID.class), part(row)))
                .list()
                .forEach(each -> parts.computeIfAbsent(each.getKey(), _ -> new ArrayList<>())
                        .add(each.getValue()));
        return bare.stream()
                .map(one -> with(one, parts.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(
                row.getObject("id", UUID.class),
                row.getObject("cover", UUID.class),
                row.getObject("line", UUID.class),
                row.getString("what"),
                row.getString("kind"),
                row.getString("unit"),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("handed"),
                row.getBigDecimal("confirmed"),
                row.getBigDecimal("returned"));
    }

    private static Handover with(Handover one, List<Part> parts) {
        return new Handover(
                one.id(),
                one.delivery(),
                one.number(),
                one.request(),
                one.title(),
                one.organization(),
                one.receiver(),
                one.place(),
                one.placeWords(),
                one.planned(),
                one.brings(),
                one.carrier(),
                one.note(),
                one.state(),
                one.wentAt(),
                one.handedAt(),
                one.answeredAt(),
                one.answer(),
                one.words(),
                one.signedBy(),
                one.signature(),
                one.forgotten(),
                List.copyOf(parts));
    }

    private static Handover bare(ResultSet row) throws SQLException {
        var answer = row.getString("answer");
        return new Handover(
                row.getObject("id", UUID.class),
                row.getObject("delivery", UUID.class),
                row.getInt("number"),
                row.getObject("request", UUID.class),
                row.getString("title"),
                row.getObject("organization", UUID.class),
                row.getObject("receiver", UUID.class),
                row.getObject("place", UUID.class),
                row.getString("place_words"),
                row.getObject("planned", LocalDate.class),
                row.getString("brings"),
                row.getString("carrier"),
                row.getString("note"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("went_at", OffsetDateTime.class),
                row.getObject("handed_at", OffsetDateTime.class),
                row.getObject("answered_at", OffsetDateTime.class),
                answer == null ? null : Answer.valueOf(answer.toUpperCase(Locale.ROOT)),
                row.getString("words"),
                row.getString("signed_by"),
                row.getString("signature"),
                row.getBoolean("forgotten"),
                List.of());
    }
}
