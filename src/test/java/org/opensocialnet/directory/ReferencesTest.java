package org.opensocialnet.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.intake.Given;
import org.opensocialnet.intake.IntakeOptions;
import org.opensocialnet.intake.Intakes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

/** References to records are checked once a statement (0107), and hold as those checked row by row did. */
@ApplicationModuleTest(mode = BootstrapMode.DIRECT_DEPENDENCIES, extraIncludes = "intake")
class ReferencesTest {

    @Autowired
    Intakes intakes;

    @Autowired
    JdbcClient jdbc;

    Given given;

    @BeforeEach
    void aSmallCity() {
        given = new Given(intakes, "s-" + UUID.randomUUID());
        given.take(IntakeOptions.wholeSource(), StampTest.CITY);
    }

    @Test
    void everyReferenceToARecordIsLookedUp() {
        for (var reference : references()) {
            assertThatThrownBy(() -> jdbc.sql(
                                    "update %s set %s = uuidv7() where id = (select id from %s where %s is not null limit 1)"
                                            .formatted(
                                                    reference.child(),
                                                    reference.column(),
                                                    reference.child(),
                                                    reference.column()))
                            .update())
                    .as(reference.toString())
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    @Test
    void aNewRowThatNamesNobodyIsRefused() {
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into directory.language (id, service_id, name, record_source)
                        values (uuidv7(), uuidv7(), 'Ελληνικά', 'own')""").update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("names the unknown service");
    }

    @Test
    void whatHangsOnADeletedRecordGoesWithIt() {
        jdbc.sql("delete from directory.service_at_location where id = cast(? as uuid)")
                .param(given.id("service_at_location", "lunch-hall"))
                .update();
        assertThat(jdbc.sql("select count(*) from directory.schedule where id = cast(? as uuid)")
                        .param(given.id("schedule", "h"))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aRecordThatOthersNameIsHeld() {
        assertThatThrownBy(() -> jdbc.sql("delete from directory.organization where id = cast(? as uuid)")
                        .param(given.id("organization", "kitchen"))
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("still names a deleted organization");
    }

    record Reference(String child, String column) {}

    /** Those that are not enforced row by row, and have a row in the small city. */
    private List<Reference> references() {
        var found = jdbc.sql("""
                select c.conrelid::regclass::text as child, quote_ident(a.attname) as column
                from pg_constraint c
                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                where c.contype = 'f' and c.connamespace = 'directory'::regnamespace and not c.conenforced
                """)
                .query((row, _) -> new Reference(row.getString(1), row.getString(2)))
                .list();
        assertThat(found).hasSizeGreaterThan(25);
        return found.stream()
                .filter(reference -> jdbc.sql("select exists (select from %s where %s is not null)"
                                .formatted(reference.child(), reference.column()))
                        .query(Boolean.class)
                        .single())
                .toList();
    }
}
