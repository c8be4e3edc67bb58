package org.opensocialnet.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
        return addAll(person, organization, member, List.of(said)).getFirst();
    }

    /** All that somebody said of her, by two statements however much it is. */
    List<UUID> addAll(PersonId person, UUID organization, @Nullable UUID member, List<Said> said) {
        var ids = said.stream().map(_ -> Uuid7.next()).toList();
        if (said.isEmpty()) {
            return ids;
        }
        jdbc.sql("""
                insert into people.fact (id, person, organization, kind, sealed, quality, finding, recorded_at, recorded_by)
                select f.id, :person, :organization, f.kind, f.sealed, f.quality, :finding, :now, :member::uuid
                from unnest(:ids::uuid[], :kinds::text[], :sealed::bytea[], :qualities::text[])
                    as f (id, kind, sealed, quality)
                """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("person", person.value())
                .param("organization", organization)
                .param("kinds", said.stream().map(one -> one.kind().code()).toArray(String[]::new))
                .param(
                        "sealed",
                        said.stream()
                                .map(one ->
                                        vault.seal(person.value(), one.kind().code(), one.text()))
                                .toArray(byte[][]::new))
                .param(
                        "qualities",
                        said.stream()
                                .map(one -> one.quality().name().toLowerCase(Locale.ROOT))
                                .toArray(String[]::new))
                .param("finding", vault.finding())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("member", member, Types.OTHER)
                .update();
        makeFound(ids, person.value(), organization, said);
        return ids;
    }

    private void makeFound(List<UUID> ids, UUID person, UUID organization, List<Said> said) {
        var found = new ArrayList<Long>();
        var facts = new ArrayList<UUID>();
        for (int i = 0; i < said.size(); i++) {
            for (var token : tokens.of(said.get(i).kind(), said.get(i).text())) {
                found.add(token);
                facts.add(ids.get(i));
            }
        }
        if (found.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into people.token (token, fact, person, organization)
                select token, fact, :person, :organization
                from unnest(:tokens::bigint[], :facts::uuid[]) as t (token, fact)
                """)
                .param("tokens", found.toArray(Long[]::new))
                .param("facts", facts.toArray(UUID[]::new))
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
                makeFound(
                        List.of(fact.id()),
                        fact.person(),
                        fact.organization(),
                        List.of(new Said(FactKind.of(fact.kind()), text, Quality.GIVEN)));
            }
        }
        return old.size();
    }
}
