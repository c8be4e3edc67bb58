package org.opensocialnet.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.catchment.Access;
import org.opensocialnet.catchment.Catchment;
import org.opensocialnet.catchment.Reach;
import org.opensocialnet.catchment.Ways;
import org.opensocialnet.kernel.GeoPoint;
import org.opensocialnet.places.Place;
import org.opensocialnet.places.Places;
import org.opensocialnet.population.Estimate;
import org.opensocialnet.settings.Settings;
import org.springframework.stereotype.Component;

/**
 * How well people reach the places of a kind of service, square by square of the city: two steps with weights that fall with
 * the walk (E2SFCA). The people of a community are spread evenly over its squares, since nobody tells them closer.
 */
@Component
public class ReachByGrid {

    /** The side of a square, in metres. */
    public static final int SIDE = 300;

    private static final double METRES_A_DEGREE = 111_320;

    private final Places places;
    private final Settings settings;
    private @Nullable List<Square> squares;

    ReachByGrid(Places places, Settings settings) {
        this.places = places;
        this.settings = settings;
    }

    /** One square of the city, by its middle, and the community it lies in. */
    public record Square(GeoPoint middle, String zone) {}

    /** How what is farther counts less. */
    public enum Decay {
        /** In thirds of the way that people go: all, 0.68, 0.22. */
        STEPS,
        /** A bell: 0.61 at half of the way, 0.14 at its end. */
        BELL
    }

    /** A square with the people who live in it and what they reach. */
    public record Reached(Square square, double people, Access access) {}

    /**
     * What was found.
     *
     * @param counted whether all places were counted; where not, each service counts one
     * @param peopled whether somebody told of each community how many live there; where not, all count alike
     * @param elsewhere services whose place is not told, or that have none: they stand on no map
     * @param metres how far people walk
     */
    public record Found(List<Reached> squares, boolean counted, boolean peopled, int elsewhere, int metres) {

        public Found {
            squares = List.copyOf(squares);
        }

        public double people() {
            return squares.stream().mapToDouble(Reached::people).sum();
        }

        public double without() {
            return squares.stream()
                    .filter(one -> one.access() instanceof Access.NoServiceInReach)
                    .mapToDouble(Reached::people)
                    .sum();
        }
    }

    public Found of(Picture picture, String type, String group, Decay decay) {
        var offers = picture.around().offers().stream()
                .filter(offer -> offer.types().contains(type) && offer.isFor(group))
                .toList();
        var sites = new ArrayList<GeoPoint>();
        var owners = new ArrayList<Offer>();
        for (var offer : offers) {
            offer.sites().forEach(site -> {
                sites.add(site);
                owners.add(offer);
            });
        }
        var maximum = maximum(picture);
        boolean counted = !owners.isEmpty() && owners.stream().allMatch(offer -> maximum.containsKey(offer.service()));
        double[] have = owners.stream()
                .mapToDouble(offer -> counted
                        ? Objects.requireNonNull(maximum.get(offer.service()))
                                / offer.sites().size()
                        : 1.0 / offer.sites().size())
                .toArray();
        var living = living(picture.around().estimates());
        var all = squares();
        var perZone = new HashMap<String, Integer>();
        all.forEach(square -> perZone.merge(square.zone(), 1, Integer::sum));
        boolean peopled = living.keySet().containsAll(perZone.keySet());
        double[] people = all.stream()
                .mapToDouble(square -> (peopled ? living.getOrDefault(square.zone(), 0.0) : 1_000.0)
                        / Objects.requireNonNull(perZone.get(square.zone())))
                .toArray();
        double limit = settings.value(WithinReach.METRES);
        var ways = Ways.walking(all.stream().map(Square::middle).toList(), sites, WithinReach.STREETS, limit);
        var access =
                new Catchment(ways, reach(decay, limit)).twoStep(people, have).areas();
        var found = new ArrayList<Reached>();
        for (int i = 0; i < all.size(); i++) {
            found.add(new Reached(all.get(i), people[i], access.get(i)));
        }
        int elsewhere =
                (int) offers.stream().filter(offer -> offer.sites().isEmpty()).count();
        return new Found(found, counted, peopled, elsewhere, (int) limit);
    }

    private static Reach reach(Decay decay, double limit) {
        return switch (decay) {
            case STEPS ->
                Reach.zones(List.of(
                        new Reach.Zone(limit / 3, 1),
                        new Reach.Zone(2 * limit / 3, 0.68),
                        new Reach.Zone(limit, 0.22)));
            case BELL -> Reach.gaussian(limit / 2, limit);
        };
    }

    /** What each service has a day, where every counter of it says so. */
    private static Map<String, Double> maximum(Picture picture) {
        var maximum = new HashMap<String, Double>();
        for (var counter : picture.around().counters()) {
            var most = counter.dailyOf(picture.days());
            maximum.merge(counter.service(), most == null ? Double.NaN : most, Double::sum);
        }
        maximum.values().removeIf(most -> most.isNaN());
        return maximum;
    }

    private static Map<String, Double> living(List<Estimate> estimates) {
        var living = new HashMap<String, Double>();
        for (var one : estimates) {
            if (!one.isNeed() && one.group().isEmpty() && !one.zone().isEmpty()) {
                living.put(one.zone(), one.people());
            }
        }
        return living;
    }

    /** The city does not move: its squares are laid once. */
    private synchronized List<Square> squares() {
        if (squares == null) {
            squares = lay();
        }
        return squares;
    }

    private List<Square> lay() {
        var all = places.all().stream().map(Place::centre).toList();
        double margin = 3_000 / METRES_A_DEGREE;
        double south = all.stream().mapToDouble(GeoPoint::latitude).min().orElse(0) - margin;
        double north = all.stream().mapToDouble(GeoPoint::latitude).max().orElse(0) + margin;
        double west = all.stream().mapToDouble(GeoPoint::longitude).min().orElse(0) - margin;
        double east = all.stream().mapToDouble(GeoPoint::longitude).max().orElse(0) + margin;
        double high = SIDE / METRES_A_DEGREE;
        double wide = high / Math.cos(Math.toRadians((south + north) / 2));
        var laid = new ArrayList<Square>();
        for (double latitude = south + high / 2; latitude < north; latitude += high) {
            for (double longitude = west + wide / 2; longitude < east; longitude += wide) {
                var middle = new GeoPoint(latitude, longitude);
                places.communityAt(middle).ifPresent(zone -> laid.add(new Square(middle, zone.code())));
            }
        }
        return List.copyOf(laid);
    }
}
