package org.opensocialnet.shortfall;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.disclosure.Shown;
import org.opensocialnet.evidence.Counter;
import org.opensocialnet.evidence.Offer;
import org.opensocialnet.evidence.Picture;
import org.opensocialnet.evidence.Picture.Split;
import org.opensocialnet.evidence.Span;
import org.opensocialnet.population.Estimate;
import org.opensocialnet.shortfall.Measure.Window;

/**
 * Reads a picture: what each cell of it means. Needs that come again each day (a bed, a meal) are counted a day on average,
 * all others in the days the picture has.
 */
public final class Reading {

    private static final Conversions BY_TIME = new Conversions(List.of());
    private static final Measure DAILY = new Measure("person", Window.DAY);

    private final Picture picture;
    private final Measure counted;
    private final Declared declared;
    private final Set<String> daily;
    private final Set<String> apart;
    private final Map<String, List<Offer>> offers = new HashMap<>();
    private final Map<String, List<Counter>> counters = new HashMap<>();

    public Reading(Picture picture, Declared declared, Set<String> daily) {
        this(picture, declared, daily, Set.of());
    }

    /** Organisations that are apart offer help and are not asked how much: nobody waits for their word, nothing of it is counted. */
    public Reading(Picture picture, Declared declared, Set<String> daily, Set<String> apart) {
        this.picture = picture;
        this.counted = new Measure("person", Window.of(Span.of(picture.days())));
        this.declared = declared;
        this.daily = daily;
        this.apart = apart;
        picture.around()
                .offers()
                .forEach(offer -> offer.types()
                        .forEach(type -> offers.computeIfAbsent(type, _ -> new java.util.ArrayList<>())
                                .add(offer)));
        picture.around()
                .counters()
                .forEach(counter -> counters.computeIfAbsent(counter.service(), _ -> new java.util.ArrayList<>())
                        .add(counter));
    }

    public Picture picture() {
        return picture;
    }

    public Declared declared() {
        return declared;
    }

    public boolean isDaily(String type) {
        return daily.contains(type);
    }

    public boolean isApart(String organization) {
        return apart.contains(organization);
    }

    public Read read(Cell cell) {
        return read(cell, null);
    }

    /** How a cell stands, and where it goes since an earlier reading. */
    public Read read(Cell cell, @Nullable Reading before) {
        return read(cell, before, true);
    }

    /** How a cell stands, without why: for the thousands of a matrix. */
    public Read glance(Cell cell) {
        return read(cell, null, false);
    }

    private Read read(Cell cell, @Nullable Reading before, boolean why) {
        var all = offered(cell);
        var offered =
                all.stream().filter(offer -> !isApart(offer.organization())).toList();
        int beside = (int) all.stream()
                .map(Offer::organization)
                .distinct()
                .filter(this::isApart)
                .count();
        int silent = (int) offered.stream()
                .map(Offer::organization)
                .distinct()
                .filter(organization -> !picture.wrote(cell.type(), organization))
                .count();
        var counted = offered.stream()
                .flatMap(offer -> counters.getOrDefault(offer.service(), List.of()).stream())
                .toList();
        var unmet = picture.unmet(cell.split(), cell.type(), cell.group(), cell.part());
        var reached = picture.reached(cell.split(), cell.type(), cell.group(), cell.part());
        var seen = new Look(cell, offered, silent, beside, unmet, reached).seen(why);
        var earlier = before == null ? null : before.glance(cell).standing();
        return new Read(cell, Standing.of(seen, declared, earlier), unmet, reached, offered, silent, beside, counted);
    }

    private List<Offer> offered(Cell cell) {
        return offers.getOrDefault(cell.type(), List.of()).stream()
                .filter(offer -> offer.isFor(cell.group()))
                .filter(offer -> isIn(offer, cell.zone()))
                .filter(offer -> cell.organization().equals(Picture.ALL)
                        || offer.organization().equals(cell.organization()))
                .toList();
    }

    /** What has no place of its own is given everywhere; of those who did not say where they live, all is in question. */
    private static boolean isIn(Offer offer, String zone) {
        return zone.equals(Picture.ALL)
                || zone.equals(Picture.UNSAID)
                || offer.zones().contains(zone)
                || !offer.hasPlace();
    }

    /** Whether what is not offered here is offered nowhere: one organisation does not see what others offer. */
    public static boolean seesAll(Picture picture, Cell cell) {
        return picture.guarded() && (cell.split() != Split.ORGANIZATION || cell.isWhole());
    }

    /** What a count that may be told amounts to; fewer than five is from one to four. */
    public static Figure figure(Shown shown) {
        return switch (shown) {
            case Shown.Value(long people) -> new Figure.Known(people);
            case Shown.FewerThan(int limit) -> Figure.estimated(limit / 2.0, 1, limit - 1.0, "disclosure");
            case Shown.Rounded(long people, int base) ->
                Figure.estimated(people, Math.max(0, people - base + 1), people + base - 1.0, "disclosure");
            case Shown.Withheld _, Shown.Unknown _ -> Figure.unknown();
        };
    }

    /** What is known of one cell, put together. */
    private final class Look {

        private final Cell cell;
        private final List<Offer> offered;
        private final int silent;
        private final int beside;
        private final Figure unmet;
        private final Figure reached;

        Look(Cell cell, List<Offer> offered, int silent, int beside, Shown unmet, Shown reached) {
            this.cell = cell;
            this.offered = offered;
            this.silent = silent;
            this.beside = beside;
            this.unmet = figure(unmet);
            this.reached = figure(reached);
        }

        Seen seen(boolean why) {
            boolean daily = isDaily(cell.type());
            var helped = silent > 0 || isOfOthers() ? new Figure.Unknown(reached.least()) : reached;
            return new Seen(
                    daily ? DAILY : counted,
                    estimated(inTime(need())),
                    inTime(helped),
                    capacity(daily),
                    inTime(outOfReach()),
                    why ? reasons() : List.of());
        }

        /** Whether it is offered only by those of whom nothing is counted. */
        private boolean isOfOthers() {
            return offered.isEmpty() && beside > 0;
        }

        private List<Cause> reasons() {
            return new Causes(
                            picture,
                            cell,
                            offered,
                            silent,
                            beside,
                            service -> counters.getOrDefault(service, List.of()),
                            this::inTime)
                    .found();
        }

        /** Who was helped was in need, and who asked was. Where somebody keeps silent, or nobody ever wrote, there may be more. */
        private Figure need() {
            var need = reached.plus(unmet);
            boolean nobodyLooked = offered.isEmpty() && need.most() == 0;
            return silent > 0 || nobodyLooked ? new Figure.Unknown(need.least()) : need;
        }

        private Figure inTime(Figure figure) {
            return people(cell.type(), figure);
        }

        /** What others reckoned stands in for what nobody counted; but those who were seen were there. */
        private Figure estimated(Figure need) {
            var estimates = cell.organization().equals(Picture.ALL) ? estimates() : List.<Estimate>of();
            if (estimates.isEmpty()) {
                return need;
            }
            double least = need.least();
            Figure sum = Figure.NONE;
            for (var one : estimates) {
                sum = sum.plus(Figure.estimated(one.people(), one.least(), one.most(), one.source()));
            }
            var sources = estimates.stream().map(Estimate::source).distinct().toList();
            return new Figure.Estimated(
                    Math.max(sum.amount(), least), Math.max(sum.least(), least), Math.max(sum.most(), least), sources);
        }

        /** An estimate for all is not added to those of its parts. */
        private List<Estimate> estimates() {
            var ofType = picture.around().estimates().stream()
                    .filter(one -> one.serviceType().equals(cell.type()))
                    .toList();
            var ofGroup = narrowed(ofType, Estimate::group, cell.group());
            return narrowed(ofGroup, Estimate::zone, cell.zone());
        }

        private static List<Estimate> narrowed(
                List<Estimate> all, java.util.function.Function<Estimate, String> by, String wanted) {
            if (!wanted.equals(Picture.ALL)) {
                return all.stream().filter(one -> by.apply(one).equals(wanted)).toList();
            }
            var whole = all.stream().filter(one -> by.apply(one).isEmpty()).toList();
            return whole.isEmpty() ? all : whole;
        }

        /** Places a day on average: on days on which it is shut a service has none. What is shared with other groups or communities belongs to none of them; what is counted in another time stands beside. */
        private Figure capacity(boolean daily) {
            Figure sum = isOfOthers() ? Figure.unknown() : Figure.NONE;
            for (var offer : offered) {
                sum = sum.plus(daily ? places(offer) : Figure.unknown());
            }
            return sum;
        }

        private Figure places(Offer offer) {
            Figure places = Figure.NONE;
            boolean any = false;
            for (var counter : counters.getOrDefault(offer.service(), List.of())) {
                var maximum = counter.dailyOf(picture.days());
                boolean here = cell.zone().equals(Picture.ALL) || offer.zones().equals(Set.of(cell.zone()));
                boolean forThem = cell.group().equals(Picture.ALL)
                        || counter.group().equals(cell.group())
                        || counter.group().isEmpty() && offer.groups().equals(Set.of(cell.group()));
                boolean own = here && forThem;
                boolean shared = !own && (forThem || counter.group().isEmpty());
                any |= own || shared;
                if (own && maximum != null) {
                    places = places.plus(new Figure.Known(maximum));
                } else if (own || shared) {
                    places = places.plus(Figure.unknown());
                }
            }
            return any || !places.equals(Figure.NONE) ? places : Figure.unknown();
        }

        /** Those who asked in communities from where none is in reach. Where the community was not said, nobody knows. */
        private Figure outOfReach() {
            if (!seesAll(picture, cell)) {
                return Figure.unknown();
            }
            if (offers.getOrDefault(cell.type(), List.of()).isEmpty()) {
                return unmet;
            }
            var far = picture.around().far().getOrDefault(cell.type(), Set.of());
            if (!cell.zone().equals(Picture.ALL)) {
                return cell.zone().equals(Picture.UNSAID)
                        ? Figure.unknown()
                        : far.contains(cell.zone()) ? unmet : Figure.NONE;
            }
            if (far.isEmpty()) {
                return Figure.NONE;
            }
            Figure sum = Figure.NONE;
            for (var zone : far) {
                sum = sum.plus(figure(picture.unmet(Split.ZONE, cell.type(), cell.group(), zone)));
            }
            var unsaid = figure(picture.unmet(Split.ZONE, cell.type(), cell.group(), Picture.UNSAID));
            return unsaid.most() > 0 ? new Figure.Unknown(sum.least()) : sum;
        }
    }

    /** A count of all the days in the time in which this kind of service is counted. */
    private Figure people(String type, Figure people) {
        return isDaily(type)
                ? BY_TIME.convert(people, counted, DAILY).orElseThrow().figure()
                : people;
    }
}
