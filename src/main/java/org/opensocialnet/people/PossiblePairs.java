package org.opensocialnet.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.matching.Agreement;
import org.opensocialnet.matching.Linkage;
import org.opensocialnet.matching.People;
import org.opensocialnet.matching.Score;
import org.opensocialnet.matching.Scorer;
import org.opensocialnet.matching.Weights;
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

    private static final int AT_ONCE = 5_000;
    private static final int BYTES_AROUND = 300;

    private final JdbcClient jdbc;
    private final Encodings encodings;
    private final LearntWeights learnt;

    PossiblePairs(JdbcClient jdbc, Encodings encodings, LearntWeights learnt) {
        this.jdbc = jdbc;
        this.encodings = encodings;
        this.learnt = learnt;
    }

    /**
     * However many they are: those that memory does not hold at once are compared part by part, each with each. Records
     * that stand for one person already are left out.
     *
     * @param anew whether weights are learnt from them, also where some are kept that fit
     */
    List<Pair> within(UUID organization, boolean anew) {
        return within(organization, anew, most() / 2);
    }

    List<Pair> within(UUID organization, boolean anew, int part) {
        encodings.complete(organization);
        var found = new LinkedHashMap<String, Pair>();
        var here = new Some();
        UUID last = null;
        Weights weights = null;
        while (here.load(organization, last, part)) {
            weights = weights == null ? weights(organization, here.records, anew) : weights;
            take(found, here, Linkage.within(here.records), weights);
            last = here.last();
            int border = here.records.count();
            var before = last;
            while (here.load(organization, before, part)) {
                take(found, here, Linkage.across(here.records, border), weights);
                before = here.last();
                here.keep(border);
            }
            here.keep(0);
        }
        sharingACode(organization).forEach(pair -> found.putIfAbsent(pair.one() + " " + pair.other(), pair));
        return apart(found);
    }

    private Weights weights(UUID organization, People records, boolean anew) {
        var fitting = anew ? Optional.<Weights>empty() : learnt.fitting(organization, records.count());
        if (fitting.isPresent()) {
            return fitting.get();
        }
        var weights = learnt.believed(organization)
                .orElseGet(() -> Linkage.within(records).learn());
        learnt.keep(organization, weights, records.count());
        return weights;
    }

    /** Records in memory, and whose they are. */
    private final class Some {

        private final List<UUID> persons = new ArrayList<>();
        private final People records = new People(Encodings.FORM);

        /** Adds so many more of those after that person, if there are any. */
        boolean load(UUID organization, @Nullable UUID after, int atMost) {
            int before = persons.size();
            int read = before;
            do {
                var from = persons.size() == before ? after : last();
                read = persons.size();
                encodings.each(organization, from, Math.min(AT_ONCE, before + atMost - read), (person, encoded) -> {
                    persons.add(person);
                    records.add(encoded);
                });
            } while (persons.size() > read && persons.size() - before < atMost);
            return persons.size() > before;
        }

        UUID last() {
            return persons.getLast();
        }

        void keep(int first) {
            persons.subList(first, persons.size()).clear();
            records.keep(first);
        }
    }

    private static void take(Map<String, Pair> found, Some some, Linkage linkage, Weights weights) {
        var scorer = new Scorer(weights);
        for (var link : linkage.link(weights, PROPOSED).pairs()) {
            var evidence = scorer.score(some.records.record(link.left()), some.records.record(link.right()))
                    .evidence();
            var pair = pair(
                    some.persons.get(link.left()),
                    some.persons.get(link.right()),
                    link.probability(),
                    evidence.stream().map(PossiblePairs::evidence).toList());
            found.putIfAbsent(pair.one() + " " + pair.other(), pair);
        }
    }

    /** Without those whose records stand for one person already. */
    private List<Pair> apart(Map<String, Pair> found) {
        var selves = new HashMap<UUID, UUID>();
        var persons = found.values().stream()
                .flatMap(pair -> Stream.of(pair.one(), pair.other()))
                .distinct()
                .toArray(UUID[]::new);
        jdbc.sql("select id, self from people.person where id = any (:persons::uuid[])")
                .param("persons", persons)
                .query((RowCallbackHandler)
                        row -> selves.put(row.getObject("id", UUID.class), row.getObject("self", UUID.class)));
        return found.values().stream()
                .filter(pair -> !Objects.equals(selves.get(pair.one()), selves.get(pair.other())))
                .toList();
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
        return (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 4 / each);
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
