package org.opensocialnet.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.ledger.EntryKind.Attribute;
import org.opensocialnet.places.Places;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What must be true of an entry before it is written. */
@Component
class Checks {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final int MOST = 1_000_000;

    private final Map<String, Map<String, Attribute>> kinds = new HashMap<>();
    private final Vocabulary vocabulary;
    private final Clock clock;

    Checks(ObjectProvider<EntryKind> declared, Vocabulary vocabulary, Clock clock) {
        this.vocabulary = vocabulary;
        this.clock = clock;
        for (var kind : declared) {
            if (kinds.put(kind.code(), kind.attributes()) != null) {
                throw new IllegalStateException("two kinds of entry are called " + kind.code());
            }
        }
    }

    void mustBeRight(Need need) {
        vocabulary.mustKnow(need.about(), true);
        mustBeADay(need.day());
        mustCount(need.amount());
        mustBeDeclared(need.kind(), need.attributes());
    }

    void mustBeRight(Delivery delivery) {
        vocabulary.mustKnow(delivery.about(), false);
        mustBeADay(delivery.day());
        mustCount(delivery.amount());
        mustBeDeclared(delivery.kind(), delivery.attributes());
    }

    void mustBeADay(LocalDate day) {
        if (day.isBefore(FIRST) || day.isAfter(LocalDate.now(clock))) {
            throw Refusal.wrong("ledger.fault.day", "day");
        }
    }

    static void mustCount(Amount amount) {
        var quantity = amount.quantity();
        if (amount.people() < 0
                || amount.people() > MOST
                || quantity.signum() < 0
                || quantity.doubleValue() > MOST
                || amount.people() == 0 && quantity.signum() == 0
                || quantity.signum() > 0 && amount.unit() == null) {
            throw Refusal.wrong("ledger.fault.amount", "people");
        }
    }

    private void mustBeDeclared(String kind, Map<String, Object> attributes) {
        var declared = kinds.get(kind);
        if (declared == null) {
            throw new IllegalArgumentException("no room declares the kind of entry " + kind);
        }
        attributes.forEach((name, value) -> {
            var attribute = declared.get(name);
            if (attribute == null || !attribute.holds(value)) {
                throw new IllegalArgumentException(
                        "%s has no such attribute, or another one: %s".formatted(kind, name));
            }
        });
    }

    /** The words an entry's cell is made of: those of the directory's own vocabularies, and the communities. */
    @Component
    static class Vocabulary {

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
}
