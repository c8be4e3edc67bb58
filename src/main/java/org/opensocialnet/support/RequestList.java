package org.opensocialnet.support;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of requests, as whoever looks may see them; the latest change first. */
@Component
@Transactional(readOnly = true)
class RequestList {

    /** The states that belong together in the list, by the word of the address. */
    static final Map<String, List<String>> SHOWN = Map.of(
            "waiting", List.of("Submitted", "Appealed", "Accepted"),
            "back", List.of("Returned"),
            "draft", List.of("Draft"),
            "call", List.of("Open", "PartlyCovered"),
            "coming", List.of("Covered", "InDelivery", "PartlyDelivered", "Delivered", "Confirmed"),
            "over", List.of("Closed", "Refused", "Withdrawn"));

    /** The word for what stands still at any point of its way. */
    static final String STALLED = "stalled";

    private final JdbcClient jdbc;
    private final Yardstick yardstick;

    RequestList(JdbcClient jdbc, Yardstick yardstick) {
        this.jdbc = jdbc;
        this.yardstick = yardstick;
    }

    /**
     * Which requests.
     *
     * @param organization whose alone; none for all that may be seen
     * @param shown a word of {@link #SHOWN}; empty for all
     * @param type of a line's kind of service; empty for all
     * @param typed words of the title, or a number
     * @param after the last one of the page before
     */
    record Wanted(
            @Nullable UUID organization,
            String shown,
            String type,
            String typed,
            @Nullable Key after) {

        boolean narrowed() {
            return !shown.isEmpty() || !type.isEmpty() || !typed.isEmpty();
        }
    }

    /** Where a page ends. */
    record Key(Instant changedAt, UUID id) {}

    /** One line of the list; covered: how many of its lines are. */
    record Row(
            UUID id,
            int number,
            String title,
            String asker,
            @Nullable UUID organization,
            String status,
            @Nullable LocalDate neededBy,
            OffsetDateTime changedAt,
            int lines,
            int covered) {

        Key key() {
            return new Key(changedAt.toInstant(), id);
        }
    }

    List<Row> page(Wanted wanted, int atMost) {
        var parameters = new HashMap<String, @Nullable Object>();
        var only = new StringBuilder();
        if (wanted.organization() != null) {
            only.append(" and r.organization = :organization");
            parameters.put("organization", wanted.organization());
        }
        var states = SHOWN.get(wanted.shown());
        if (states != null) {
            only.append(" and r.status = any (:states)");
            parameters.put("states", states.toArray(String[]::new));
        }
        if (wanted.shown().equals(STALLED)) {
            only.append(" and (r.status = any ('{Submitted,Appealed,Accepted}') and r.changed_at < :decided")
                    .append(" or r.status = any ('{Open,PartlyCovered}') and r.changed_at < :covered")
                    .append(" or support.is_call(r.status) and r.id in (select c.request from support.cover c")
                    .append(" where c.going > c.delivered and c.changed_at < :going")
                    .append(" or c.delivered > c.confirmed and c.changed_at < :confirmed))");
            patience(parameters);
        }
        if (!wanted.type().isEmpty()) {
            only.append(" and exists (select from support.line l where l.request = r.id and l.service_type = :type)");
            parameters.put("type", wanted.type());
        }
        typed(wanted.typed(), only, parameters);
        if (wanted.after() != null) {
            only.append(" and (r.changed_at, r.id) < (:afterAt, :afterId)");
            parameters.put("afterAt", wanted.after().changedAt().atOffset(ZoneOffset.UTC));
            parameters.put("afterId", wanted.after().id());
        }
        return jdbc.sql("""
                select r.id, r.number, r.title, r.asker, r.organization, r.status, r.needed_by, r.changed_at,
                       c.lines, c.covered
                from (select * from support.request r where true %s order by r.changed_at desc, r.id desc limit :most) r
                cross join lateral (
                    select count(*)::int as lines, count(*) filter (where l.covered >= l.quantity)::int as covered
                    from support.line l where l.request = r.id
                ) c
                order by r.changed_at desc, r.id desc
                """.formatted(only))
                .params(parameters)
                .param("most", atMost)
                .query(Rows.of(Row.class))
                .list();
    }

    /** Each word that was typed begins a word of the title; a number alone is the request's own. */
    private static void typed(String typed, StringBuilder only, Map<String, @Nullable Object> parameters) {
        if (typed.matches("\\d{1,9}")) {
            only.append(" and r.number = :number");
            parameters.put("number", Integer.valueOf(typed));
            return;
        }
        int at = 0;
        for (var word : Requests.words(typed)) {
            only.append(" and r.id in (select w.request from support.word w")
                    .append(" where w.word >= :word%1$d and w.word < :beyond%1$d)".formatted(at));
            parameters.put("word" + at, word);
            parameters.put("beyond" + at, word + '\uffff');
            if (++at == 5) {
                return;
            }
        }
        if (at == 0 && !typed.isBlank()) {
            only.append(" and false");
        }
    }

    /** What waits, for the first page of the desk: how many, and since when the oldest. */
    record Waiting(int requests, @Nullable OffsetDateTime since) {

        boolean any() {
            return requests > 0;
        }
    }

    /** How many stand still: nobody decided, nobody covers, on its way too long, handed over and not confirmed. */
    record Stalled(int undecided, int uncovered, int going, int unconfirmed) {

        boolean any() {
            return undecided + uncovered + going + unconfirmed > 0;
        }
    }

    /** Of one organisation, or of all that may be seen. */
    Stalled stalled(@Nullable UUID organization) {
        var parameters = new HashMap<String, @Nullable Object>();
        patience(parameters);
        return jdbc.sql("""
                select (select count(*) from support.request r
                        where r.status = any ('{Submitted,Appealed,Accepted}') and r.changed_at < :decided
                          and (:organization::uuid is null or r.organization = :organization))::int as undecided,
                       (select count(*) from support.request r
                        where r.status = any ('{Open,PartlyCovered}') and r.changed_at < :covered
                          and (:organization::uuid is null or r.organization = :organization))::int as uncovered,
                       (select count(distinct c.request) from support.cover c
                        join support.request r on r.id = c.request
                        where c.going > c.delivered and c.changed_at < :going and support.is_call(r.status)
                          and (:organization::uuid is null or r.organization = :organization))::int as going,
                       (select count(distinct c.request) from support.cover c
                        join support.request r on r.id = c.request
                        where c.delivered > c.confirmed and c.changed_at < :confirmed and support.is_call(r.status)
                          and (:organization::uuid is null or r.organization = :organization))::int as unconfirmed
                """)
                .params(parameters)
                .param("organization", organization, Types.OTHER)
                .query(Rows.of(Stalled.class))
                .single();
    }

    private void patience(Map<String, @Nullable Object> parameters) {
        var since = yardstick.patience();
        parameters.put("decided", since.decided());
        parameters.put("covered", since.covered());
        parameters.put("going", since.going());
        parameters.put("confirmed", since.confirmed());
    }

    Waiting waiting(@Nullable UUID organization, List<String> states, @Nullable LocalDate neededBefore) {
        return jdbc.sql("""
                select count(*)::int as requests, min(changed_at) as since
                from support.request
                where status = any (:states)
                  and (:organization::uuid is null or organization = :organization)
                  and (:before::date is null or needed_by < :before)
                """)
                .param("states", states.toArray(String[]::new))
                .param("organization", organization, Types.OTHER)
                .param("before", neededBefore, Types.DATE)
                .query(Rows.of(Waiting.class))
                .single();
    }
}
