package org.opensocialnet.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opensocialnet.people.PersonId;
import org.opensocialnet.people.PersonRecords;
import org.opensocialnet.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the book has of a person: entries under her pseudonym. They are figures, not her story; what happened to her is told by
 * the room where it happened. Erased, the way from her to them is destroyed.
 */
@Component
@Transactional
class LedgerRecords implements PersonRecords {

    private static final int MOST = 1_000;

    private final JdbcClient jdbc;
    private final Pseudonyms pseudonyms;

    LedgerRecords(JdbcClient jdbc, Pseudonyms pseudonyms) {
        this.jdbc = jdbc;
        this.pseudonyms = pseudonyms;
    }

    @Override
    public List<Event> timeline(PersonId person, Words t) {
        return List.of();
    }

    @Override
    public Map<String, Object> export(PersonId person) {
        var hers = entries(person);
        return hers.isEmpty() ? Map.of() : Map.of("ledger", hers);
    }

    @Override
    public void erase(PersonId person) {
        pseudonyms.destroy(person);
    }

    /** Figures keep nobody: she may be forgotten while they stay. */
    @Override
    public Set<UUID> using(Collection<UUID> persons, Instant since) {
        return Set.of();
    }

    @Override
    public Processing declared(Words t) {
        return new Processing(
                t.of("ledger.processing.what"),
                t.of("ledger.processing.purpose"),
                t.of("ledger.processing.basis"),
                t.of("ledger.processing.data"),
                t.of("ledger.processing.recipients"));
    }

    private List<Map<String, Object>> entries(PersonId person) {
        var pseudonym = pseudonyms.of(List.of(person.value())).get(person.value());
        return pseudonym == null ? List.of() : standing(person, pseudonym);
    }

    private List<Map<String, Object>> standing(PersonId person, UUID pseudonym) {
        return jdbc.sql("""
                select 'need' as book, day, service_type, quantity, unit from ledger.need n
                where organization = (select organization from ledger.pseudonym where person = :person)
                  and pseudonym = :pseudonym and reverses is null
                  and not exists (select from ledger.need r where r.reverses = n.id and r.day = n.day)
                union all
                select 'delivery', day, service_type, quantity, unit from ledger.delivery d
                where organization = (select organization from ledger.pseudonym where person = :person)
                  and pseudonym = :pseudonym and reverses is null
                  and not exists (select from ledger.delivery r where r.reverses = d.id and r.day = d.day)
                order by day desc
                limit :most
                """)
                .param("person", person.value())
                .param("pseudonym", pseudonym)
                .param("most", MOST)
                .query((row, _) -> Map.<String, Object>of(
                        "what", row.getString("book"),
                        "day", row.getString("day"),
                        "service", row.getString("service_type"),
                        "quantity", row.getString("quantity"),
                        "unit", row.getString("unit")))
                .list();
    }
}
