package org.opensocialnet.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.matching.Encoded;
import org.opensocialnet.matching.Encoder;
import org.opensocialnet.matching.Field;
import org.opensocialnet.matching.Form;
import org.opensocialnet.matching.Kind;
import org.opensocialnet.matching.MatchingKey;
import org.opensocialnet.people.Fact.Said;
import org.opensocialnet.vault.Sealed;
import org.opensocialnet.vault.Vault;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is compared of people: encodings under a key that is not in the database, so that nobody's identity is opened to
 * look for doubles. Made when somebody is written down or corrected, and anew when keys change.
 */
@Repository
class Encodings implements Sealed {

    private static final Map<FactKind, Kind> KINDS = new EnumMap<>(Map.ofEntries(
            Map.entry(FactKind.GIVEN_NAME, Kind.GIVEN_NAME),
            Map.entry(FactKind.FAMILY_NAME, Kind.FAMILY_NAME),
            Map.entry(FactKind.NICKNAME, Kind.FULL_NAME),
            Map.entry(FactKind.FATHER, Kind.PARENT_NAME),
            Map.entry(FactKind.MOTHER, Kind.PARENT_NAME),
            Map.entry(FactKind.BORN, Kind.BIRTH_DATE),
            Map.entry(FactKind.GENDER, Kind.SEX),
            Map.entry(FactKind.NATIONALITY, Kind.NATIONALITY),
            Map.entry(FactKind.PHONE, Kind.PHONE),
            Map.entry(FactKind.EMAIL, Kind.EMAIL),
            Map.entry(FactKind.AMKA, Kind.CODE),
            Map.entry(FactKind.AFM, Kind.CODE),
            Map.entry(FactKind.PAAYPA, Kind.CODE),
            Map.entry(FactKind.PASSPORT, Kind.CODE)));

    static final Form FORM = Form.of(KINDS.entrySet().stream()
            .map(each -> new Field(each.getKey().code(), each.getValue()))
            .toList());

    private static final List<FactKind> ORDER =
            FORM.fields().stream().map(field -> FactKind.of(field.name())).toList();

    private static final int AT_ONCE = 500;
    private static final int REMEMBERED = 1_000;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Facts facts;
    private final Clock clock;
    private volatile @Nullable Under under;

    Encodings(JdbcClient jdbc, Vault vault, Facts facts, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.facts = facts;
        this.clock = clock;
    }

    /** The encoder for one key; encodings under different keys have nothing in common. */
    private record Under(int key, Encoder encoder) {}

    private Under under() {
        int key = vault.finding();
        var known = under;
        if (known == null || known.key != key) {
            known = new Under(key, new Encoder(FORM, MatchingKey.of(vault.derived("people.encoding")), REMEMBERED));
            under = known;
        }
        return known;
    }

    Encoded of(List<Said> said) {
        return under().encoder.encode(values(said));
    }

    /** Of several facts of one kind the last holds. */
    private List<@Nullable String> values(List<Said> said) {
        var values = new EnumMap<FactKind, String>(FactKind.class);
        said.forEach(fact -> values.put(fact.kind(), fact.text()));
        values.computeIfPresent(FactKind.BORN, (_, text) -> born(text));
        return new ArrayList<>(
                ORDER.stream().map(kind -> values.getOrDefault(kind, "")).toList());
    }

    /** The age somebody seems to have is no birth to compare by. */
    private String born(String text) {
        return Born.read(text, LocalDate.now(clock))
                .filter(born -> born.from() == born.to())
                .map(born -> born.written(LocalDate.now(clock)))
                .orElse("");
    }

    void keep(UUID person, UUID organization, List<Said> said) {
        var now = under();
        jdbc.sql("""
                insert into people.encoding (person, organization, finding, encoded)
                values (:person, :organization, :finding, :encoded)
                on conflict (person) do update set finding = excluded.finding, encoded = excluded.encoded
                """)
                .param("person", person)
                .param("organization", organization)
                .param("finding", now.key)
                .param("encoded", now.encoder.encode(values(said)).toBytes())
                .update();
    }

    /** From what holds of each now. */
    void renew(Map<UUID, UUID> organizationOf) {
        var known = facts.of(organizationOf.keySet().toArray(UUID[]::new));
        organizationOf.forEach((person, organization) -> keep(
                person,
                organization,
                known.getOrDefault(person, List.of()).stream()
                        .map(fact -> new Said(fact.kind(), fact.text(), fact.quality()))
                        .toList()));
    }

    /** Those of an organisation that may be compared, the newest first. */
    void each(UUID organization, @Nullable UUID after, int atMost, BiConsumer<UUID, Encoded> taker) {
        jdbc.sql("""
                select e.person, e.encoded
                from people.encoding e
                join people.person p on p.id = e.person and p.restricted_at is null
                where e.organization = :organization and e.finding = :finding
                  and (:after::uuid is null or e.person < :after::uuid)
                order by e.person desc
                limit :most
                """)
                .param("organization", organization)
                .param("finding", under().key)
                .param("after", after)
                .param("most", atMost)
                .query((RowCallbackHandler) row ->
                        taker.accept(row.getObject("person", UUID.class), Encoded.of(FORM, row.getBytes("encoded"))));
    }

    /** Those of these persons that may be compared. */
    Map<UUID, Encoded> of(Collection<UUID> persons) {
        var known = new HashMap<UUID, Encoded>();
        jdbc.sql("""
                select e.person, e.encoded
                from people.encoding e
                where e.person = any (:persons::uuid[]) and e.finding = :finding
                """)
                .param("persons", persons.toArray(UUID[]::new))
                .param("finding", under().key)
                .query((RowCallbackHandler) row ->
                        known.put(row.getObject("person", UUID.class), Encoded.of(FORM, row.getBytes("encoded"))));
        return known;
    }

    /** Under which key encodings are made now. */
    int key() {
        return under().key;
    }

    /** Makes those that are missing: of people written down before there were encodings, or under an earlier key. */
    void complete(UUID organization) {
        int made;
        do {
            made = renewed(organization, AT_ONCE);
        } while (made > 0);
    }

    private int renewed(@Nullable UUID organization, int atMost) {
        record Row(UUID person, UUID organization) {}
        var missing = jdbc.sql("""
                select p.id, p.organization
                from people.person p
                where (:organization::uuid is null or p.organization = :organization)
                  and not exists (select from people.encoding e where e.person = p.id and e.finding = :finding)
                order by p.id
                limit :most
                for update skip locked
                """)
                .param("organization", organization)
                .param("finding", under().key)
                .param("most", atMost)
                .query((row, _) -> new Row(row.getObject("id", UUID.class), row.getObject("organization", UUID.class)))
                .list();
        var whose = new LinkedHashMap<UUID, UUID>();
        missing.forEach(row -> whose.put(row.person(), row.organization()));
        renew(whose);
        return missing.size();
    }

    @Override
    public String what() {
        return "what is compared of people";
    }

    @Override
    @Transactional
    public int reseal(int atMost) {
        return renewed(null, atMost);
    }
}
