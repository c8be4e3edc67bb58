package org.opensocialnet.people;

import java.sql.Array;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opensocialnet.people.Tokens.Sought;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks tokens up, with the eyes of whoever asks. */
@Repository
class Finding {

    private final JdbcClient jdbc;

    Finding(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A record that shares tokens with what was asked, how strongly, and in which of the clues. */
    record Hit(UUID person, int score, Set<Integer> clues) {}

    /** The best first, of the own people and of organisations that opened somebody. */
    List<Hit> hits(List<Sought> sought, int atLeast, int atMost) {
        if (sought.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                with asked as (
                    select * from unnest(:tokens::bigint[], :clues::int[], :weights::int[]) as a (token, clue, weight)
                ), hit as (
                    select t.person, a.clue, max(a.weight) as weight
                    from asked a
                    join people.token t on t.token = a.token and t.organization = any (array(
                        select distinct s.organization from people.share s
                        where s.recipient = (select database.organization()) and s.identity
                          and s.starts_at <= now() and now() < s.ends_at
                        union
                        select (select database.organization())))
                    group by t.person, a.clue
                )
                select person, sum(weight)::int as score, array_agg(clue) as clues
                from hit
                group by person
                having sum(weight) >= :least
                order by score desc, person desc
                limit :most
                """)
                .param("tokens", sought.stream().map(Sought::token).toArray(Long[]::new))
                .param("clues", sought.stream().map(Sought::clue).toArray(Integer[]::new))
                .param("weights", sought.stream().map(Sought::weight).toArray(Integer[]::new))
                .param("least", atLeast)
                .param("most", atMost)
                .query((row, _) ->
                        new Hit(row.getObject("person", UUID.class), row.getInt("score"), clues(row.getArray("clues"))))
                .list();
    }

    private static Set<Integer> clues(Array clues) throws java.sql.SQLException {
        return Arrays.stream((Integer[]) clues.getArray()).collect(Collectors.toSet());
    }

    /** Who carries one of these codes. */
    List<UUID> carrying(List<String> hashes) {
        if (hashes.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select distinct person from people.code
                where hash = any (:hashes::text[]) and ended_at is null
                limit 20
                """)
                .param("hashes", hashes.toArray(String[]::new))
                .query((row, _) -> row.getObject("person", UUID.class))
                .list();
    }
}
