package org.opensocialnet.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.opensocialnet.catchment.Access;
import org.opensocialnet.catchment.Catchment;
import org.opensocialnet.catchment.Reach;
import org.opensocialnet.catchment.Ways;
import org.opensocialnet.kernel.GeoPoint;
import org.opensocialnet.places.Place;
import org.opensocialnet.places.Places;
import org.opensocialnet.population.Estimate;
import org.opensocialnet.settings.Declared;
import org.opensocialnet.settings.Forms;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * From which communities no service of a kind is in reach on foot. A community stands for its people by its middle; what lies
 * inside of it is in their reach.
 */
@Component
class WithinReach {

    static final Setting<Integer> METRES = new Setting<>(
            "coverage.metres",
            Setting.Group.COVERAGE,
            3,
            Forms.number(200, 20_000),
            2_500,
            "evidence.setting.metres",
            "evidence.setting.metres.hint");

    /** Streets are longer than the crow flies. */
    static final double STREETS = 1.3;

    private final Places places;
    private final Settings settings;

    WithinReach(Places places, Settings settings) {
        this.places = places;
        this.settings = settings;
    }

    /** For each kind of service; one that is given without a place is in reach of all, or nobody knows. */
    Map<String, Set<String>> far(List<Offer> offers, List<Estimate> estimates) {
        var byType = new TreeMap<String, List<Offer>>();
        offers.forEach(offer -> offer.types()
                .forEach(type ->
                        byType.computeIfAbsent(type, _ -> new ArrayList<>()).add(offer)));
        var far = new HashMap<String, Set<String>>();
        byType.forEach((type, some) -> {
            if (some.stream().allMatch(Offer::hasPlace)) {
                var zones = far(some, people(estimates));
                if (!zones.isEmpty()) {
                    far.put(type, zones);
                }
            }
        });
        return far;
    }

    private Set<String> far(List<Offer> offers, double[] people) {
        var sites = offers.stream().flatMap(offer -> offer.sites().stream()).toList();
        var centres = places.communities().stream().map(Place::centre).toList();
        var access = access(centres, sites, people);
        var far = new HashSet<String>();
        for (int i = 0; i < centres.size(); i++) {
            var zone = places.communities().get(i).code();
            if (access.get(i) instanceof Access.NoServiceInReach
                    && offers.stream().noneMatch(offer -> offer.zones().contains(zone))) {
                far.add(zone);
            }
        }
        return far;
    }

    private List<Access> access(List<GeoPoint> centres, List<GeoPoint> sites, double[] people) {
        double limit = settings.value(METRES);
        double[] one = new double[sites.size()];
        Arrays.fill(one, 1);
        return new Catchment(Ways.walking(centres, sites, STREETS, limit), Reach.within(limit))
                .twoStep(people, one)
                .areas();
    }

    /** Where nobody reckoned how many live there, somebody does. */
    private double[] people(List<Estimate> estimates) {
        return places.communities().stream()
                .mapToDouble(zone -> estimates.stream()
                        .filter(one -> !one.isNeed()
                                && one.zone().equals(zone.code())
                                && one.group().isEmpty())
                        .mapToDouble(Estimate::people)
                        .filter(people -> people > 0)
                        .findFirst()
                        .orElse(1))
                .toArray();
    }

    @Bean
    static Declared reachDeclared() {
        return new Declared(METRES, Evidence.MINUTES);
    }
}
