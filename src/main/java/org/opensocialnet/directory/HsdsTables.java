package org.opensocialnet.directory;

import static org.opensocialnet.directory.HsdsColumn.Type.COORDINATE;
import static org.opensocialnet.directory.HsdsColumn.Type.DATE;
import static org.opensocialnet.directory.HsdsColumn.Type.ID;
import static org.opensocialnet.directory.HsdsColumn.Type.JSON;
import static org.opensocialnet.directory.HsdsColumn.Type.MOMENT;
import static org.opensocialnet.directory.HsdsColumn.Type.NUMBER;
import static org.opensocialnet.directory.HsdsColumn.Type.TEXT;
import static org.opensocialnet.directory.HsdsColumn.Type.TIME;
import static org.opensocialnet.directory.HsdsColumn.Type.WHOLE_NUMBER;
import static org.opensocialnet.directory.HsdsColumn.Type.YES_NO;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opensocialnet.directory.HsdsColumn.Type;

/** The definition of every table, in an order in which each refers only to itself and to those before it. */
final class HsdsTables {

    static final List<HsdsTable> IN_LOAD_ORDER = List.of(
            root("taxonomy")
                    .text("id!", "name!", "description=", "uri", "version")
                    .ours("code")
                    .translated(),
            root("taxonomy_term")
                    .text("id!", "code", "name!", "description=")
                    .with(id("parent_id").names("taxonomy_term"))
                    .text("taxonomy", "language")
                    .with(id("taxonomy_id").names("taxonomy"))
                    .text("term_uri")
                    .with(column("synonyms", JSON).or("{}").addedByUs())
                    .with(column("matches", JSON).or("{}").addedByUs())
                    .translated(),
            root("organization")
                    .text("id!", "name!", "alternate_name", "description=", "email", "website", "tax_status", "tax_id")
                    .with(column("year_incorporated", WHOLE_NUMBER))
                    .text("legal_status", "logo", "uri")
                    .with(id("parent_organization_id").names("organization"))
                    .with(word("kind", "other", "municipal", "state", "civil-society", "other"))
                    .with(word("visibility", "public", "public", "professionals")
                            .internal())
                    .translated(),
            ownTable("organization_succession")
                    .text("id!")
                    .with(id("predecessor_id").must().names("organization"))
                    .with(id("successor_id").must().names("organization"))
                    .with(column("event", TEXT).must().oneOf("merged-into", "renamed", "moved-under", "split-from"))
                    .with(column("happened_on", DATE))
                    .text("former_name", "note")
                    .end(),
            table("organization_identifier")
                    .text("id!")
                    .with(id("organization_id").must().hangsOn("organization"))
                    .text("identifier_scheme", "identifier_type!", "identifier!")
                    .end(),
            root("program")
                    .text("id!")
                    .with(id("organization_id").must().names("organization"))
                    .text("name!", "alternate_name", "description=")
                    .translated(),
            root("service")
                    .text("id!")
                    .with(id("organization_id").must().names("organization"))
                    .with(id("program_id").names("program"))
                    .text("name!", "alternate_name", "description", "url", "email")
                    .with(column("status", TEXT).must().oneOf("active", "inactive", "defunct", "temporarily closed"))
                    .text("interpretation_services", "application_process", "fees_description", "wait_time", "fees")
                    .text("accreditations", "eligibility_description")
                    .with(column("minimum_age", NUMBER))
                    .with(column("maximum_age", NUMBER))
                    .with(column("assured_date", DATE))
                    .text("assurer_email", "licenses", "alert")
                    .with(column("last_modified", MOMENT))
                    .with(word("service_kind", "service", "service", "structure", "programme", "mobile"))
                    .with(word("visibility", "public", "public", "professionals")
                            .internal())
                    .with(column("sensitive", YES_NO).or("false").addedByUs())
                    .with(column("referral_needed", YES_NO).addedByUs())
                    .with(column("papers_needed", YES_NO).addedByUs())
                    .with(column("free_of_charge", YES_NO).addedByUs())
                    .with(column("next_check", DATE).addedByUs())
                    .translated(),
            root("location")
                    .text("id!")
                    .with(column("location_type", TEXT).must().oneOf("physical", "postal", "virtual"))
                    .text("url")
                    .with(id("organization_id").names("organization"))
                    .text("name", "alternate_name", "description", "transportation")
                    .with(column("latitude", COORDINATE))
                    .with(column("longitude", COORDINATE))
                    .text("external_identifier", "external_identifier_type")
                    .with(column("confidential", YES_NO).or("false").addedByUs())
                    .ours("zone", "area")
                    .translated(),
            root("service_at_location")
                    .text("id!")
                    .with(id("service_id").must().names("service"))
                    .with(id("location_id").must().names("location"))
                    .text("description")
                    .with(column("stop_position", WHOLE_NUMBER).addedByUs())
                    .translated(),
            table("address")
                    .text("id!")
                    .with(id("location_id").must().hangsOn("location"))
                    .text("attention", "address_1!", "address_2", "city!", "region", "state_province!")
                    .text("postal_code!", "country!")
                    .with(column("address_type", TEXT).must().oneOf("physical", "postal", "virtual"))
                    .translated(),
            table("contact")
                    .text("id!")
                    .hangsOn("organization", "service", "service_at_location", "location")
                    .text("name", "title", "department", "email")
                    .with(word("visibility", "public", "public", "professionals")
                            .internal())
                    .translated(),
            table("phone")
                    .text("id!")
                    .hangsOn("location", "service", "organization", "contact", "service_at_location")
                    .text("number!")
                    .with(column("extension", NUMBER))
                    .text("type", "description")
                    .translated(),
            table("schedule")
                    .text("id!")
                    .hangsOn("service", "location", "service_at_location")
                    .with(column("valid_from", DATE))
                    .with(column("valid_to", DATE))
                    .with(column("dtstart", DATE))
                    .with(column("timezone", NUMBER))
                    .with(column("until", DATE))
                    .with(column("count", WHOLE_NUMBER))
                    .with(column("wkst", TEXT).oneOf("MO", "TU", "WE", "TH", "FR", "SA", "SU"))
                    .with(column("freq", TEXT).oneOf("WEEKLY", "MONTHLY"))
                    .with(column("interval", WHOLE_NUMBER))
                    .text("byday", "byweekno", "bymonthday", "byyearday", "description")
                    .with(column("opens_at", TIME))
                    .with(column("closes_at", TIME))
                    .text("schedule_link", "attending_type", "notes")
                    .with(column("closed", YES_NO).or("false").addedByUs())
                    .with(column("by_appointment", YES_NO).or("false").addedByUs())
                    .with(word("holidays", "closed", "closed", "as-usual", "only"))
                    .with(column("parsed", YES_NO).or("false").addedByUs())
                    .translated(),
            table("service_area")
                    .text("id!")
                    .hangsOn("service", "service_at_location")
                    .text("name", "description", "extent", "extent_type", "uri")
                    .translated(),
            table("language")
                    .text("id!")
                    .hangsOn("service", "location", "phone")
                    .text("name", "code", "note")
                    .end(),
            table("accessibility")
                    .text("id!")
                    .hangsOn("location")
                    .text("description", "details", "url")
                    .ours("feature")
                    .translated(),
            table("required_document")
                    .text("id!")
                    .hangsOn("service")
                    .text("document", "uri")
                    .translated(),
            table("cost_option")
                    .text("id!")
                    .with(id("service_id").must().hangsOn("service"))
                    .with(column("valid_from", DATE))
                    .with(column("valid_to", DATE))
                    .text("option", "currency")
                    .with(column("amount", NUMBER))
                    .text("amount_description")
                    .translated(),
            table("funding")
                    .text("id!")
                    .hangsOn("organization", "service")
                    .text("source")
                    .translated(),
            table("unit").text("id!", "name!", "scheme", "identifier", "uri").translated(),
            table("service_capacity")
                    .text("id!")
                    .with(id("service_id").must().hangsOn("service"))
                    .with(id("unit_id").must().names("unit"))
                    .with(column("available", NUMBER).must())
                    .with(column("maximum", NUMBER))
                    .text("description")
                    .with(column("updated", MOMENT).must())
                    .with(id("target_group_id").names("taxonomy_term").addedByUs())
                    .with(id("funding_id").names("funding").addedByUs())
                    .with(column("funded_share", NUMBER).addedByUs())
                    .translated(),
            table("url")
                    .text("id!", "label", "url!")
                    .hangsOn("organization", "service")
                    .end(),
            table("attribute")
                    .text("id!")
                    .with(id("link_id").must())
                    .with(id("taxonomy_term_id").must().names("taxonomy_term"))
                    .text("link_type")
                    .with(column("link_entity", TEXT)
                            .must()
                            .oneOf("organization", "program", "service", "location", "service_at_location"))
                    .text("value", "label")
                    .end(),
            table("metadata")
                    .text("id!")
                    .with(id("resource_id").must())
                    .with(column("resource_type", TEXT)
                            .must()
                            .oneOf("organization", "program", "service", "location", "service_at_location"))
                    .with(column("last_action_date", DATE).must())
                    .text("last_action_type!", "field_name!", "previous_value=", "replacement_value=", "updated_by!")
                    .end(),
            ownTable("notice")
                    .text("id!")
                    .hangsOn("organization", "service", "location")
                    .with(column("kind", TEXT).must().oneOf("closed", "changed-hours", "moved", "message"))
                    .text("message=")
                    .with(column("starts_at", MOMENT).must())
                    .with(column("ends_at", MOMENT))
                    .with(column("opens_at", TIME))
                    .with(column("closes_at", TIME))
                    .with(id("moved_to_id").names("location"))
                    .translated());

    static final Map<String, HsdsTable> BY_NAME =
            IN_LOAD_ORDER.stream().collect(Collectors.toUnmodifiableMap(HsdsTable::name, Function.identity()));

    private HsdsTables() {}

    private static Draft root(String name) {
        return new Draft(name, true, false);
    }

    private static Draft table(String name) {
        return new Draft(name, false, false);
    }

    private static Draft ownTable(String name) {
        return new Draft(name, false, true);
    }

    private static HsdsColumn column(String name, Type type) {
        return HsdsColumn.of(name, type);
    }

    private static HsdsColumn id(String name) {
        return HsdsColumn.of(name, ID);
    }

    /** A word of ours from a fixed list, with the one that an empty value means. */
    private static HsdsColumn word(String name, String fallback, String... allowed) {
        return column(name, TEXT).oneOf(allowed).or(fallback).addedByUs();
    }

    /** A table being written down. */
    private record Draft(String name, boolean root, boolean ours, List<HsdsColumn> columns) {

        Draft(String name, boolean root, boolean ours) {
            this(name, root, ours, new ArrayList<>());
        }

        /** Text columns (and "id"): "!" marks one that must be there, "=" one whose emptiness is the empty text. */
        Draft text(String... names) {
            for (var each : names) {
                var name = each.replaceAll("[!=]$", "");
                var column = column(name, name.equals("id") ? ID : TEXT);
                with(each.endsWith("!") ? column.must() : each.endsWith("=") ? column.or("") : column);
            }
            return this;
        }

        Draft ours(String... names) {
            for (var name : names) {
                with(column(name, TEXT).addedByUs());
            }
            return this;
        }

        Draft hangsOn(String... tables) {
            for (var table : tables) {
                with(id(table + "_id").hangsOn(table));
            }
            return this;
        }

        Draft with(HsdsColumn column) {
            columns.add(ours ? column.addedByUs() : column);
            return this;
        }

        HsdsTable translated() {
            return with(column("translations", JSON).or("{}").addedByUs()).end();
        }

        HsdsTable end() {
            return new HsdsTable(name, root, ours, columns);
        }
    }
}
