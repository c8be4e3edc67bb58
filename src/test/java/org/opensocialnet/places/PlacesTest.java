package org.opensocialnet.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensocialnet.kernel.GeoPoint;

class PlacesTest {

    final Places places = new Places(new Ground(new PlacesSettings("")));

    @ParameterizedTest
    @CsvSource({
        "square-omonia,91860101",
        "square-pangrati,91860102",
        "neighbourhood-petralona,91860103",
        "neighbourhood-kolonos,91860104",
        "station-ano-patissia,91860105",
        "neighbourhood-kypseli,91860106",
        "station-ambelokipi,91860107"
    })
    void aKnownPlaceLiesInItsCommunity(String code, String community) {
        assertThat(places.byCode(code).map(Place::centre).flatMap(places::communityAt))
                .map(Place::code)
                .contains(community);
    }

    @Test
    void everyKnownPlaceLiesInExactlyOneCommunity() {
        var areas = new Ground(new PlacesSettings("")).communities();

        assertThat(areas).hasSize(7);
        assertThat(places.all())
                .hasSizeGreaterThan(75)
                .allSatisfy(place -> assertThat(areas.stream().filter(area -> area.contains(place.centre())))
                        .as(place.greek())
                        .hasSize(1));
        assertThat(places.all()).extracting(Place::code).doesNotHaveDuplicates();
        assertThat(places.all()).allSatisfy(place -> {
            assertThat(place.greek()).matches("[\\p{IsGreek}\\d .\\-΄']+");
            assertThat(place.english()).matches("[\\p{IsLatin}\\d .\\-’]+");
        });
    }

    @Test
    void outsideTheCityThereIsNoCommunity() {
        assertThat(places.communityAt(new GeoPoint(37.942, 23.646))).isEmpty();
    }

    @Test
    void distancesAreRight() {
        var omonia = places.byCode("square-omonia").orElseThrow().centre();
        var syntagma = places.byCode("square-syntagma").orElseThrow().centre();

        assertThat(omonia.metresTo(syntagma)).isBetween(1_000.0, 1_300.0);
    }

    @Test
    void officialBoundariesReplaceTheSchematicOnes(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("boundaries.geojson"), """
                {"type":"FeatureCollection","features":[{"type":"Feature",
                 "properties":{"code":"X1","name":"Πρώτη"},
                 "geometry":{"type":"MultiPolygon","coordinates":
                  [[[[23,37],[24,37],[24,38],[23,38],[23,37]],[[23.4,37.4],[23.6,37.4],[23.6,37.6],[23.4,37.6],[23.4,37.4]]]]}}]}
                """);

        var base = new Ground(new PlacesSettings(file.toString()));
        var official = new Places(base);

        assertThat(official.communities()).extracting(Place::code).containsExactly("X1");
        assertThat(official.communityAt(new GeoPoint(37.2, 23.5))).isPresent();
        assertThat(official.communityAt(new GeoPoint(37.5, 23.5))).as("a hole").isEmpty();
        assertThat(new String(base.document(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("Πρώτη", "Ομόνοια")
                .doesNotContain("91860101");
    }

    @Test
    void unusableBoundariesStopTheStartWithWords(@TempDir Path folder) throws IOException {
        for (var content :
                List.of("no json", "{}", "{\"features\":[{\"properties\":{\"code\":\"1\",\"el\":\"α\"}}]}")) {
            var file = Files.writeString(folder.resolve("bad.geojson"), content);
            assertThatThrownBy(() -> new Ground(new PlacesSettings(file.toString())))
                    .hasMessageContaining("osn.map.boundaries")
                    .hasMessageContaining("cannot be used");
        }
    }
}
