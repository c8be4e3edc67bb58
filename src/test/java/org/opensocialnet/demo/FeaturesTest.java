package org.opensocialnet.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opensocialnet.demo.CityTest.CITY;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever the directory can say, the invented city says at least once: it is the stage of every other test. */
class FeaturesTest {

    @Test
    void organisationsHaveParentsIdentifiersAndSuccession() {
        assertThat(CITY.rows("organization")).anyMatch(body -> body.containsKey("parent_organization_id"));
        assertThat(CITY.rows("organization_identifier")).isNotEmpty();
        assertThat(CITY.values("organization_succession", "event"))
                .containsExactly("merged-into", "moved-under", "renamed");
    }

    @Test
    void servicesAreOfEveryKind() {
        assertThat(CITY.values("service", "service_kind"))
                .containsExactly("mobile", "programme", "service", "structure");
        assertThat(CITY.values("location", "location_type")).containsExactly("physical", "virtual");
    }

    @Test
    void schedulesAreOfEveryKind() {
        assertThat(CITY.values("schedule", "freq")).containsExactly("", "MONTHLY", "WEEKLY");
        assertThat(CITY.values("schedule", "holidays")).contains("", "as-usual");
        assertThat(CITY.values("schedule", "closed")).contains("true");
        assertThat(CITY.values("schedule", "by_appointment")).contains("true");
        assertThat(CITY.values("schedule", "byday")).contains("MO,TU,WE,TH,FR", "1TU", "-1SA");
        assertThat(CITY.rows("schedule")).as("across midnight").anyMatch(FeaturesTest::acrossMidnight);
        assertThat(CITY.rows("schedule")).as("all day").anyMatch(FeaturesTest::allDay);
        assertThat(CITY.rows("schedule")).as("a season").anyMatch(hours -> hours.containsKey("valid_from"));
        assertThat(CITY.rows("schedule"))
                .as("prose alone")
                .anyMatch(hours -> hours.containsKey("description") && !hours.containsKey("opens_at"));
    }

    private static boolean acrossMidnight(Map<String, String> hours) {
        var opens = hours.getOrDefault("opens_at", "");
        var closes = hours.getOrDefault("closes_at", "");
        return closes.compareTo(opens) < 0;
    }

    private static boolean allDay(Map<String, String> hours) {
        return hours.containsKey("opens_at")
                && hours.getOrDefault("opens_at", "").equals(hours.getOrDefault("closes_at", ""));
    }

    @Test
    void someOpenOnEasterSunday() {
        assertThat(CITY.rows("schedule", "valid_from", "2027-05-02")).isNotEmpty();
    }

    @Test
    void placesAreAccessibleInSeveralWaysAndSomeAreConfidential() {
        assertThat(CITY.values("accessibility", "feature"))
                .contains("wheelchair", "lift", "ramp", "toilet", "sign-language", "induction-loop", "guide-dog");
        assertThat(CITY.rows("location", "confidential", "true")).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void accessIsToldAsData() {
        assertThat(CITY.values("service", "referral_needed")).containsExactly("false", "true");
        assertThat(CITY.values("service", "papers_needed")).containsExactly("false", "true");
        assertThat(CITY.values("service", "free_of_charge")).containsExactly("false", "true");
        assertThat(CITY.rows("service"))
                .anyMatch(service -> service.containsKey("minimum_age") && service.containsKey("maximum_age"));
        assertThat(CITY.rows("required_document")).isNotEmpty();
        assertThat(CITY.rows("cost_option")).isNotEmpty();
        assertThat(CITY.values("service_area", "extent")).contains("", "91860101");
        assertThat(CITY.values("language", "code"))
                .contains("el", "en", "ar", "fa", "fr", "uk", "sq", "ur", "ro", "gss");
        assertThat(CITY.rows("service")).anyMatch(service -> service.containsKey("interpretation_services"));
        assertThat(CITY.rows("service")).anyMatch(service -> service.containsKey("wait_time"));
    }

    @Test
    void capacityIsPerUnitTargetGroupAndFundingShare() {
        assertThat(CITY.rows("service_capacity"))
                .anyMatch(room -> room.containsKey("target_group_id")
                        && room.containsKey("funding_id")
                        && room.containsKey("funded_share"));
        assertThat(CITY.rows("service_capacity"))
                .anyMatch(room -> room.getOrDefault("available", "").equals("0"));
        assertThat(CITY.rows("unit").size()).isGreaterThan(5);
        assertThat(CITY.rows("funding")).isNotEmpty();
        assertThat(CITY.rows("program")).isNotEmpty();
    }

    @Test
    void noticesAreOfEveryKindPastPresentAndToCome() {
        var now = Told.A_SATURDAY.toString();
        assertThat(CITY.values("notice", "kind")).containsExactly("changed-hours", "closed", "message", "moved");
        assertThat(CITY.rows("notice"))
                .anyMatch(notice -> notice.getOrDefault("ends_at", "").compareTo(now) < 0);
        assertThat(CITY.rows("notice"))
                .anyMatch(notice -> notice.getOrDefault("starts_at", "").compareTo(now) > 0);
        assertThat(CITY.rows("notice"))
                .anyMatch(notice -> notice.getOrDefault("starts_at", "").compareTo(now) < 0
                        && notice.getOrDefault("ends_at", "").compareTo(now) > 0);
    }

    @Test
    void recordsAreFreshAndStale() {
        var assured = CITY.values("service", "assured_date");
        assertThat(assured.first()).isLessThan(Told.A_SATURDAY.minusDays(365).toString());
        assertThat(assured.last()).isGreaterThan(Told.A_SATURDAY.minusDays(14).toString());
        assertThat(CITY.rows("service")).allMatch(service -> service.containsKey("next_check"));
    }

    @Test
    void someRecordsAreSensitiveAndSomeForProfessionalsOnly() {
        assertThat(CITY.rows("service", "sensitive", "true").count()).isGreaterThan(20);
        assertThat(CITY.rows("service", "visibility", "professionals").count()).isBetween(2L, 3L);
        assertThat(CITY.values("contact", "visibility")).contains("", "professionals");
    }
}
