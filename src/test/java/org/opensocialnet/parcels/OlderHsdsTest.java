package org.opensocialnet.parcels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opensocialnet.intake.RowOrigin;

/** What became of the tables and columns of HSDS 2. */
class OlderHsdsTest {

    final Collected rows = new Collected();
    final OlderHsds older = new OlderHsds(rows);

    @Test
    void twoKindsOfAddressBecameOneTable() {
        take("physical_address", Map.of("id", "a1", "city", "Αθήνα"));
        take("postal_address", Map.of("id", "a2", "city", "Αθήνα"));

        assertThat(rows.of("address"))
                .extracting(row -> row.values().get("address_type"))
                .containsExactly("physical", "postal");
    }

    @Test
    void aWeekdayBecameARecurrence() {
        take("regular_schedule", Map.of("id", "r1", "service_id", "s1", "weekday", "Wednesday", "opens_at", "09:00"));
        take("regular_schedule", Map.of("id", "r2", "service_id", "s1", "weekday", "7", "opens_at", "09:00"));

        assertThat(rows.of("schedule"))
                .extracting(row -> row.values().get("byday"))
                .containsExactly("WE", "SU");
        assertThat(rows.of("schedule"))
                .extracting(row -> row.values().get("freq"))
                .containsOnly("WEEKLY");
    }

    @Test
    void aDayThatIsNoneIsLeftOut() {
        take("regular_schedule", Map.of("id", "r1", "weekday", "Someday"));

        assertThat(rows.rows).isEmpty();
        assertThat(rows.leftOut)
                .singleElement()
                .satisfies(left -> assertThat(left.value()).isEqualTo("Someday"));
    }

    @Test
    void aHolidayBecameAnException() {
        take(
                "holiday_schedule",
                Map.of("id", "h1", "closed", "TRUE", "start_date", "2026-08-01", "end_date", "2026-08-20"));

        assertThat(rows.only("schedule"))
                .containsEntry("closed", "true")
                .containsEntry("valid_from", "2026-08-01")
                .containsEntry("valid_to", "2026-08-20");
    }

    @Test
    void termsOfAServiceBecameAttributes() {
        take("service_taxonomy", Map.of("id", "x1", "service_id", "s1", "taxonomy_id", "t1", "taxonomy_detail", "d"));
        take(
                "other_attribute",
                Map.of("id", "x2", "link_id", "o1", "link_type", "organization", "taxonomy_term_id", "t1"));

        assertThat(rows.of("attribute").getFirst().values())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "id", "x1", "link_id", "s1", "link_entity", "service", "taxonomy_term_id", "t1", "value", "d"));
        assertThat(rows.of("attribute").getLast().values()).containsEntry("link_entity", "organization");
    }

    @Test
    void whatWasCalledATaxonomyIsATerm() {
        take("taxonomy", Map.of("id", "t1", "name", "Food", "parent_id", "", "vocabulary", "Open Eligibility"));
        take("taxonomy", Map.of("id", "t2", "name", "Meals", "parent_id", "t1", "vocabulary", "Open Eligibility"));

        var vocabulary = rows.only("taxonomy");
        assertThat(vocabulary).containsEntry("name", "Open Eligibility");
        assertThat(rows.of("taxonomy_term"))
                .hasSize(2)
                .allSatisfy(term -> assertThat(term.values()).containsEntry("taxonomy_id", vocabulary.get("id")));
    }

    @Test
    void aTaxonomyOfTodayIsLeftAlone() {
        take("taxonomy", Map.of("id", "t1", "name", "Food", "description", "", "version", "1"));

        assertThat(rows.only("taxonomy")).containsEntry("version", "1");
    }

    @Test
    void eligibilityBecameAColumnOfItsService() {
        take("eligibility", Map.of("id", "e1", "service_id", "s1", "eligibility", "Adults", "minimum_age", "18"));
        take("service", Map.of("id", "s1", "name", "A"));

        assertThat(rows.only("service"))
                .containsEntry("eligibility_description", "Adults")
                .containsEntry("minimum_age", "18");
    }

    @Test
    void smallerThingsWereRenamed() {
        take("accessibility_for_disabilities", Map.of("id", "1", "accessibility", "ramp"));
        take("language", Map.of("id", "2", "language", "Farsi"));
        take("service_area", Map.of("id", "3", "service_area", "Attica"));
        take("payment_accepted", Map.of("id", "4", "service_id", "s1", "payment", "Cash"));
        take("organization", Map.of("id", "5", "url", "http://example.org"));
        take("location", Map.of("id", "6"));

        assertThat(rows.only("accessibility")).containsEntry("description", "ramp");
        assertThat(rows.only("language")).containsEntry("name", "Farsi");
        assertThat(rows.only("service_area")).containsEntry("name", "Attica");
        assertThat(rows.only("cost_option")).containsEntry("amount_description", "Cash");
        assertThat(rows.only("organization")).containsEntry("website", "http://example.org");
        assertThat(rows.only("location")).containsEntry("location_type", "physical");
    }

    private void take(String table, Map<String, String> values) {
        older.row(table, new RowOrigin("t.csv", 2), values);
    }
}
