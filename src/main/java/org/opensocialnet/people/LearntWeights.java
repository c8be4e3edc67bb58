package org.opensocialnet.people;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.matching.Scorer;
import org.opensocialnet.matching.Weights;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How records of one person differ from those of two, as each organisation's own records taught it: learnt where doubles
 * are looked for, kept, and believed wherever two of its records are weighed. Before that, general experience.
 */
@Repository
class LearntWeights {

    /** What was learnt of fewer is mostly what was believed before. */
    private static final int ENOUGH = 300;

    /** Of five who come one was written down before. */
    private static final double KNOWN = 0.2;

    /** Among few people too, an agreement in little is no doubt. */
    private static final int LEAST_PEOPLE = 1_000;

    /** Where somebody looks through all pairs at leisure, little may do. */
    private static final int LEAST_LOOKED_AT = 50;

    private static final int MOST_COUNTED = 20_000;

    private final JdbcClient jdbc;
    private final Encodings encodings;
    private final Clock clock;

    LearntWeights(JdbcClient jdbc, Encodings encodings, Clock clock) {
        this.jdbc = jdbc;
        this.encodings = encodings;
        this.clock = clock;
    }

    /**
     * What was learnt under the key and the form that hold now.
     *
     * @param people of so many
     */
    record Learnt(Weights weights, int people, Instant at) {}

    Optional<Learnt> of(UUID organization) {
        return jdbc.sql("""
                select weights, people, learnt_at from people.learnt
                where organization = :organization and finding = :finding and form = :form
                """)
                .param("organization", organization)
                .param("finding", encodings.key())
                .param("form", form())
                .query((row, _) -> new Learnt(
                        Weights.of(Encodings.FORM, row.getBytes("weights")),
                        row.getInt("people"),
                        row.getObject("learnt_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Those of enough people, unless the organisation has doubled since. */
    Optional<Weights> fitting(UUID organization, int people) {
        return of(organization)
                .filter(known -> known.people() >= ENOUGH && known.people() * 2 >= people)
                .map(Learnt::weights);
    }

    void keep(UUID organization, Weights weights, int people) {
        jdbc.sql("""
                insert into people.learnt (organization, finding, form, people, weights, learnt_at)
                values (:organization, :finding, :form, :people, :weights, :now)
                on conflict (organization) do update
                set finding = excluded.finding, form = excluded.form, people = excluded.people,
                    weights = excluded.weights, learnt_at = excluded.learnt_at
                """)
                .param("organization", organization)
                .param("finding", encodings.key())
                .param("form", form())
                .param("people", people)
                .param("weights", weights.toBytes())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What is believed of an organisation that knows too few to learn from; none of one that knows enough. */
    Optional<Weights> believed(UUID organization) {
        int people = count(organization);
        return people < ENOUGH ? Optional.of(believed(people)) : Optional.empty();
    }

    /** Of seven people one pair at most is one person: whether learning sees it would depend on the key alone. */
    static Weights believed(int people) {
        return Weights.beforehand(Encodings.FORM, KNOWN / Math.max(people, LEAST_LOOKED_AT));
    }

    /** Weighs somebody about to be registered against one who is. */
    Scorer forNewcomers(UUID organization) {
        return new Scorer(of(organization)
                .filter(known -> known.people() >= ENOUGH)
                .map(known -> known.weights().expecting(prior(known.people())))
                .orElseGet(() -> Weights.beforehand(Encodings.FORM, prior(count(organization)))));
    }

    private static double prior(int people) {
        return KNOWN / Math.max(people, LEAST_PEOPLE);
    }

    private int count(UUID organization) {
        return jdbc.sql("""
                select count(*)
                from (select from people.person where organization = :organization limit :most) as counted
                """)
                .param("organization", organization)
                .param("most", MOST_COUNTED)
                .query(Integer.class)
                .single();
    }

    /** Other fields, or fields of other kinds, make other weights. */
    private static int form() {
        return Encodings.FORM.fields().toString().hashCode();
    }
}
