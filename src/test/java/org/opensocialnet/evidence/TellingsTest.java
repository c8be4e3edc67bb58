package org.opensocialnet.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opensocialnet.evidence.Picture.Around;
import org.opensocialnet.evidence.Picture.Split;
import org.opensocialnet.evidence.Raw.Subject;
import org.opensocialnet.evidence.Told.Line;
import org.opensocialnet.kernel.GeoPoint;
import org.opensocialnet.population.Estimate;

/** What was told is read back as it was written. */
class TellingsTest {

    @Test
    void nothingIsLostOnTheWayToTheDatabaseAndBack() {
        var told = new Told(List.of(
                new Line(Subject.UNMET, Split.REASON, "showers", "women", "full", 3, 5),
                new Line(Subject.REACHED, Split.ZONE, "showers", Picture.ALL, Picture.ALL, 80, -1)));
        var around = new Around(
                List.of(new Offer(
                        "s",
                        "o",
                        Set.of("showers"),
                        Set.of(),
                        Set.of("91860101"),
                        List.of(new GeoPoint(37.98, 23.73)),
                        LocalDate.of(2026, 5, 1))),
                List.of(new Counter("s", "", "places", 2, null, 3, 30, 13)),
                List.of(new Estimate("", "women", "showers", 50, 40, 60, "survey", LocalDate.of(2025, 1, 1))),
                Set.of("showers|o"),
                Map.of("showers", Set.of("91860107")),
                LocalDate.of(2026, 5, 2));

        assertThat(Tellings.read(Tellings.write(told), Told.class)).isEqualTo(told);
        assertThat(Tellings.read(Tellings.write(around), Around.class)).isEqualTo(around);
    }
}
