package org.opensocialnet.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.opensocialnet.matching.Agreement;
import org.opensocialnet.matching.Linkage;
import org.opensocialnet.matching.Score;
import org.opensocialnet.matching.Scorer;
import org.opensocialnet.people.Pairs.Evidence;
import org.opensocialnet.people.Pairs.Pair;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which of an organisation's people may be one person. Learns from their encodings how records of one person differ, and
 * weighs; no identity is opened for it.
 */
@Component
class PossiblePairs {

    /** Somebody decides in any case, so what is as probable as not is worth a look. */
    private static final double PROPOSED = 0.5;

    /** A code one makes oneself may be another's too. */
    private static final double BY_CODE = 0.5;

    private static final int MOST = 200_000;
    private static final int BYTES_AROUND = 300;

    private final JdbcClient jdbc;
    private final Encodings encodings;

    PossiblePairs(JdbcClient jdbc, Encodings encodings) {
        this.jdbc = jdbc;
        this.encodings = encodings;
    }

    /** Records that stand for one person already are left out. */
    List<Pair> within(UUID organization) {
        encodings.complete(organization);
        var persons = new ArrayList<UUID>();
        var records = new org.opensocialnet.matching.People(Encodings.FORM);
        encodings.each(organization, most(), (person, encoded) -> {
            persons.add(person);
            records.add(encoded);
        });
        var selves = selves(organization);
        var found = new LinkedHashMap<String, Pair>();
        var linkage = Linkage.within(records);
        var weights = linkage.learn();
        var scorer = new Scorer(weights);
        for (var link : linkage.link(weights, PROPOSED).pairs()) {
            var evidence = scorer.score(records.record(link.left()), records.record(link.right()))
                    .evidence();
            put(
                    found,
                    selves,
                    pair(
                            persons.get(link.left()),
                            persons.get(link.right()),
                            link.probability(),
                            evidence.stream().map(PossiblePairs::evidence).toList()));
        }
        sharingACode(organization).forEach(pair -> put(found, selves, pair));
        return List.copyOf(found.values());
    }

    private static void put(Map<String, Pair> found, Map<UUID, UUID> selves, Pair pair) {
        if (!Objects.equals(selves.get(pair.one()), selves.get(pair.other()))) {
            found.putIfAbsent(pair.one() + " " + pair.other(), pair);
        }
    }

    /** As the database orders them: by their text. */
    private static Pair pair(UUID one, UUID other, double probability, List<Evidence> evidence) {
        boolean inOrder = one.toString().compareTo(other.toString()) < 0;
        return new Pair(inOrder ? one : other, inOrder ? other : one, "open", probability, evidence);
    }

    private static Evidence evidence(Score.Evidence said) {
        return new Evidence(FactKind.of(said.field().name()), said.agreement(), said.bits());
    }

    /** As many as a quarter of the memory holds. */
    private static int most() {
        long each = Encodings.FORM.width() * Long.BYTES + BYTES_AROUND;
        return (int) Math.min(MOST, Runtime.getRuntime().maxMemory() / 4 / each);
    }

    private Map<UUID, UUID> selves(UUID organization) {
        var selves = new HashMap<UUID, UUID>();
        jdbc.sql("select id, self from people.person where organization = :organization")
                .param("organization", organization)
                .query((RowCallbackHandler)
                        row -> selves.put(row.getObject("id", UUID.class), row.getObject("self", UUID.class)));
        return selves;
    }

    /** A code that more than a few carry says nothing. */
    private List<Pair> sharingACode(UUID organization) {
        return jdbc.sql("""
                with carried as (
                    select hash, array_agg(distinct person) as persons
                    from people.code
                    where organization = :organization and kind = 'own' and ended_at is null
                    group by hash
                    having count(distinct person) between 2 and 4
                )
                select distinct a.one, b.other
                from carried c, unnest(c.persons) as a (one), unnest(c.persons) as b (other)
                where a.one < b.other
                """)
                .param("organization", organization)
                .query((row, _) -> pair(
                        row.getObject("one", UUID.class),
                        row.getObject("other", UUID.class),
                        BY_CODE,
                        List.of(new Evidence(null, Agreement.SAME, 0))))
                .list();
    }
}
