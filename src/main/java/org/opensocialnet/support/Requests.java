package org.opensocialnet.support;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.SearchText;
import org.opensocialnet.support.Request.Gap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Where requests lie; who changes one is alone with it until the transaction ends. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Requests {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String REQUEST = """
            select r.id, r.number, r.version, r.asker, r.organization, p.person, r.title, coalesce(s.text, '') as story,
                   r.state, r.from_type, r.from_group, r.from_zone, r.changed_at
            from support.request r
            left join support.story s on s.request = r.id
            left join support.person p on p.request = r.id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Requests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Requests at(Clock then) {
        return new Requests(jdbc, then);
    }

    void removeInvented() {
        jdbc.sql("delete from support.request where invented").update();
    }

    Optional<Request> find(UUID id) {
        return jdbc.sql(REQUEST + " where r.id = :id")
                .param("id", id)
                .query((row, _) -> request(row))
                .optional();
    }

    Request get(UUID id) {
        return find(id).orElseThrow(() -> Refusal.notFound("support.unknown"));
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Request locked(UUID id) {
        jdbc.sql("select id from support.request where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("support.unknown"));
        return get(id);
    }

    /** The same for whoever covers: nobody else's request could be locked with the own eyes. */
    Request lockedByAnybody(UUID id) {
        jdbc.sql("select support.lock(:id)").param("id", id).query((_, _) -> "").list();
        return get(id);
    }

    Optional<UUID> begunWith(UUID form) {
        return jdbc.sql("select id from support.request where form = :form")
                .param("form", form)
                .query(UUID.class)
                .optional();
    }

    /** Not where a request was begun with that form before. */
    boolean begin(Request request, UUID form, boolean invented) {
        var asker = request.asker();
        var from = request.from();
        int begun = jdbc.sql("""
                insert into support.request (id, form, asker, organization, title, state, from_type, from_group, from_zone,
                                             made_at, changed_at, invented)
                values (:id, :form, :asker, :organization, :title, :state::jsonb, :type, :group, :zone, :now, :now, :invented)
                on conflict (form) do nothing
                """)
                .param("id", request.id())
                .param("form", form)
                .param("asker", asker.code())
                .param("organization", asker.organization(), Types.OTHER)
                .param("title", request.title())
                .param("state", JSON.writerFor(State.class).writeValueAsString(request.state()))
                .param("type", from == null ? null : from.serviceType(), Types.VARCHAR)
                .param("group", from == null ? null : from.group(), Types.VARCHAR)
                .param("zone", from == null ? null : from.zone(), Types.VARCHAR)
                .param("now", now())
                .param("invented", invented)
                .update();
        if (begun == 0) {
            return false;
        }
        if (asker instanceof Asker.ForPerson(var organization, var person) && person != null) {
            jdbc.sql("insert into support.person (request, organization, person) values (:id, :organization, :person)")
                    .param("id", request.id())
                    .param("organization", organization)
                    .param("person", person.value())
                    .update();
        }
        tell(request);
        return true;
    }

    /** Writes what it is called and why. */
    void tell(Request request) {
        jdbc.sql("update support.request set title = :title where id = :id")
                .param("id", request.id())
                .param("title", request.title())
                .update();
        jdbc.sql("""
                insert into support.story (request, text) values (:id, :story)
                on conflict (request) do update set text = excluded.text
                """).param("id", request.id()).param("story", request.story()).update();
        jdbc.sql("delete from support.word where request = :id")
                .param("id", request.id())
                .update();
        jdbc.sql("insert into support.word (word, request) select w, :id from unnest(:words) w")
                .param("id", request.id())
                .param("words", words(request.title()).toArray(String[]::new))
                .update();
    }

    static Set<String> words(String text) {
        return SearchText.words(text).stream()
                .filter(word -> !word.filler())
                .map(SearchText.Word::plain)
                .collect(Collectors.toSet());
    }

    /** Writes its state as the next version. */
    Request write(Request request) {
        jdbc.sql("""
                update support.request
                set state = :state::jsonb, version = :version + 1, changed_at = :now,
                    needed_by = (select min(l.needed_by) from support.line l where l.request = :id)
                where id = :id and version = :version
                """)
                .param("id", request.id())
                .param("version", request.version())
                .param("state", JSON.writerFor(State.class).writeValueAsString(request.state()))
                .param("now", now())
                .update();
        return get(request.id());
    }

    /** Writes the state its lines were counted to, by whoever covers them. */
    Request count(Request request) {
        jdbc.sql("select support.count(:id, :version, :state::jsonb, :now)")
                .param("id", request.id())
                .param("version", request.version())
                .param("state", JSON.writerFor(State.class).writeValueAsString(request.state()))
                .param("now", now())
                .query((_, _) -> "")
                .list();
        return get(request.id());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Request request(ResultSet row) throws SQLException {
        return new Request(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                row.getInt("version"),
                Asker.of(
                        row.getString("asker"),
                        row.getObject("organization", UUID.class),
                        row.getObject("person", UUID.class)),
                row.getString("title"),
                row.getString("story"),
                JSON.readValue(row.getString("state"), State.class),
                gap(row.getString("from_type"), row.getString("from_group"), row.getString("from_zone")),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Gap gap(@Nullable String type, @Nullable String group, @Nullable String zone) {
        return type == null ? null : new Gap(type, group == null ? "" : group, zone == null ? "" : zone);
    }
}
