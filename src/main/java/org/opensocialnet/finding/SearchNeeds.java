package org.opensocialnet.finding;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.JobBook;
import org.opensocialnet.database.Sight;
import org.opensocialnet.index.Facet;
import org.opensocialnet.index.Vocabulary;
import org.opensocialnet.kernel.GeoPoint;
import org.opensocialnet.ledger.About;
import org.opensocialnet.ledger.Amount;
import org.opensocialnet.ledger.EntryKind;
import org.opensocialnet.ledger.Ledger;
import org.opensocialnet.ledger.Need;
import org.opensocialnet.ledger.Reason;
import org.opensocialnet.ledger.Source;
import org.opensocialnet.places.Place;
import org.opensocialnet.places.Places;
import org.opensocialnet.search.Found;
import org.opensocialnet.search.Near;
import org.opensocialnet.search.Offer.Widening;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Searches for a kind of service that found nothing, or nothing open: counted by day, kind and community, without anything of
 * who searched, in memory until some have come together. A search waits for no writing.
 */
@Component
class SearchNeeds {

    static final String KIND = "finding.search";

    /** More kinds and communities than there are: from then on only those that are counted already. */
    private static final int MOST = 10_000;

    private final Map<Missed, LongAdder> counts = new ConcurrentHashMap<>();
    private final Ledger ledger;
    private final Places places;
    private final TransactionOperations transactions;
    private final JobBook jobs;
    private final Clock clock;

    /** All that is kept of a search. */
    private record Missed(LocalDate day, String serviceType, String zone, Reason reason) {}

    SearchNeeds(Ledger ledger, Places places, TransactionOperations transactions, JobBook jobs, Clock clock) {
        this.ledger = ledger;
        this.places = places;
        this.transactions = transactions;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Counts a search if it named a kind of service and has no answer. */
    void note(Found found, Vocabulary vocabulary) {
        var type = type(found, vocabulary);
        if (found.total() > 0 || type == null || counts.size() > MOST) {
            return;
        }
        var later = found.offers().stream().anyMatch(offer -> offer.widening() == Widening.ANY_TIME);
        counts.computeIfAbsent(
                        new Missed(LocalDate.now(clock), type, zone(found), later ? Reason.CLOSED : Reason.NO_PROVIDER),
                        _ -> new LongAdder())
                .increment();
    }

    private static @Nullable String type(Found found, Vocabulary vocabulary) {
        var understood = found.understood();
        var chosen = understood.question().chosen(Facet.TERM).stream()
                .findFirst()
                .or(() -> Optional.ofNullable(understood.term()));
        return chosen.map(code -> vocabulary.find(Facet.TERM, code))
                .filter(concept -> concept.own() && concept.facet() == Facet.TERM)
                .map(concept -> concept.value())
                .orElse(null);
    }

    private String zone(Found found) {
        var question = found.understood().question();
        var near = question.near();
        return question.chosen(Facet.ZONE).stream()
                .findFirst()
                .filter(code -> places.communities().stream()
                        .anyMatch(community -> community.code().equals(code)))
                .orElseGet(() -> near == null ? "" : community(near));
    }

    private String community(Near near) {
        return places.communityAt(new GeoPoint(near.latitude(), near.longitude()))
                .map(Place::code)
                .orElse("");
    }

    /** Often, for what is not written is lost where the program is killed. */
    @Scheduled(fixedDelayString = "${osn.finding.searches:5s}", initialDelayString = "${osn.finding.searches:5s}")
    void writeSearches() {
        jobs.run("finding.write-searches", this::write);
    }

    /** What was counted is taken before it is written, and counted again if it cannot be. */
    @PreDestroy
    synchronized int write() {
        var taken = new HashMap<Missed, Long>();
        counts.keySet().forEach(missed -> {
            var count = counts.remove(missed);
            if (count != null) {
                taken.put(missed, count.sum());
            }
        });
        if (taken.isEmpty()) {
            return 0;
        }
        try {
            Sight.job("finding")
                    .run(() -> transactions.executeWithoutResult(_ -> ledger.needs(taken.entrySet().stream()
                            .map(one -> need(one.getKey(), one.getValue()))
                            .toList())));
        } catch (RuntimeException e) {
            taken.forEach((missed, count) ->
                    counts.computeIfAbsent(missed, _ -> new LongAdder()).add(count));
            throw e;
        }
        return taken.size();
    }

    private static Need need(Missed missed, long times) {
        return new Need(
                KIND,
                missed.day(),
                new About(missed.serviceType(), "", missed.zone(), null, null),
                Amount.people((int) Math.min(times, 1_000_000)),
                Source.SEARCH,
                missed.reason());
    }

    @Bean
    static EntryKind searchKind() {
        return new EntryKind(KIND, Map.of());
    }
}
