package org.opensocialnet.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensocialnet.intake.Given;
import org.opensocialnet.intake.IntakeOptions;
import org.opensocialnet.intake.Intakes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

/** Whoever keeps a copy of the directory learns of every change by the stamps alone. */
@ApplicationModuleTest(mode = BootstrapMode.DIRECT_DEPENDENCIES, extraIncludes = "intake")
class StampTest {

    static final String[] CITY = {
        "organization | id=kitchen | name=Κουζίνα",
        "program | id=winter | organization_id=kitchen | name=Χειμώνας",
        "taxonomy | id=t | name=Λέξεις",
        "taxonomy_term | id=food | taxonomy_id=t | name=Φαγητό",
        "unit | id=meals | name=μερίδες",
        "service | id=lunch | organization_id=kitchen | program_id=winter | name=Γεύμα | status=active",
        "service | id=other | organization_id=kitchen | name=Άλλο | status=active",
        "location | id=hall | location_type=physical | name=Αίθουσα",
        "location | id=far | location_type=physical | name=Μακριά",
        "service_at_location | id=lunch-hall | service_id=lunch | location_id=hall",
        "contact | id=desk | service_id=lunch | title=Γραφείο",
        "phone | id=p | contact_id=desk | number=1",
        "language | id=l | phone_id=p | code=el",
        "schedule | id=h | service_at_location_id=lunch-hall | description=Κάθε μέρα",
        "address | id=a | location_id=hall | address_1=Οδός 1 | city=Αθήνα | state_province=Αττική"
                + " | postal_code=10431 | country=GR | address_type=physical",
        "attribute | id=tie | link_id=lunch | link_entity=service | taxonomy_term_id=food",
        "service_capacity | id=c | service_id=lunch | unit_id=meals | available=5 | updated=2026-11-20T10:00:00Z",
    };

    @Autowired
    Intakes intakes;

    @Autowired
    JdbcClient jdbc;

    Given given;
    String source;

    @BeforeEach
    void aSmallCity() {
        source = "s-" + UUID.randomUUID();
        given = new Given(intakes, source);
        given.take(IntakeOptions.wholeSource(), CITY);
    }

    @ParameterizedTest
    @CsvSource({
        "organization, name, kitchen lunch lunch-hall other",
        "program, name, lunch lunch-hall",
        "taxonomy_term, name, lunch lunch-hall",
        "unit, name, lunch lunch-hall",
        "service, name, lunch lunch-hall other",
        "contact, title, lunch lunch-hall",
        "phone, number, lunch lunch-hall",
        "language, code, lunch lunch-hall",
        "schedule, description, lunch lunch-hall",
        "address, city, hall lunch lunch-hall",
        "attribute, value, lunch lunch-hall",
        "service_capacity, description, lunch lunch-hall",
    })
    void aChangeShowsOnWhateverShowsIt(String table, String column, String expected) {
        var before = snapshot();
        jdbc.sql("update directory.%s set %s = %s || 'x' where record_source = ?"
                        .formatted(table, column, "coalesce(" + column + ", '')"))
                .param(source)
                .update();
        assertThat(changedSince(before)).isEqualTo(new TreeSet<>(Set.of(expected.split(" "))));
    }

    @Test
    void whatIsRemovedShowsToo() {
        var before = snapshot();
        jdbc.sql("delete from directory.contact where record_source = ?")
                .param(source)
                .update();
        assertThat(changedSince(before)).containsExactly("lunch", "lunch-hall");
    }

    @Test
    void aNewPlaceChangesItsServiceOnly() {
        var before = snapshot();
        given.take(
                IntakeOptions.singleRows(), "service_at_location | id=other-far | service_id=other | location_id=far");
        assertThat(changedSince(before)).containsExactly("other", "other-far");
    }

    @Test
    void theSameRowsAgainChangeNothing() {
        var before = snapshot();
        given.take(IntakeOptions.wholeSource(), CITY);
        assertThat(changedSince(before)).isEmpty();
    }

    private String snapshot() {
        return jdbc.sql("select pg_snapshot_xmax(pg_current_snapshot())::text")
                .query(String.class)
                .single();
    }

    /** The short names of the records stamped since. */
    private Set<String> changedSince(String before) {
        var changed = new TreeSet<String>();
        for (var table : new String[] {"organization", "service", "location", "service_at_location"}) {
            for (var name : new String[] {"kitchen", "lunch", "other", "hall", "far", "lunch-hall", "other-far"}) {
                int found = jdbc.sql("select count(*) from directory." + table
                                + " where id = :id::uuid and changed_in >= :before::xid8")
                        .param("id", given.id(table, name))
                        .param("before", before)
                        .query(Integer.class)
                        .single();
                if (found > 0) {
                    changed.add(name);
                }
            }
        }
        return changed;
    }
}
