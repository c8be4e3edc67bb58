package org.opensocialnet.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.places.Places;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The words an entry's cell is made of: those of the directory's own vocabularies, and the communities. */
@Component
class Vocabulary {

    private static final Duration A_WHILE = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Places places;
    private final Clock clock;
    private volatile @Nullable Known known;

    private record Known(Set<String> types, Set<String> groups, Instant at) {}

    Vocabulary(JdbcClient jdbc, Places places, Clock clock) {
        this.jdbc = jdbc;
        this.places = places;
        this.clock = clock;
    }

    void mustKnow(About about, boolean typeNeeded) {
        if (!about.serviceType().isEmpty() || typeNeeded) {
            must(isType(about.serviceType()), "ledger.fault.service-type", "service-type");
        }
        must(about.group().isEmpty() || isGroup(about.group()), "ledger.fault.group", "group");
        must(about.zone().isEmpty() || isZone(about.zone()), "ledger.fault.zone", "zone");
    }

    private static void must(boolean right, String key, String field) {
        if (!right) {
            throw Refusal.wrong(key, field);
        }
    }

    boolean isType(String code) {
        return words(false).types().contains(code) || words(true).types().contains(code);
    }

    boolean isGroup(String code) {
        return words(false).groups().contains(code) || words(true).groups().contains(code);
    }

    boolean isZone(String code) {
        return places.communities().stream().anyMatch(place -> place.code().equals(code));
    }

    /** Read again for a word that is not known, but not for each of a long list of wrong ones. */
    private Known words(boolean again) {
        var now = known;
        if (now == null || again && now.at().plus(A_WHILE).isBefore(clock.instant())) {
            now = new Known(codes("osn-service"), codes("osn-target-group"), clock.instant());
            known = now;
        }
        return now;
    }

    private Set<String> codes(String vocabulary) {
        return new HashSet<>(jdbc.sql("""
                select t.code from directory.public_taxonomy_term t
                join directory.public_taxonomy x on x.id = t.taxonomy_id
                where x.code = :vocabulary and t.code is not null
                """)
                .param("vocabulary", vocabulary)
                .query(String.class)
                .list());
    }
}
