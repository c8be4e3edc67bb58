package org.opensocialnet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LargeTest {

    static final City CITY = new City(CityText.read(), Told.ANY_TERMS, Calendar.of(Told.A_SATURDAY));

    @Test
    void theLargeCityHasExactlyAsManyServicesAsAsked() {
        var counts = new TreeMap<String, Integer>();
        CITY.tellLarge(3_000, (table, _) -> counts.merge(table, 1, Integer::sum));
        assertThat(counts).containsEntry("service", 3_000);
        assertThat(counts.get("organization")).isGreaterThan(600);
    }

    @Test
    void everyRowHasAnIdOfItsOwn() {
        var ids = new HashSet<String>();
        CITY.tellLarge(
                2_000,
                (table, row) ->
                        assertThat(ids.add(table + row.getOrDefault("id", ""))).isTrue());
    }

    @Test
    void bodiesThatExistAreNotCopied() {
        CITY.tellLarge(2_000, (table, row) -> {
            if (table.equals("organization") && row.getOrDefault("name", "").contains("συνοικία")) {
                assertThat(row.getOrDefault("description", "")).contains("επινοημένος");
            }
        });
    }

    @Test
    void theLargeCityStillLiesInAthens() {
        CITY.tellLarge(2_000, (table, row) -> {
            if (table.equals("location") && row.containsKey("latitude")) {
                inAthens(row);
            }
        });
    }

    private static void inAthens(Map<String, String> place) {
        assertThat(Double.parseDouble(place.getOrDefault("latitude", ""))).isBetween(37.95, 38.03);
        assertThat(Double.parseDouble(place.getOrDefault("longitude", ""))).isBetween(23.68, 23.79);
    }
}
