package org.opensocialnet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CityTest {

    static final Told CITY = Told.on(Told.A_SATURDAY);

    @Test
    void has45CivilSocietyOrganisationsAnd13MunicipalBodiesBesideTheCityItself() {
        assertThat(CITY.rows("organization", "kind", "civil-society")).hasSize(45);
        assertThat(CITY.rows("organization", "kind", "municipal"))
                .filteredOn(body -> !body.getOrDefault("name", "").equals("Δήμος Αθηναίων"))
                .hasSize(13);
    }

    @Test
    void has250Services() {
        assertThat(CITY.rows("service")).hasSize(250);
    }

    @Test
    void hasEightFriendshipClubsInEightNeighbourhoods() {
        var clubs = services("Λέσχη Φιλίας: ");
        assertThat(clubs).hasSize(8);
        assertThat(clubs.stream().map(club -> club.getOrDefault("name", ""))).doesNotHaveDuplicates();
    }

    @Test
    void hasFiveMobileUnitsForSupervisedConsumptionEachWithARouteOfTimedStops() {
        var units = services("Κινητή μονάδα ");
        assertThat(units).hasSize(5).allSatisfy(unit -> {
            assertThat(unit).containsEntry("service_kind", "mobile");
            var stops = CITY.rows("service_at_location", "service_id", unit.getOrDefault("id", ""))
                    .toList();
            assertThat(stops).hasSizeGreaterThan(1).allSatisfy(stop -> {
                assertThat(stop).containsKey("stop_position");
                assertThat(CITY.rows("schedule", "service_at_location_id", stop.getOrDefault("id", "")))
                        .isNotEmpty()
                        .allSatisfy(times -> assertThat(times).containsKeys("byday", "opens_at", "closes_at"));
            });
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Αντιδημαρχία Κοινωνικής Αλληλεγγύης",
                "Διεύθυνση Κοινωνικής Αλληλεγγύης",
                "ΚΥΑΔΑ",
                "Αθηνά-Υγεία",
                "Λέσχες Φιλίας",
                "ΕΑΤΑ",
                "ACCMR",
                "Σεράφειο",
                "ΟΚΑΝΑ",
                "ΚΕΘΕΑ",
                "ΕΣΥ",
                "Γενική Γραμματεία Δημογραφικής",
                "ΚΕΔΕ",
                "Προμηθέας",
                "Ελληνική Επιστημονική Εταιρεία",
                "Θετική Φωνή",
                "Bloomberg Philanthropies / Vital Strategies",
                "Strong me",
                "Θέαμα",
                "ΙΣΟΝ",
                "Ίδρυμα Μείζονος Ελληνισμού",
                "STEKI 46",
                "Ξενώνας Μεταβατικής Φιλοξενίας",
                "Υπνωτήριο Αστέγων Χρηστών",
                "Ανοικτό Κέντρο Ημέρας",
                "Ουσιοεξαρτημένων Γυναικών"
            })
    void hasEveryBodyThatTheSourcesName(String name) {
        assertThat(CITY.values("organization", "name")).anyMatch(found -> found.contains(name));
    }

    @Test
    void everyBodySaysWhetherItIsInventedOrWhatOfItIs() {
        assertThat(CITY.rows("organization"))
                .allSatisfy(body ->
                        assertThat(body.getOrDefault("description", "")).containsAnyOf("επινοημένος", "επινοημένα"));
    }

    @Test
    void everyServiceCanBeReachedAndSaysWhenItIsOpenAndWhatKindItIs() {
        assertThat(CITY.rows("service")).allSatisfy(service -> {
            var id = service.getOrDefault("id", "");
            assertThat(CITY.rows("phone", "service_id", id))
                    .as("phone of %s", service.getOrDefault("name", ""))
                    .isNotEmpty();
            assertThat(hours(id))
                    .as("hours of %s", service.getOrDefault("name", ""))
                    .isNotEmpty();
            assertThat(CITY.rows("attribute", "link_id", id).map(term -> term.getOrDefault("link_type", "")))
                    .as("terms of %s", service.getOrDefault("name", ""))
                    .contains(Terms.KINDS, Terms.GROUPS);
            assertThat(CITY.rows("language", "service_id", id))
                    .as("languages of %s", service.getOrDefault("name", ""))
                    .isNotEmpty();
        });
    }

    private static Stream<Map<String, String>> hours(String service) {
        return Stream.concat(
                CITY.rows("schedule", "service_id", service),
                CITY.rows("service_at_location", "service_id", service)
                        .flatMap(at -> CITY.rows("schedule", "service_at_location_id", at.getOrDefault("id", ""))));
    }

    @Test
    void everyTextIsInGreekAndInEnglish() {
        for (var table : List.of("organization", "service", "program")) {
            assertThat(CITY.rows(table)).allSatisfy(row -> {
                for (var column : List.of("name", "description")) {
                    assertThat(row.get(column)).isNotBlank();
                    assertThat(Told.english(row, column))
                            .as("English %s of %s", column, row.getOrDefault("name", ""))
                            .isNotBlank()
                            .doesNotContainPattern("[α-ωά-ώ]");
                }
            });
        }
        assertThat(CITY.rows("notice"))
                .allSatisfy(
                        notice -> assertThat(Told.english(notice, "message")).isNotBlank());
    }

    @Test
    void greekTextsAreGreek() {
        assertThat(CITY.rows("service"))
                .allSatisfy(service -> assertThat(service.getOrDefault("description", ""))
                        .matches("(?s).*[α-ωά-ώ]{4}.*")
                        .doesNotContain(" | "));
    }

    @Test
    void nothingLiesOutsideAthens() {
        assertThat(CITY.rows("location", "location_type", "physical")).allSatisfy(place -> {
            assertThat(Double.parseDouble(place.getOrDefault("latitude", ""))).isBetween(37.95, 38.03);
            assertThat(Double.parseDouble(place.getOrDefault("longitude", ""))).isBetween(23.68, 23.79);
            assertThat(place.getOrDefault("zone", "")).matches("9186010[1-7]");
        });
    }

    @Test
    void everyCommunityHasItsPlaces() {
        assertThat(CITY.values("location", "zone"))
                .contains("91860101", "91860102", "91860103", "91860104", "91860105", "91860106", "91860107");
    }

    @Test
    void noNumberCouldRingAnywhereButTheHelplineTheSourcesKnow() {
        assertThat(CITY.values("phone", "number")).allMatch(number -> number.matches("210 0\\d\\d \\d{4}|15900"));
    }

    @Test
    void mailAndPagesLeadNowhere() {
        assertThat(CITY.values("organization", "email")).allMatch(mail -> mail.endsWith(".example.org"));
        assertThat(CITY.values("service", "url")).allMatch(page -> page.contains(".example.org/"));
    }

    @Test
    void everyIdIsThereOnce() {
        CITY.tables()
                .forEach((table, rows) -> assertThat(rows.stream().map(row -> row.getOrDefault("id", "")))
                        .as(table)
                        .doesNotHaveDuplicates());
    }

    @Test
    void everyReferenceLeadsToARow() {
        var ids = new HashSet<String>();
        CITY.tables().values().forEach(rows -> rows.forEach(row -> ids.add(row.getOrDefault("id", ""))));
        var references = List.of(
                "organization_id",
                "service_id",
                "location_id",
                "program_id",
                "moved_to_id",
                "service_at_location_id",
                "predecessor_id",
                "successor_id",
                "parent_organization_id",
                "unit_id",
                "funding_id",
                "link_id");
        CITY.tables()
                .forEach((table, rows) -> rows.forEach(row -> references.stream()
                        .filter(row::containsKey)
                        .forEach(column -> assertThat(ids)
                                .as("%s.%s of %s", table, column, row)
                                .contains(row.get(column)))));
    }

    @Test
    void isTheSameInEveryTellingOfADay() {
        assertThat(Told.on(Told.A_SATURDAY)).isEqualTo(CITY);
    }

    @Test
    void onAnotherDayOfTheWeekOnlyWhatIsFreeWasCountedAnew() {
        var sunday = new TreeMap<>(Told.on(Told.A_SATURDAY.plusDays(1)).tables());
        var saturday = new TreeMap<>(CITY.tables());
        assertThat(sunday.remove("service_capacity")).isNotEqualTo(saturday.remove("service_capacity"));
        assertThat(sunday).isEqualTo(saturday);
        assertThat(Told.on(Told.A_SATURDAY.plusDays(2)).tables().get("service")).isNotEqualTo(saturday.get("service"));
    }

    private static List<Map<String, String>> services(String beginning) {
        return CITY.rows("service").stream()
                .filter(service -> service.getOrDefault("name", "").startsWith(beginning))
                .toList();
    }
}
