package org.opensocialnet.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.intake.Given;
import org.opensocialnet.intake.IntakeOptions;
import org.opensocialnet.intake.Intakes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

/**
 * What may not leave does not leave: every text of a confidential place, and of what is for professionals, is marked,
 * and the mark is looked for in every column of every public view.
 */
@ApplicationModuleTest(mode = BootstrapMode.DIRECT_DEPENDENCIES, extraIncludes = "intake")
class PublicGateTest {

    static final String SECRET = "MARKSECRET";

    @Autowired
    Intakes intakes;

    @Autowired
    JdbcClient jdbc;

    Given given;
    String source;

    @BeforeEach
    void aCityWithARefugeAndWhatIsForProfessionals() {
        source = "s-" + UUID.randomUUID();
        given = new Given(intakes, source);
        var rows = new ArrayList<String>(List.of(
                "taxonomy | id=t | name=Λέξεις",
                "taxonomy_term | id=w | taxonomy_id=t | name=Λέξη",
                "organization | id=shelters | name=Οργάνωση | parent_organization_id=hidden",
                "service | id=refuge | organization_id=shelters | name=Καταφύγιο | status=active | program_id=inside",
                "location | id=house | location_type=physical | confidential=true | area=Κέντρο | zone=1"
                        + " | latitude=37.98765 | longitude=23.76543 | translations={\"en\":{\"area\":\"Centre\","
                        + "\"name\":\"MARKSECRET\",\"description\":\"MARKSECRET\"}}",
                "service_at_location | id=refuge-house | service_id=refuge | location_id=house",
                "contact | id=desk | location_id=house",
                "contact | id=desk2 | service_at_location_id=refuge-house",
                "phone | id=p1 | location_id=house | number=210 555 0001 | type=voice",
                "phone | id=p2 | service_at_location_id=refuge-house | number=210 555 0002",
                "phone | id=p3 | contact_id=desk | number=MARKSECRET",
                "phone | id=p4 | service_id=refuge | location_id=house | number=210 555 0004",
                "language | id=l1 | location_id=house",
                "language | id=l2 | phone_id=p1",
                "language | id=l3 | phone_id=p3",
                "address | id=a | location_id=house | address_type=physical",
                "schedule | id=h1 | location_id=house",
                "schedule | id=h2 | service_at_location_id=refuge-house",
                "service_area | id=sa | service_at_location_id=refuge-house",
                "accessibility | id=ac | location_id=house",
                "attribute | id=at1 | link_id=house | link_entity=location | taxonomy_term_id=w",
                "attribute | id=at2 | link_id=refuge-house | link_entity=service_at_location | taxonomy_term_id=w",
                "notice | id=n1 | location_id=house | kind=message | starts_at=2026-01-01",
                "metadata | id=m1 | resource_id=house | resource_type=location | last_action_date=2026-01-01"
                        + " | last_action_type=update",
                "metadata | id=m2 | resource_id=refuge-house | resource_type=service_at_location"
                        + " | last_action_date=2026-01-01 | last_action_type=update",
                // for professionals: an organisation with all it has, and a service of a public one
                "organization | id=hidden | visibility=professionals",
                "organization_identifier | id=oi | organization_id=hidden",
                "organization_succession | id=os | predecessor_id=hidden | successor_id=shelters"
                        + " | event=merged-into | happened_on=2026-01-01",
                "program | id=inside | organization_id=hidden",
                "service | id=hidden-service | organization_id=hidden | status=active",
                "service | id=staff | organization_id=shelters | status=active | visibility=professionals",
                "location | id=office | location_type=physical",
                "service_at_location | id=staff-office | service_id=staff | location_id=office",
                "address | id=a2 | location_id=office | address_type=physical",
                "contact | id=c2 | service_id=staff",
                "contact | id=c3 | organization_id=shelters | visibility=professionals",
                "phone | id=p5 | service_id=staff | number=MARKSECRET",
                "phone | id=p6 | contact_id=c3 | number=MARKSECRET",
                "phone | id=p7 | location_id=office | number=MARKSECRET",
                "schedule | id=h3 | service_id=staff",
                "service_area | id=sa2 | service_id=staff",
                "language | id=l4 | service_id=staff",
                "language | id=l5 | phone_id=p6",
                "accessibility | id=ac2 | location_id=office",
                "required_document | id=rd | service_id=staff",
                "cost_option | id=co | service_id=staff",
                "funding | id=f | service_id=staff",
                "funding | id=f2 | organization_id=hidden",
                "unit | id=u",
                "service_capacity | id=sc | service_id=staff | unit_id=u | available=1 | updated=2026-01-01",
                "url | id=url | service_id=staff",
                "url | id=url2 | organization_id=hidden",
                "attribute | id=at3 | link_id=staff | link_entity=service | taxonomy_term_id=w",
                "attribute | id=at4 | link_id=hidden | link_entity=organization | taxonomy_term_id=w",
                "attribute | id=at5 | link_id=inside | link_entity=program | taxonomy_term_id=w",
                "metadata | id=m3 | resource_id=staff | resource_type=service | last_action_date=2026-01-01"
                        + " | last_action_type=update",
                "notice | id=n2 | service_id=staff | kind=message | starts_at=2026-01-01",
                "notice | id=n3 | organization_id=hidden | kind=message | starts_at=2026-01-01",
                "notice | id=n4 | service_id=refuge | kind=moved | starts_at=2026-01-01 | moved_to_id=house"));
        rows.replaceAll(PublicGateTest::marked);
        var report = given.take(IntakeOptions.wholeSource(), rows.toArray(String[]::new));
        assertThat(report.total().leftOut()).isZero();
    }

    /** Fills every text column that is still empty, and the translations, with the mark. */
    private static String marked(String row) {
        var parts = row.split("\\s*\\|\\s*");
        boolean open = row.matches("(taxonomy|taxonomy_term) .*|organization \\| id=shelters.*|service \\| id=refuge .*"
                + "|notice \\| id=n4.*");
        if (open) {
            return row;
        }
        var marked = new StringBuilder(row);
        for (var column : HsdsTable.named(parts[0]).orElseThrow().columns()) {
            if (row.contains(" " + column.name() + "=") || !column.allowed().isEmpty()) {
                continue;
            }
            if (column.type() == HsdsColumn.Type.TEXT) {
                marked.append(" | ").append(column.name()).append("=").append(SECRET);
            } else if (column.name().equals("translations")) {
                marked.append(" | translations={\"en\":{\"name\":\"MARKSECRET\",\"description\":\"MARKSECRET\"}}");
            }
        }
        return marked.toString();
    }

    record Leak(String view, String row) {}

    private List<Leak> rowsWith(String... needles) {
        var views = jdbc.sql("""
                        select table_name from information_schema.views
                        where table_schema = 'directory' and table_name like 'public\\_%'""").query((row, number) -> row.getString(1)).list();
        assertThat(views).hasSizeGreaterThanOrEqualTo(HsdsTable.all().size());
        var leaks = new ArrayList<Leak>();
        for (var view : views) {
            for (var needle : needles) {
                jdbc.sql("select v::text from directory." + view + " v where strpos(v::text, :needle) > 0")
                        .param("needle", needle)
                        .query((row, number) -> new Leak(view, row.getString(1)))
                        .list()
                        .forEach(leaks::add);
            }
        }
        return leaks;
    }

    @Test
    void noTextOfAConfidentialPlaceNorOfWhatIsForProfessionalsLeaves() {
        assertThat(rowsWith(SECRET)).isEmpty();
    }

    @Test
    void whereAConfidentialPlaceIsDoesNotLeave() {
        assertThat(rowsWith("37.98765", "23.76543")).isEmpty();
    }

    @Test
    void noReferenceLeadsToWhatIsForProfessionals() {
        assertThat(rowsWith(
                        given.id("organization", "hidden"),
                        given.id("service", "staff"),
                        given.id("service", "hidden-service"),
                        given.id("program", "inside"),
                        given.id("location", "office"),
                        given.id("unit", "u")))
                .isEmpty();
    }

    @Test
    void areaZoneAndPhonesOfAConfidentialPlaceAreTold() {
        assertThat(jdbc.sql("""
                                select l.name || ' ' || l.zone || ' ' || (l.translations #>> '{en,name}') || ' ' || l.confidential
                                from directory.public_location l where l.id = ?::uuid""")
                        .param(given.id("location", "house"))
                        .query(String.class)
                        .single())
                .isEqualTo("Κέντρο 1 Centre true");
        assertThat(jdbc.sql("select number from directory.public_phone where record_source = ? order by number")
                        .param(source)
                        .query((row, number) -> row.getString(1))
                        .list())
                .containsExactly("210 555 0001", "210 555 0002", "210 555 0004");
    }

    @Test
    void theServiceItselfIsFound() {
        assertThat(jdbc.sql("select name from directory.public_service where record_source = ?")
                        .param(source)
                        .query((row, number) -> row.getString(1))
                        .list())
                .containsExactly("Καταφύγιο");
    }

    @Test
    void everyViewOfTheRoomThatOthersMayReadIsWalked() {
        assertThat(HsdsTable.all().stream().map(HsdsTable::publicView))
                .allSatisfy(view -> assertThat(jdbc.sql("select count(*) from " + view)
                                .query(Long.class)
                                .single())
                        .isNotNegative());
    }
}
