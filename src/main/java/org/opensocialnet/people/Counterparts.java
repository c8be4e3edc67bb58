package org.opensocialnet.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opensocialnet.people.Fact.Said;
import org.opensocialnet.people.Finding.Hit;
import org.opensocialnet.people.Tokens.Sought;
import org.opensocialnet.people.Tokens.Weights;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The records other organisations keep that may be of one person, one of each: for what she asks of all of them herself,
 * and for nobody else's eyes. Seen with the program's own.
 */
@Component
public class Counterparts {

    private static final int MOST = 40;

    private final Tokens tokens;
    private final Facts facts;
    private final JdbcClient jdbc;

    Counterparts(Tokens tokens, Facts facts, JdbcClient jdbc) {
        this.tokens = tokens;
        this.facts = facts;
        this.jdbc = jdbc;
    }

    /** A record that may be hers, and whose it is. */
    public record Counterpart(PersonId person, UUID organization) {}

    /** Also records that rest: to see what is held is her right there too. */
    @Transactional(readOnly = true)
    public List<Counterpart> of(PersonId id, Set<UUID> notOf) {
        var found = new LinkedHashMap<UUID, Counterpart>();
        for (var one : withTheSameCode(id)) {
            found.putIfAbsent(one.organization(), one);
        }
        for (var one : alike(id)) {
            found.putIfAbsent(one.organization(), one);
        }
        var wanted = new ArrayList<>(found.values());
        wanted.removeIf(one -> notOf.contains(one.organization()));
        return wanted.stream().limit(MOST).toList();
    }

    private List<Counterpart> withTheSameCode(PersonId id) {
        return jdbc.sql("""
                select distinct on (other.organization) other.person, other.organization
                from people.code own
                join people.code other
                    on other.hash = own.hash and other.kind = 'own' and other.organization <> own.organization
                where own.person = :id and own.kind = 'own' and own.ended_at is null and other.ended_at is null
                order by other.organization, other.person desc
                limit :most
                """)
                .param("id", id.value())
                .param("most", MOST)
                .query((row, _) -> new Counterpart(
                        new PersonId(row.getObject("person", UUID.class)), row.getObject("organization", UUID.class)))
                .list();
    }

    private List<Counterpart> alike(PersonId id) {
        var said = facts.history(id).stream()
                .filter(fact -> fact.endedAt() == null)
                .map(fact -> new Said(fact.kind(), fact.text(), fact.quality()))
                .toList();
        var kinds = tokens.clues(said);
        var seen = new HashSet<UUID>();
        return hits(id, tokens.alike(said)).stream()
                .filter(one -> Alike.isDoubt(one.hit(), kinds))
                .filter(one -> seen.add(one.organization()))
                .map(one -> new Counterpart(new PersonId(one.hit().person()), one.organization()))
                .toList();
    }

    private record Found(Hit hit, UUID organization) {}

    /** The strongest first. The clues most people share are followed only as far as they alone make no doubt. */
    private List<Found> hits(PersonId id, List<Sought> sought) {
        return jdbc.sql("""
                with asked as (
                    select * from unnest(:tokens::bigint[], :clues::int[], :weights::int[]) as a (token, clue, weight)
                ), clue as (
                    select clue, sum(weight) over (order by hits desc, clue) >= :doubt as followed
                    from (
                        select a.clue, max(a.weight) as weight, sum(carried.hits) as hits
                        from asked a
                        cross join lateral (
                            select count(*) as hits
                            from (select from people.token t where t.token = a.token limit 20000) counted) carried
                        group by a.clue) frequent
                ), candidate as materialized (
                    select distinct t.person, t.organization
                    from clue c
                    join asked a on a.clue = c.clue
                    join people.token t on t.token = a.token
                    where c.followed
                      and t.organization <> (select organization from people.person where id = :id)
                ), hit as (
                    select c.person, c.organization, a.clue, max(a.weight) as weight
                    from candidate c
                    cross join asked a
                    join people.token t
                        on t.token = a.token and t.organization = c.organization and t.person = c.person
                    group by c.person, c.organization, a.clue
                )
                select person, organization, sum(weight)::int as score, array_agg(clue) as clues
                from hit
                group by person, organization
                having sum(weight) >= :doubt
                order by score desc, person desc
                limit 200
                """)
                .param("tokens", sought.stream().map(Sought::token).toArray(Long[]::new))
                .param("clues", sought.stream().map(Sought::clue).toArray(Integer[]::new))
                .param("weights", sought.stream().map(Sought::weight).toArray(Integer[]::new))
                .param("id", id.value())
                .param("doubt", Weights.DOUBT)
                .query((row, _) -> new Found(
                        new Hit(
                                row.getObject("person", UUID.class),
                                row.getInt("score"),
                                Arrays.stream((Integer[]) row.getArray("clues").getArray())
                                        .collect(Collectors.toSet())),
                        row.getObject("organization", UUID.class)))
                .list();
    }
}
