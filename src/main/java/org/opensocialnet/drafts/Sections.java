package org.opensocialnet.drafts;

import static org.opensocialnet.drafts.Blank.Input.AGE;
import static org.opensocialnet.drafts.Blank.Input.CHOICE;
import static org.opensocialnet.drafts.Blank.Input.COORDINATE;
import static org.opensocialnet.drafts.Blank.Input.COUNT;
import static org.opensocialnet.drafts.Blank.Input.DATE;
import static org.opensocialnet.drafts.Blank.Input.EMAIL;
import static org.opensocialnet.drafts.Blank.Input.FUNDING;
import static org.opensocialnet.drafts.Blank.Input.GROUP;
import static org.opensocialnet.drafts.Blank.Input.LANGUAGE;
import static org.opensocialnet.drafts.Blank.Input.LINK;
import static org.opensocialnet.drafts.Blank.Input.NUMBER;
import static org.opensocialnet.drafts.Blank.Input.PHONE;
import static org.opensocialnet.drafts.Blank.Input.PLACE;
import static org.opensocialnet.drafts.Blank.Input.PROGRAM;
import static org.opensocialnet.drafts.Blank.Input.UNIT;
import static org.opensocialnet.drafts.Blank.Input.YES_NO;
import static org.opensocialnet.drafts.Blank.line;
import static org.opensocialnet.drafts.Blank.of;
import static org.opensocialnet.drafts.Blank.text;

import java.util.List;
import java.util.Map;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.drafts.Section.Shape;

/** What can be edited of each kind of record, page by page: the one list behind forms, words and histories. */
final class Sections {

    private static final Section PHONES = rows(
            "phones",
            "drafts.section.phones",
            "phone",
            of("number", "drafts.field.number", PHONE),
            of("extension", "drafts.field.extension", COUNT),
            of("type", "drafts.field.phone-type", CHOICE),
            line("description", "drafts.field.phone-description").inBothLanguages());

    private static final Section CONTACTS = rows(
            "contacts",
            "drafts.section.contacts",
            "contact",
            line("title", "drafts.field.contact-title").inBothLanguages(),
            line("name", "drafts.field.contact-name").hinted("drafts.hint.contact-name"),
            line("department", "drafts.field.department").inBothLanguages(),
            of("email", "drafts.field.email", EMAIL),
            of("visibility", "drafts.field.visibility", CHOICE));

    private static final Section LANGUAGES = rows(
            "languages",
            "drafts.section.languages",
            "language",
            of("code", "drafts.field.language", LANGUAGE),
            line("note", "drafts.field.language-note"));

    private static final Section LINKS = rows(
            "links",
            "drafts.section.links",
            "url",
            line("label", "drafts.field.label"),
            of("url", "drafts.field.web", LINK));

    private static final Section FUNDS = rows(
            "funding",
            "drafts.section.funding",
            "funding",
            line("source", "drafts.field.funding-source").inBothLanguages());

    private static final Section HOURS =
            new Section("hours", "drafts.section.hours", "schedule", Shape.SPECIAL, List.of());

    static final Map<Subject.Kind, List<Section>> OF_KIND = Map.of(
            Subject.Kind.SERVICE,
            List.of(
                    record(
                            "basics",
                            "drafts.section.basics",
                            "service",
                            line("name", "drafts.field.name").inBothLanguages(),
                            line("alternate_name", "drafts.field.alternate-name")
                                    .inBothLanguages(),
                            text("description", "drafts.field.description")
                                    .inBothLanguages()
                                    .hinted("drafts.hint.description"),
                            of("service_kind", "drafts.field.service-kind", CHOICE),
                            of("program_id", "drafts.field.program", PROGRAM),
                            of("url", "drafts.field.web", LINK),
                            of("email", "drafts.field.email", EMAIL)),
                    words("kinds", "drafts.section.kinds"),
                    words("groups", "drafts.section.groups"),
                    record(
                            "who",
                            "drafts.section.who",
                            "service",
                            text("eligibility_description", "drafts.field.eligibility")
                                    .inBothLanguages()
                                    .hinted("drafts.hint.eligibility"),
                            of("minimum_age", "drafts.field.minimum-age", AGE),
                            of("maximum_age", "drafts.field.maximum-age", AGE),
                            of("referral_needed", "drafts.field.referral-needed", YES_NO),
                            of("papers_needed", "drafts.field.papers-needed", YES_NO)),
                    record(
                            "how",
                            "drafts.section.how",
                            "service",
                            text("application_process", "drafts.field.application")
                                    .inBothLanguages(),
                            line("wait_time", "drafts.field.wait-time").inBothLanguages(),
                            line("interpretation_services", "drafts.field.interpretation")
                                    .inBothLanguages(),
                            text("alert", "drafts.field.alert")
                                    .inBothLanguages()
                                    .hinted("drafts.hint.alert"),
                            line("accreditations", "drafts.field.accreditations"),
                            line("licenses", "drafts.field.licenses")),
                    HOURS,
                    PHONES,
                    CONTACTS,
                    rows(
                            "places",
                            "drafts.section.places",
                            "service_at_location",
                            of("location_id", "drafts.field.place", PLACE),
                            text("description", "drafts.field.place-note").inBothLanguages(),
                            of("stop_position", "drafts.field.stop-position", COUNT)
                                    .hinted("drafts.hint.stop-position")),
                    rows(
                            "documents",
                            "drafts.section.documents",
                            "required_document",
                            line("document", "drafts.field.document").inBothLanguages(),
                            of("uri", "drafts.field.web", LINK)),
                    record(
                            "money",
                            "drafts.section.money",
                            "service",
                            of("free_of_charge", "drafts.field.free", YES_NO),
                            text("fees_description", "drafts.field.fees").inBothLanguages()),
                    rows(
                            "costs",
                            "drafts.section.costs",
                            "cost_option",
                            line("option", "drafts.field.cost-option").inBothLanguages(),
                            of("amount", "drafts.field.amount", NUMBER),
                            line("currency", "drafts.field.currency").hinted("drafts.hint.currency"),
                            line("amount_description", "drafts.field.amount-description")
                                    .inBothLanguages(),
                            of("valid_from", "drafts.field.valid-from", DATE),
                            of("valid_to", "drafts.field.valid-to", DATE)),
                    LANGUAGES,
                    rows(
                            "capacity",
                            "drafts.section.capacity",
                            "service_capacity",
                            of("unit_id", "drafts.field.unit", UNIT),
                            of("target_group_id", "drafts.field.target-group", GROUP),
                            of("available", "drafts.field.available", COUNT),
                            of("maximum", "drafts.field.maximum", COUNT),
                            of("funding_id", "drafts.field.funded-by", FUNDING),
                            of("funded_share", "drafts.field.funded-share", NUMBER)
                                    .hinted("drafts.hint.funded-share"),
                            line("description", "drafts.field.capacity-note").inBothLanguages()),
                    rows(
                            "areas",
                            "drafts.section.areas",
                            "service_area",
                            line("name", "drafts.field.area-name").inBothLanguages(),
                            line("description", "drafts.field.area-note").inBothLanguages()),
                    FUNDS,
                    LINKS,
                    record(
                            "standing",
                            "drafts.section.standing",
                            "service",
                            of("status", "drafts.field.status", CHOICE),
                            of("visibility", "drafts.field.visibility", CHOICE),
                            of("sensitive", "drafts.field.sensitive", YES_NO).hinted("drafts.hint.sensitive"),
                            of("next_check", "drafts.field.next-check", DATE))),
            Subject.Kind.ORGANIZATION,
            List.of(
                    record(
                            "basics",
                            "drafts.section.basics",
                            "organization",
                            line("name", "drafts.field.name").inBothLanguages(),
                            line("alternate_name", "drafts.field.alternate-name")
                                    .inBothLanguages(),
                            text("description", "drafts.field.description").inBothLanguages(),
                            of("kind", "drafts.field.organization-kind", CHOICE),
                            of("email", "drafts.field.email", EMAIL),
                            of("website", "drafts.field.web", LINK)),
                    record(
                            "law",
                            "drafts.section.law",
                            "organization",
                            line("legal_status", "drafts.field.legal-status").inBothLanguages(),
                            line("tax_id", "drafts.field.tax-id"),
                            line("tax_status", "drafts.field.tax-status"),
                            of("year_incorporated", "drafts.field.year", COUNT)),
                    rows(
                            "identifiers",
                            "drafts.section.identifiers",
                            "organization_identifier",
                            line("identifier_type", "drafts.field.identifier-type"),
                            line("identifier", "drafts.field.identifier")),
                    PHONES,
                    CONTACTS,
                    rows(
                            "programs",
                            "drafts.section.programs",
                            "program",
                            line("name", "drafts.field.name").inBothLanguages(),
                            text("description", "drafts.field.description").inBothLanguages()),
                    FUNDS,
                    LINKS,
                    record(
                            "standing",
                            "drafts.section.standing",
                            "organization",
                            of("visibility", "drafts.field.visibility", CHOICE))),
            Subject.Kind.LOCATION,
            List.of(
                    record(
                            "basics",
                            "drafts.section.basics",
                            "location",
                            line("name", "drafts.field.name").inBothLanguages(),
                            line("alternate_name", "drafts.field.alternate-name")
                                    .inBothLanguages(),
                            text("description", "drafts.field.description").inBothLanguages(),
                            of("location_type", "drafts.field.location-type", CHOICE),
                            text("transportation", "drafts.field.transportation")
                                    .inBothLanguages(),
                            of("url", "drafts.field.web", LINK)),
                    rows(
                            "address",
                            "drafts.section.address",
                            "address",
                            line("address_1", "drafts.field.address").inBothLanguages(),
                            line("address_2", "drafts.field.address-2").inBothLanguages(),
                            line("postal_code", "drafts.field.postal-code"),
                            line("city", "drafts.field.city").inBothLanguages(),
                            line("state_province", "drafts.field.state").inBothLanguages(),
                            line("country", "drafts.field.country").hinted("drafts.hint.country"),
                            of("address_type", "drafts.field.address-type", CHOICE)),
                    record(
                            "position",
                            "drafts.section.position",
                            "location",
                            of("latitude", "drafts.field.latitude", COORDINATE).hinted("drafts.hint.coordinates"),
                            of("longitude", "drafts.field.longitude", COORDINATE),
                            line("zone", "drafts.field.zone").hinted("drafts.hint.zone")),
                    record(
                            "secrecy",
                            "drafts.section.secrecy",
                            "location",
                            of("confidential", "drafts.field.confidential", YES_NO)
                                    .hinted("drafts.hint.confidential"),
                            line("area", "drafts.field.area").inBothLanguages().hinted("drafts.hint.area")),
                    HOURS,
                    PHONES,
                    CONTACTS,
                    LANGUAGES,
                    rows(
                            "access",
                            "drafts.section.access",
                            "accessibility",
                            of("feature", "drafts.field.feature", CHOICE),
                            line("description", "drafts.field.feature-note").inBothLanguages(),
                            text("details", "drafts.field.feature-details").inBothLanguages())));

    private Sections() {}

    private static Section record(String code, String key, String table, Blank... blanks) {
        return new Section(code, key, table, Shape.RECORD, List.of(blanks));
    }

    private static Section rows(String code, String key, String table, Blank... blanks) {
        return new Section(code, key, table, Shape.ROWS, List.of(blanks));
    }

    private static Section words(String code, String key) {
        return new Section(code, key, "attribute", Shape.WORDS, List.of());
    }
}
