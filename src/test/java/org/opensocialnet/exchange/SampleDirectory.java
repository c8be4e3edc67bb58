package org.opensocialnet.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.directory.HsdsTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small directory to ask about: 25 services of a kitchen with everything HSDS knows, a confidential shelter,
 * and a service that only professionals may know of. What must not leave carries the word SECRET.
 */
class SampleDirectory {

    static final String SOURCE = "api-sample";
    static final UUID KITCHEN = id("kitchen");
    static final UUID SHELTER_ORGANIZATION = id("shelter organization");
    static final UUID SOUP = id("service 1");
    static final UUID SHELTER = id("shelter service");
    static final UUID HIDDEN = id("hidden service");
    static final UUID FOOD = id("term food");
    static final UUID TAXONOMY = id("taxonomy");

    private final JdbcClient jdbc;

    SampleDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    void fill() {
        empty();
        jdbc.sql("insert into directory.source (id, name) values (?, 'Sample')")
                .param(SOURCE)
                .update();
        taxonomy();
        organizations();
        for (int i = 1; i <= 25; i++) {
            service(i);
        }
        placeOfTheKitchen();
        childrenOfSoup();
        shelter();
        hidden();
    }

    void empty() {
        var tables = new ArrayList<>(HsdsTable.all());
        for (var table : tables.reversed()) {
            jdbc.sql("delete from directory." + table.name() + " where record_source = ?")
                    .param(SOURCE)
                    .update();
        }
        jdbc.sql("delete from directory.source where id = ?").param(SOURCE).update();
    }

    private void taxonomy() {
        put("taxonomy", "id", TAXONOMY, "name", "Είδη", "description", "Είδη υπηρεσιών", "version", "1");
        put(
                "taxonomy_term",
                "id",
                FOOD,
                "name",
                "Τροφή",
                "description",
                "",
                "code",
                "food",
                "taxonomy_id",
                TAXONOMY,
                "translations",
                Map.of("en", Map.of("name", "Food")));
        put(
                "taxonomy_term",
                "id",
                id("term meals"),
                "name",
                "Γεύματα",
                "description",
                "",
                "parent_id",
                FOOD,
                "taxonomy_id",
                TAXONOMY);
        put("unit", "id", id("unit"), "name", "μερίδα");
    }

    private void organizations() {
        put(
                "organization",
                "id",
                KITCHEN,
                "name",
                "Κουζίνα Αλληλεγγύης",
                "description",
                "Μαγειρεύει",
                "email",
                "hello@example.org",
                "website",
                "https://example.org",
                "year_incorporated",
                1999,
                "kind",
                "civil-society",
                "translations",
                Map.of("en", Map.of("name", "Solidarity Kitchen")));
        put(
                "organization_identifier",
                "id",
                id("oi"),
                "organization_id",
                KITCHEN,
                "identifier_scheme",
                "GR-AFM",
                "identifier_type",
                "ΑΦΜ",
                "identifier",
                "000000000");
        put("program", "id", id("program"), "organization_id", KITCHEN, "name", "Χειμώνας", "description", "");
        put("organization", "id", SHELTER_ORGANIZATION, "name", "Φορέας στέγης", "description", "");
        put("url", "id", id("url o"), "organization_id", KITCHEN, "url", "https://example.org/more", "label", "Νέα");
    }

    private void service(int i) {
        put(
                "service",
                "id",
                id("service " + i),
                "organization_id",
                KITCHEN,
                "program_id",
                i % 2 == 0 ? id("program") : null,
                "name",
                i == 1 ? "Συσσίτιο" : "Υπηρεσία " + i,
                "description",
                "Περιγραφή " + i,
                "status",
                "active",
                "minimum_age",
                18,
                "last_modified",
                "2026-01-%02dT10:00:00Z".formatted(i),
                "url",
                "https://example.org/" + i,
                "translations",
                Map.of("en", Map.of("name", "Service number " + i)));
        put(
                "attribute",
                "id",
                id("attribute " + i),
                "link_id",
                id("service " + i),
                "link_entity",
                "service",
                "taxonomy_term_id",
                i <= 10 ? FOOD : id("term meals"));
    }

    private void placeOfTheKitchen() {
        put(
                "location",
                "id",
                id("place"),
                "location_type",
                "physical",
                "name",
                "Πλατεία",
                "organization_id",
                KITCHEN,
                "latitude",
                37.98,
                "longitude",
                23.72);
        put(
                "address",
                "id",
                id("address"),
                "location_id",
                id("place"),
                "address_1",
                "Οδός 1",
                "city",
                "Αθήνα",
                "state_province",
                "Αττική",
                "postal_code",
                "105 52",
                "country",
                "GR",
                "address_type",
                "physical");
        put(
                "accessibility",
                "id",
                id("ramp"),
                "location_id",
                id("place"),
                "description",
                "Ράμπα",
                "feature",
                "wheelchair");
        for (int i = 1; i <= 5; i++) {
            put(
                    "service_at_location",
                    "id",
                    id("at " + i),
                    "service_id",
                    id("service " + i),
                    "location_id",
                    id("place"));
        }
        put(
                "location",
                "id",
                id("far place"),
                "location_type",
                "physical",
                "name",
                "Μακριά",
                "latitude",
                38.2,
                "longitude",
                23.9);
        put("service_at_location", "id", id("at far"), "service_id", id("service 6"), "location_id", id("far place"));
    }

    private void childrenOfSoup() {
        put(
                "contact",
                "id",
                id("contact"),
                "service_id",
                SOUP,
                "name",
                "Υποδοχή",
                "title",
                "υποδοχή",
                "email",
                "desk@example.org");
        put(
                "phone",
                "id",
                id("phone"),
                "service_id",
                SOUP,
                "number",
                "+30 210 0000000",
                "extension",
                12,
                "type",
                "voice");
        put("phone", "id", id("phone of contact"), "contact_id", id("contact"), "number", "+30 210 0000001");
        put("language", "id", id("language"), "phone_id", id("phone"), "name", "Αγγλικά", "code", "en");
        put("language", "id", id("language s"), "service_id", SOUP, "name", "Ελληνικά", "code", "el");
        put(
                "schedule",
                "id",
                id("schedule"),
                "service_id",
                SOUP,
                "freq",
                "WEEKLY",
                "byday",
                "MO,WE",
                "opens_at",
                "22:00",
                "closes_at",
                "02:00",
                "wkst",
                "MO",
                "interval",
                1,
                "valid_from",
                "2026-01-01");
        put(
                "schedule",
                "id",
                id("schedule at"),
                "service_at_location_id",
                id("at 1"),
                "description",
                "ρωτήστε πρώτα",
                "by_appointment",
                true);
        put(
                "service_area",
                "id",
                id("area"),
                "service_id",
                SOUP,
                "name",
                "Κέντρο",
                "extent_type",
                "text",
                "extent",
                "11743");
        put("required_document", "id", id("document"), "service_id", SOUP, "document", "Κανένα");
        put("cost_option", "id", id("cost"), "service_id", SOUP, "option", "Μερίδα", "currency", "EUR", "amount", 0.5);
        put("funding", "id", id("funding"), "service_id", SOUP, "source", "Δωρεές");
        put(
                "service_capacity",
                "id",
                id("capacity"),
                "service_id",
                SOUP,
                "unit_id",
                id("unit"),
                "available",
                40,
                "maximum",
                120,
                "updated",
                "2026-02-01T08:00:00Z",
                "target_group_id",
                FOOD);
        put("url", "id", id("url s"), "service_id", SOUP, "url", "https://example.org/menu");
        put(
                "metadata",
                "id",
                id("metadata"),
                "resource_id",
                SOUP,
                "resource_type",
                "service",
                "last_action_date",
                "2026-01-02",
                "last_action_type",
                "update",
                "field_name",
                "name",
                "previous_value",
                "Σούπα",
                "replacement_value",
                "Συσσίτιο",
                "updated_by",
                "own");
        put(
                "notice",
                "id",
                id("notice"),
                "service_id",
                SOUP,
                "kind",
                "closed",
                "message",
                "Αργία",
                "starts_at",
                "2026-08-15T00:00:00Z",
                "ends_at",
                "2026-08-16T00:00:00Z");
    }

    private void shelter() {
        put("service", "id", SHELTER, "organization_id", SHELTER_ORGANIZATION, "name", "Ξενώνας", "status", "active");
        put(
                "location",
                "id",
                id("shelter place"),
                "location_type",
                "physical",
                "confidential",
                true,
                "organization_id",
                SHELTER_ORGANIZATION,
                "name",
                "SECRET-name",
                "alternate_name",
                "SECRET-alternate",
                "description",
                "SECRET-description",
                "transportation",
                "SECRET-transport",
                "url",
                "https://SECRET-url.example.org",
                "external_identifier",
                "SECRET-external",
                "latitude",
                37.12345,
                "longitude",
                23.54321,
                "area",
                "Αθήνα",
                "zone",
                "91860101",
                "translations",
                Map.of("en", Map.of("name", "SECRET-translated", "area", "Athens")));
        put(
                "address",
                "id",
                id("shelter address"),
                "location_id",
                id("shelter place"),
                "address_1",
                "SECRET-street",
                "city",
                "Αθήνα",
                "state_province",
                "Αττική",
                "postal_code",
                "SECRET-77777",
                "country",
                "GR",
                "address_type",
                "physical");
        put(
                "service_at_location",
                "id",
                id("shelter at"),
                "service_id",
                SHELTER,
                "location_id",
                id("shelter place"),
                "description",
                "SECRET-at");
        put("contact", "id", id("shelter contact"), "location_id", id("shelter place"), "name", "SECRET-contact");
        put(
                "contact",
                "id",
                id("shelter professional"),
                "service_id",
                SHELTER,
                "name",
                "SECRET-professional",
                "visibility",
                "professionals");
        put(
                "accessibility",
                "id",
                id("shelter access"),
                "location_id",
                id("shelter place"),
                "description",
                "SECRET-access",
                "details",
                "SECRET-details",
                "feature",
                "wheelchair");
        put("phone", "id", id("shelter phone"), "location_id", id("shelter place"), "number", "+30 15900");
        put(
                "metadata",
                "id",
                id("shelter metadata"),
                "resource_id",
                id("shelter place"),
                "resource_type",
                "location",
                "last_action_date",
                "2026-01-02",
                "last_action_type",
                "update",
                "field_name",
                "name",
                "previous_value",
                "SECRET-before",
                "replacement_value",
                "SECRET-after",
                "updated_by",
                "own");
    }

    private void hidden() {
        put(
                "service",
                "id",
                HIDDEN,
                "organization_id",
                KITCHEN,
                "name",
                "SECRET-hidden",
                "status",
                "active",
                "visibility",
                "professionals");
        put(
                "organization",
                "id",
                id("hidden organization"),
                "name",
                "SECRET-organization",
                "description",
                "",
                "visibility",
                "professionals");
        put("location", "id", id("hidden place"), "location_type", "physical", "name", "SECRET-hidden-place");
        put("service_at_location", "id", id("hidden at"), "service_id", HIDDEN, "location_id", id("hidden place"));
        put("phone", "id", id("hidden phone"), "service_id", HIDDEN, "number", "SECRET-phone");
        put("schedule", "id", id("hidden schedule"), "service_id", HIDDEN, "description", "SECRET-schedule");
    }

    private void put(String table, @Nullable Object... columnsAndValues) {
        var row = new LinkedHashMap<String, Object>();
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            var value = columnsAndValues[i + 1];
            if (value != null) {
                row.put(String.valueOf(columnsAndValues[i]), value);
            }
        }
        row.put("record_source", SOURCE);
        var columns = row.keySet().stream().map(column -> '"' + column + '"').collect(Collectors.joining(", "));
        jdbc.sql(
                        "insert into directory.%1$s (%2$s) select %2$s from jsonb_populate_record(null::directory.%1$s, ?::jsonb)"
                                .formatted(table, columns))
                .param(JsonMapper.shared().writeValueAsString(row))
                .update();
    }

    static List<String> kitchenServices() {
        return java.util.stream.IntStream.rangeClosed(1, 25)
                .mapToObj(i -> id("service " + i).toString())
                .toList();
    }
}
