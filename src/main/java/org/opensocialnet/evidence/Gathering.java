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
import java.util.stream.Stream;
import org.opensocialnet.disclosure.Period;
import org.opensocialnet.evidence.Picture.Around;
import org.opensocialnet.evidence.Picture.Split;
import org.opensocialnet.ledger.Capacities;
import org.opensocialnet.ledger.LedgerFigures;
import org.opensocialnet.ledger.Source;
import org.opensocialnet.ledger.Standing;
import org.opensocialnet.ledger.Standing.Cell;
import org.opensocialnet.ledger.Standing.Cell.Measure;
import org.opensocialnet.population.Population;
import org.springframework.stereotype.Component;

/**
 * Brings together what is known of some days: one reading of the ledger, whatever there is in it; what was free; who offers
 * what; what others reckoned. Whoever looks sees what the ledger lets their sight see.
 */
@Component
class Gathering {

    /** Needs that wait: they are open until somebody follows them up. All others are of the day on which they were seen. */
    private static final Set<String> WAITING =
            Set.of(Source.WAITING_LIST.code(), Source.REFERRED.code(), Source.QUESTIONNAIRE.code());

    private final LedgerFigures figures;
    private final Capacities capacities;
    private final OpenDays openDays;
    private final KnownOffers offers;
    private final WithinReach reach;
    private final Population population;
    private final Clock clock;

    Gathering(
            LedgerFigures figures,
            Capacities capacities,
            OpenDays openDays,
            KnownOffers offers,
            WithinReach reach,
            Population population,
            Clock clock) {
        this.figures = figures;
        this.capacities = capacities;
        this.openDays = openDays;
        this.offers = offers;
        this.reach = reach;
        this.population = population;
        this.clock = clock;
    }

    /** What was found: the counts, and what stands around them. */
    record Found(Raw counts, Around around) {}

    /** What is told apart in the ledger. */
    private record Place(String type, String group, String zone, String organization) {

        static Place of(Cell cell) {
            return new Place(
                    said(cell.serviceType()),
                    said(cell.group()),
                    said(cell.zone()),
                    cell.organization() == null
                            ? Picture.UNSAID
                            : cell.organization().toString());
        }

        private static String said(String code) {
            return code.isEmpty() ? Picture.UNSAID : code;
        }
    }

    Found gather(LocalDate from, LocalDate day) {
        var wrote = new HashSet<String>();
        var standings = figures.standing(List.of(from.minusDays(1), day));
        var counted = count(standings, 0, 1, wrote);
        return new Found(counted, around(from, day, wrote));
    }

    /** The counts alone of some stretches of days, by one reading: of days that only stand between others nobody is told who offered what. */
    List<Raw> count(List<Period> stretches) {
        if (stretches.isEmpty()) {
            return List.of();
        }
        var borders = stretches.stream()
                .flatMap(stretch -> Stream.of(stretch.from(), stretch.until()))
                .map(border -> border.minusDays(1))
                .distinct()
                .sorted()
                .toList();
        var standings = figures.standing(borders);
        return stretches.stream()
                .map(stretch -> count(
                        standings,
                        borders.indexOf(stretch.from().minusDays(1)),
                        borders.indexOf(stretch.until().minusDays(1)),
                        new HashSet<>()))
                .toList();
    }

    /** What was written after the end of one day until the end of another; both by their places among those read. */
    private static Raw count(List<Standing> standings, int after, int until, Set<String> wrote) {
        var unmet = new HashMap<Place, Unhelped>();
        var reached = new HashMap<Place, Long>();
        for (var standing : standings) {
            var cell = standing.cell();
            boolean waits = WAITING.contains(cell.source());
            long people = standing.people(after, until);
            boolean wasWritten = standing.entries(after, until) != 0;
            if (!wasWritten && people == 0 && !(waits && standing.people(until) != 0)) {
                continue;
            }
            var place = Place.of(cell);
            if (wasWritten) {
                wrote.add(Around.writing(place.type(), place.organization()));
            }
            if (cell.measure() == Measure.DELIVERY) {
                reached.merge(place, people, Long::sum);
                continue;
            }
            var unhelped = unmet.computeIfAbsent(place, _ -> new Unhelped());
            if (waits) {
                unhelped.open(
                        cell.reason(),
                        cell.measure() == Measure.NEED ? standing.people(until) : -standing.people(until));
            } else if (cell.measure() != Measure.REFUSED) {
                unhelped.open(cell.reason(), cell.measure() == Measure.NEED ? people : -people);
            }
            if (cell.measure() == Measure.REFUSED && people != 0) {
                unhelped.refused(cell.reason(), people);
                if (waits) {
                    // A refusal of these days ended the waiting, and yet nobody was helped.
                    unhelped.open("", people);
                }
            }
        }
        return counts(unmet, reached);
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
        var counted = capacities.at(day);
        var open = openDays.of(
                counted.stream().map(Capacities.Capacity::service).distinct().toList(), from, day);
        for (var one : counted) {
            var days = full.get(List.of(one.service().toString(), one.group(), one.unit()));
            var maximum = one.maximum();
            counters.add(new Counter(
                    one.service().toString(),
                    one.group(),
                    one.unit(),
                    one.available().doubleValue(),
                    maximum == null ? null : maximum.doubleValue(),
                    days == null ? 0 : days.full(),
                    days == null ? 0 : days.known(),
                    open.get(one.service().toString())));
        }
        return counters;
    }
}
