package org.opensocialnet.catchment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.opensocialnet.catchment.Reach.Zone;
import org.opensocialnet.kernel.GeoPoint;
import org.opensocialnet.kernel.Seeded;

/** What holds for every city: nothing is lost on the way, and nobody is counted twice who should not be. */
class CatchmentPropertiesTest {

    @Seeded
    void inTwoStepsWhatAreasHaveIsWhatSitesOffer(Random random) {
        var city = City.of(random);
        var found = city.catchment().twoStep(city.people(), city.places());

        assertThat(city.had(found)).isCloseTo(city.offeredToSomebody(found), within(1e-6));
    }

    @Seeded
    void inThreeStepsTheSame(Random random) {
        var city = City.of(random);
        var found = city.catchment().threeStep(city.people(), city.places(), reach(random));

        assertThat(city.had(found)).isCloseTo(city.offeredToSomebody(found), within(1e-6));
    }

    @Seeded
    void balancedEverybodyWhoReachesSomethingIsCountedOnce(Random random) {
        var city = City.of(random);
        var found = city.catchment().balanced(city.people(), city.places());
        double demand = 0;
        double ratios = 0;
        for (var load : found.sites()) {
            if (load instanceof Load.Shared(double people, double perPerson)) {
                demand += people;
                ratios += perPerson;
            }
        }
        double going = 0;
        double sum = 0;
        for (int area = 0; area < city.people().length; area++) {
            if (found.areas().get(area) instanceof Access.Places(double perPerson)) {
                going += city.people()[area];
                sum += perPerson;
            }
        }
        assertThat(demand).isCloseTo(going, within(1e-6 * (1 + going)));
        if (IntStream.range(0, city.people().length).allMatch(area -> city.people()[area] > 0)) {
            assertThat(sum).isCloseTo(ratios, within(1e-6 * (1 + ratios)));
        }
    }

    @Seeded
    void twiceThePlacesAreTwiceTheAccess(Random random) {
        var city = City.of(random);
        double[] twice = IntStream.range(0, city.places().length)
                .mapToDouble(i -> 2 * city.places()[i])
                .toArray();
        var once = city.catchment().twoStep(city.people(), city.places());
        var more = city.catchment().twoStep(city.people(), twice);

        for (int area = 0; area < city.people().length; area++) {
            switch (once.areas().get(area)) {
                case Access.Places(double perPerson) ->
                    assertThat(((Access.Places) more.areas().get(area)).perPerson())
                            .isCloseTo(2 * perPerson, within(1e-9 * (1 + perPerson)));
                case Access other -> assertThat(more.areas().get(area)).isEqualTo(other);
            }
        }
    }

    /** The search by cubes finds what asking every site finds; near the poles and across the date line as well. */
    @Seeded
    void walkingWaysAreThoseThatAskingEverySiteFinds(Random random) {
        double north = random.nextInt(4) == 0 ? 89.99 : 120 * random.nextDouble() - 60;
        double east = random.nextInt(4) == 0 ? 180 : 360 * random.nextDouble() - 180;
        var areas = points(random, north, east, 40);
        var sites = points(random, north, east, 60);
        double factor = 1 + random.nextDouble();
        double limit = random.nextInt(10) == 0 ? 3e7 : 3_000 * random.nextDouble();
        var ways = Ways.walking(areas, sites, factor, limit);

        for (int area = 0; area < areas.size(); area++) {
            double[] costs = new double[sites.size()];
            Arrays.fill(costs, Double.NaN);
            for (int way = ways.first[area]; way < ways.first[area + 1]; way++) {
                costs[ways.site[way]] = ways.cost[way];
            }
            for (int site = 0; site < sites.size(); site++) {
                double metres = factor * areas.get(area).metresTo(sites.get(site));
                if (metres <= limit - 0.01) {
                    assertThat(costs[site]).isCloseTo(metres, within(0.01));
                } else if (metres > limit + 0.01) {
                    assertThat(costs[site]).isNaN();
                }
            }
        }
    }

    @Seeded
    void unevennessIsWhatComparingEachWithEachFinds(Random random) {
        int areas = 1 + random.nextInt(30);
        double[] have = random.doubles(areas).map(each -> each < 0.3 ? 0 : each).toArray();
        double[] people = random.ints(areas, 1, 9).asDoubleStream().toArray();
        double apart = 0;
        double all = 0;
        double sum = 0;
        for (int i = 0; i < areas; i++) {
            all += people[i];
            sum += people[i] * have[i];
            for (int j = 0; j < areas; j++) {
                apart += people[i] * people[j] * Math.abs(have[i] - have[j]);
            }
        }
        double gini = Inequality.gini(have, people);

        assertThat(gini).isCloseTo(sum == 0 ? 0 : apart / (2 * all * sum), within(1e-12));
        assertThat(gini).isBetween(0.0, 1.0);
    }

    private static List<GeoPoint> points(Random random, double north, double east, int count) {
        var points = new ArrayList<GeoPoint>();
        for (int i = 0; i < count; i++) {
            double longitude = east + 0.05 * random.nextGaussian();
            points.add(new GeoPoint(
                    Math.min(90, north + 0.01 * random.nextGaussian()),
                    longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude));
        }
        return points;
    }

    static Reach reach(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Reach.within(100 * random.nextDouble());
            case 1 -> Reach.gaussian(10 + 30 * random.nextDouble(), 80);
            case 2 -> Reach.gravity(20, -2 * random.nextDouble(), 1, 80);
            default -> Reach.zones(List.of(new Zone(20, 1), new Zone(40, 0.5), new Zone(60, 0.1)));
        };
    }

    /** A city of some areas and sites; some ways do not exist, some areas are empty, some sites have no places. */
    record City(double[] people, double[] places, Catchment catchment) {

        static City of(Random random) {
            int areas = 1 + random.nextInt(12);
            int sites = 1 + random.nextInt(12);
            double[][] costs = new double[areas][sites];
            for (double[] ofArea : costs) {
                for (int site = 0; site < sites; site++) {
                    ofArea[site] = random.nextInt(8) == 0 ? Double.NaN : 120 * random.nextDouble();
                }
            }
            return new City(
                    random.ints(areas, 0, 40)
                            .mapToDouble(each -> each < 4 ? 0 : each)
                            .toArray(),
                    random.ints(sites, 0, 40)
                            .mapToDouble(each -> each < 4 ? 0 : each)
                            .toArray(),
                    new Catchment(Ways.of(costs), reach(random)));
        }

        double had(Accessibility found) {
            return IntStream.range(0, people.length)
                    .mapToDouble(area ->
                            found.areas().get(area) instanceof Access.Places(double each) ? each * people[area] : 0)
                    .sum();
        }

        double offeredToSomebody(Accessibility found) {
            return IntStream.range(0, places.length)
                    .filter(site -> found.sites().get(site) instanceof Load.Shared)
                    .mapToDouble(site -> places[site])
                    .sum();
        }
    }
}
