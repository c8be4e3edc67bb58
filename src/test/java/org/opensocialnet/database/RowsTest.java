package org.opensocialnet.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;

@ApplicationModuleTest
class RowsTest {

    record Wide(
            UUID id,
            @Nullable LocalDate validFrom,
            OffsetDateTime at,
            @Nullable Integer howMany,
            boolean closed,
            BigDecimal share,
            DayOfWeek day) {}

    record Narrow(String name, int howMany) {}

    @Autowired
    JdbcClient jdbc;

    @Test
    void columnsAreFoundByTheirNamesInAnyOrder() {
        var rows = jdbc.sql("""
                select 'MONDAY' as day, 0.25 as share, true as closed, null::integer as how_many,
                       timestamptz '2026-11-22 03:00:00Z' as at, date '2026-11-21' as valid_from, 'more' as unread,
                       '018f0000-0000-7000-8000-000000000001'::uuid as id
                """).query(Rows.of(Wide.class)).list();
        var row = rows.getFirst();
        assertThat(row.id()).isEqualTo(UUID.fromString("018f0000-0000-7000-8000-000000000001"));
        assertThat(row.validFrom()).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(row.at()).isEqualTo(OffsetDateTime.of(2026, 11, 22, 3, 0, 0, 0, ZoneOffset.UTC));
        assertThat(row.howMany()).isNull();
        assertThat(row.closed()).isTrue();
        assertThat(row.share()).isEqualByComparingTo("0.25");
        assertThat(row.day()).isEqualTo(DayOfWeek.MONDAY);
    }

    @Test
    void oneMapperReadsOneAnswerAfterAnother() {
        var mapper = Rows.of(Narrow.class);
        assertThat(jdbc.sql("select 'a' as name, 1 as how_many union all select 'b', 2 order by 1")
                        .query(mapper)
                        .list())
                .containsExactly(new Narrow("a", 1), new Narrow("b", 2));
        assertThat(jdbc.sql("select 3 as how_many, 'c' as name").query(mapper).single())
                .isEqualTo(new Narrow("c", 3));
    }

    @Test
    void aColumnThatIsMissingIsNamed() {
        assertThatThrownBy(() -> jdbc.sql("select 'a' as name")
                        .query(Rows.of(Narrow.class))
                        .list())
                .rootCause()
                .hasMessageContaining("howmany");
    }
}
