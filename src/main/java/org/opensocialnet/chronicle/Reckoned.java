package org.opensocialnet.chronicle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.opensocialnet.places.Place;
import org.opensocialnet.places.Places;
import org.opensocialnet.population.Estimate;
import org.opensocialnet.population.PopulationFiles;
import org.springframework.stereotype.Component;

/** A table of invented estimates: how many live in each community, and what some of them would need. */
@Component
class Reckoned {

    private static final String NAME = "demo-ektimiseis.csv";
    private static final String SOURCE = "Επινοημένη εκτίμηση για την πόλη επίδειξης";
    private static final UUID NOBODY = new UUID(0, 0);

    /** Thousands of people in the communities, in their order. */
    private static final List<Integer> THOUSANDS = List.of(76, 100, 47, 83, 94, 126, 119);

    private static final double OLDER = 0.21;
    private static final double UNSURE = 0.1;

    private final Places places;
    private final PopulationFiles files;

    Reckoned(Places places, PopulationFiles files) {
        this.places = places;
        this.files = files;
    }

    UUID bring(LocalDate day) {
        var table = new ArrayList<Estimate>();
        var zones = places.communities().stream().map(Place::code).sorted().toList();
        for (int i = 0; i < zones.size(); i++) {
            double people = 1_000.0 * THOUSANDS.get(i % THOUSANDS.size());
            table.add(estimate(zones.get(i), "", "", people, day));
            table.add(estimate(zones.get(i), "older", "", people * OLDER, day));
        }
        table.add(estimate("", "homeless", "", 1_400, day));
        return files.bring(NAME, NOBODY, table);
    }

    private static Estimate estimate(String zone, String group, String type, double people, LocalDate day) {
        return new Estimate(zone, group, type, people, people * (1 - UNSURE), people * (1 + UNSURE), SOURCE, day);
    }

    void takeBack(UUID table) {
        files.forget(table);
    }
}
