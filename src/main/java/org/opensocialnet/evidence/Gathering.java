package org.opensocialnet.evidence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.evidence.Picture.Around;
import org.opensocialnet.evidence.Picture.Split;
import org.opensocialnet.ledger.Asked;
import org.opensocialnet.ledger.Asked.Axis;
import org.opensocialnet.ledger.Capacities;
import org.opensocialnet.ledger.LedgerFigures;
import org.opensocialnet.ledger.LedgerFigures.Line;
import org.opensocialnet.ledger.Source;
import org.opensocialnet.population.Population;
import org.springframework.stereotype.Component;

/**
 * Brings together what is known of some days: two questions to the ledger, whatever there is in it; what was free; who offers
 * what; what others reckoned. Whoever looks sees what the ledger lets their sight see.
 */
@Component
class Gathering {

    /** Needs that wait: they are open until somebody follows them up. All others are of the day on which they were seen. */
    private static final Set<String> WAITING =
            Set.of(Source.WAITING_LIST.code(), Source.REFERRED.code(), Source.QUESTIONNAIRE.code());

    private final LedgerFigures figures;
    private final Capacities capacities;
    private final KnownOffers offers;
    private final WithinReach reach;
    private final Population population;
    private final Clock clock;

    Gathering(
            LedgerFigures figures,
            Capacities capacities,
            KnownOffers offers,
            WithinReach reach,
            Population population,
            Clock clock) {
        this.figures = figures;
        this.capacities = capacities;
        this.offers = offers;
        this.reach = reach;
        this.population = population;
        this.clock = clock;
    }

    /** What was found: the counts, and what stands around them. */
    record Found(Raw counts, Around around) {}

    /** What a line of the ledger is told apart by. */
    private record Place(String type, String group, String zone, String organization) {

        static Place of(Line line) {
            return new Place(
                    said(line.serviceType()),
                    said(line.group()),
                    said(line.zone()),
                    line.organization() == null
                            ? Picture.UNSAID
                            : line.organization().toString());
        }

        private static String said(@Nullable String code) {
            return code == null || code.isEmpty() ? Picture.UNSAID : code;
        }
    }

    Found gather(LocalDate from, LocalDate day) {
        var wrote = new HashSet<String>();
        var counted = count(from, day, wrote);
        return new Found(counted, around(from, day, wrote));
    }

    /** The counts alone: of days that only stand between others nobody is told who offered what. */
    Raw count(LocalDate from, LocalDate day) {
        return count(from, day, new HashSet<>());
    }

    private Raw count(LocalDate from, LocalDate day, Set<String> wrote) {
        var unmet = new HashMap<Place, Unhelped>();
        var reached = new HashMap<Place, Long>();
        for (var line : seen(from, day)) {
            var place = Place.of(line);
            var reason = line.reason() == null ? "" : line.reason();
            boolean waits = WAITING.contains(line.source());
            reached.merge(place, line.delivered().people(), Long::sum);
            if (!waits) {
                unmet.computeIfAbsent(place, _ -> new Unhelped()).open(reason, open(line));
            }
            if (line.refused().people() != 0) {
                unmet.computeIfAbsent(place, _ -> new Unhelped())
                        .refused(reason, line.refused().people());
                if (waits) {
                    // A refusal of these days ended the waiting, and yet nobody was helped.
                    unmet.get(place).open("", line.refused().people());
                }
            }
            wrote.add(Around.writing(place.type(), place.organization()));
        }
        for (var line : waiting(day)) {
            unmet.computeIfAbsent(Place.of(line), _ -> new Unhelped())
                    .open(
                            line.reason() == null ? "" : line.reason(),
                            open(line) - line.refused().people());
        }
        return counts(unmet, reached);
    }

    private static long open(Line line) {
        return line.need().people() - line.met().people() - line.withdrawn().people();
    }

    private List<Line> seen(LocalDate from, LocalDate day) {
        return figures.lines(Asked.between(
                from, day, Axis.SERVICE_TYPE, Axis.GROUP, Axis.ZONE, Axis.ORGANIZATION, Axis.SOURCE, Axis.REASON));
    }

    private List<Line> waiting(LocalDate day) {
        return figures.lines(Asked.asOf(day, Axis.SERVICE_TYPE, Axis.GROUP, Axis.ZONE, Axis.ORGANIZATION, Axis.REASON)
                .only(Axis.SOURCE, WAITING.toArray(String[]::new)));
    }

    private static Raw counts(Map<Place, Unhelped> unmet, Map<Place, Long> reached) {
        var counts = new Raw(new EnumMap<>(Split.class), new EnumMap<>(Split.class));
        unmet.forEach((place, unhelped) -> unhelped.settled().forEach((reason, people) -> {
            add(counts.unmet(), place, people);
            add(counts.unmet(), Split.REASON, place, reason.isEmpty() ? Picture.UNSAID : reason, people);
        }));
        reached.forEach((place, people) -> {
            if (people > 0) {
                add(counts.reached(), place, people);
            }
        });
        return counts;
    }

    private static void add(Map<Split, Map<List<String>, Long>> counts, Place place, long people) {
        add(counts, Split.ZONE, place, place.zone(), people);
        add(counts, Split.ORGANIZATION, place, place.organization(), people);
    }

    private static void add(
            Map<Split, Map<List<String>, Long>> counts, Split split, Place place, String part, long people) {
        counts.computeIfAbsent(split, _ -> new HashMap<>())
                .merge(List.of(place.type(), place.group(), part), people, Long::sum);
    }

    private Around around(LocalDate from, LocalDate day, Set<String> wrote) {
        var known = offers.all();
        var estimates = population.at(day);
        return new Around(
                known, counters(from, day), estimates, wrote, reach.far(known, estimates), LocalDate.now(clock));
    }

    private List<Counter> counters(LocalDate from, LocalDate day) {
        var full = new HashMap<List<String>, Capacities.FullDays>();
        capacities
                .fullDays(from, day)
                .forEach(days -> full.put(List.of(days.service().toString(), days.group(), days.unit()), days));
        var counters = new ArrayList<Counter>();
        for (var one : capacities.at(day)) {
            var days = full.get(List.of(one.service().toString(), one.group(), one.unit()));
            var maximum = one.maximum();
            counters.add(new Counter(
                    one.service().toString(),
                    one.group(),
                    one.unit(),
                    one.available().doubleValue(),
                    maximum == null ? null : maximum.doubleValue(),
                    days == null ? 0 : days.full(),
                    days == null ? 0 : days.known()));
        }
        return counters;
    }
}
