package org.opensocialnet.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.people.Fact.Said;
import org.opensocialnet.vault.Sealed;
import org.opensocialnet.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What identifies people, sealed; opened for whoever may see it, and sealed anew when keys change. */
@Repository
class Facts implements Sealed {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Tokens tokens;
    private final Clock clock;

    Facts(JdbcClient jdbc, Vault vault, Tokens tokens, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.tokens = tokens;
        this.clock = clock;
    }

    UUID add(PersonId person, UUID organization, @Nullable UUID member, Said said) {
        var id = Uuid7.next();
        jdbc.sql("""
                insert into people.fact (id, person, organization, kind, sealed, quality, finding, recorded_at, recorded_by)
                values (:id, :person, :organization, :kind, :sealed, :quality, :finding, :now, :member)
                """)
                .param("id", id)
                .param("person", person.value())
                .param("organization", organization)
                .param("kind", said.kind().code())
                .param("sealed", vault.seal(person.value(), said.kind().code(), said.text()))
                .param("quality", said.quality().name().toLowerCase(Locale.ROOT))
                .param("finding", vault.finding())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("member", member)
                .update();
        makeFound(id, person.value(), organization, said.kind(), said.text());
        return id;
    }

    private void makeFound(UUID fact, UUID person, UUID organization, FactKind kind, String text) {
        jdbc.sql("""
                insert into people.token (token, fact, person, organization)
                select token, :fact, :person, :organization from unnest(:tokens::bigint[]) as t (token)
                """)
                .param("tokens", tokens.of(kind, text).toArray(Long[]::new))
                .param("fact", fact)
                .param("person", person)
                .param("organization", organization)
                .update();
    }

    /** It held until now, or never did: what was wrong finds her no more, an earlier name still does. */
    void end(UUID fact, boolean wrong) {
        jdbc.sql("""
                update people.fact set ended_at = :now, ended_why = :why
                where id = :fact and ended_at is null
                """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("why", wrong ? "wrong" : "changed")
                .param("fact", fact)
                .update();
        if (wrong) {
            jdbc.sql("delete from people.token where fact = :fact")
                    .param("fact", fact)
                    .update();
        }
    }

    /** What holds now of each of these persons, the oldest first. */
    Map<UUID, List<Fact>> of(UUID[] persons) {
        return read(persons, "and ended_at is null");
    }

    /** All that was ever believed of one, for herself and for whoever corrects. */
    List<Fact> history(PersonId person) {
        return read(new UUID[] {person.value()}, "").getOrDefault(person.value(), List.of());
    }

    private Map<UUID, List<Fact>> read(UUID[] persons, String which) {
        record Of(UUID person, Fact fact) {}
        return jdbc
                .sql("""
                select id, person, kind, sealed, quality, recorded_at, recorded_by, ended_at
                from people.fact
                where person = any (:persons::uuid[]) %s
                order by id
                """.formatted(which))
                .param("persons", persons)
                .query((row, _) -> new Of(row.getObject("person", UUID.class), fact(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Of::person, Collectors.mapping(Of::fact, Collectors.toList())));
    }

    private Fact fact(ResultSet row) throws SQLException {
        var kind = FactKind.of(row.getString("kind"));
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Fact(
                row.getObject("id", UUID.class),
                kind,
                vault.open(row.getObject("person", UUID.class), kind.code(), row.getBytes("sealed")),
                Quality.valueOf(row.getString("quality").toUpperCase(Locale.ROOT)),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_by", UUID.class),
                ended == null ? null : ended.toInstant());
    }

    @Override
    public String what() {
        return "people's names and numbers";
    }

    /** Rows another node works on are left to it. */
    @Override
    @Transactional
    public int reseal(int atMost) {
        record Old(UUID id, UUID person, UUID organization, String kind, byte[] sealed, boolean found) {}
        var old = jdbc.sql("""
                select id, person, organization, kind, sealed, ended_why is distinct from 'wrong' as found
                from people.fact
                where substring(sealed from 1 for 5) <> :prefix or finding <> :finding
                order by id
                limit :most
                for update skip locked
                """)
                .param("prefix", vault.prefix())
                .param("finding", vault.finding())
                .param("most", atMost)
                .query((row, _) -> new Old(
                        row.getObject("id", UUID.class),
                        row.getObject("person", UUID.class),
                        row.getObject("organization", UUID.class),
                        row.getString("kind"),
                        row.getBytes("sealed"),
                        row.getBoolean("found")))
                .list();
        for (var fact : old) {
            var text = vault.open(fact.person(), fact.kind(), fact.sealed());
            jdbc.sql("update people.fact set sealed = :sealed, finding = :finding where id = :id")
                    .param("sealed", vault.seal(fact.person(), fact.kind(), text))
                    .param("finding", vault.finding())
                    .param("id", fact.id())
                    .update();
            jdbc.sql("delete from people.token where fact = :id")
                    .param("id", fact.id())
                    .update();
            if (fact.found()) {
                makeFound(fact.id(), fact.person(), fact.organization(), FactKind.of(fact.kind()), text);
            }
        }
        return old.size();
    }
}
