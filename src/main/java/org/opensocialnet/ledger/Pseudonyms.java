package org.opensocialnet.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.people.People;
import org.opensocialnet.people.PersonId;
import org.opensocialnet.vault.Sealed;
import org.opensocialnet.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who stands in the book under which pseudonym, for counting and nothing else. It is chance, and which person it is lies
 * sealed; once that is destroyed, the figures stay and are nobody's.
 */
@Component
class Pseudonyms implements Sealed {

    private static final String SEALED_AS = "ledger-pseudonym";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final People people;

    Pseudonyms(JdbcClient jdbc, Vault vault, People people) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.people = people;
    }

    private record Row(UUID person, byte[] sealed) {}

    /** Hers, made at the first entry about her. */
    UUID of(PersonId person) {
        var known = of(List.of(person.value()));
        if (known.isEmpty()) {
            jdbc.sql("""
                    insert into ledger.pseudonym (person, organization, sealed)
                    values (:person, :organization, :sealed)
                    on conflict (person) do nothing
                    """)
                    .param("person", person.value())
                    .param(
                            "organization",
                            people.organization(person).orElseThrow(() -> Refusal.notFound("ledger.unknown")))
                    .param("sealed", vault.seal(person.value(), SEALED_AS, made().toString()))
                    .update();
            known = of(List.of(person.value()));
        }
        return known.values().stream().findFirst().orElseThrow(() -> Refusal.notFound("ledger.unknown"));
    }

    /** Nothing in it tells when it was made. */
    private static UUID made() {
        var chance = new java.security.SecureRandom();
        return new UUID(chance.nextLong() & ~0xf000L | 0x4000L, chance.nextLong() >>> 2 | 1L << 63);
    }

    /** Those of these people who stand in the book, as far as the sight that holds may know. */
    Map<UUID, UUID> of(Collection<UUID> persons) {
        return opened(jdbc.sql("select person, sealed from ledger.pseudonym where person = any (:persons::uuid[])")
                .param("persons", persons.toArray(UUID[]::new))
                .query(Pseudonyms::row)
                .list());
    }

    private Map<UUID, UUID> opened(List<Row> rows) {
        var opened = new HashMap<UUID, UUID>();
        rows.forEach(
                row -> opened.put(row.person(), UUID.fromString(vault.open(row.person(), SEALED_AS, row.sealed()))));
        return opened;
    }

    private static Row row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Row(row.getObject("person", UUID.class), row.getBytes("sealed"));
    }

    /** From now on nobody can tell whose figures they are. */
    void destroy(PersonId person) {
        jdbc.sql("delete from ledger.pseudonym where person = :person")
                .param("person", person.value())
                .update();
    }

    @Override
    public String what() {
        return "pseudonyms of the ledger";
    }

    @Override
    @Transactional
    public int reseal(int atMost) {
        var old = jdbc.sql("""
                select person, sealed from ledger.pseudonym
                where substring(sealed from 1 for 5) <> :prefix
                order by person
                limit :most
                for update skip locked
                """)
                .param("prefix", vault.prefix())
                .param("most", atMost)
                .query(Pseudonyms::row)
                .list();
        for (var row : old) {
            jdbc.sql("update ledger.pseudonym set sealed = :sealed where person = :person")
                    .param(
                            "sealed",
                            vault.seal(row.person(), SEALED_AS, vault.open(row.person(), SEALED_AS, row.sealed())))
                    .param("person", row.person())
                    .update();
        }
        return old.size();
    }
}
