package org.opensocialnet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpeningTest {

    @Test
    void readsDaysAndHours() {
        assertThat(Opening.read("Mo-We,Sa 09:00-15:00 usual")).singleElement().satisfies(opening -> {
            assertThat(opening.days()).isEqualTo("MO,TU,WE,SA");
            assertThat(opening.opens()).isEqualTo("09:00");
            assertThat(opening.closes()).isEqualTo("15:00");
            assertThat(opening.onHolidays()).isTrue();
            assertThat(opening.monthly()).isFalse();
        });
    }

    @Test
    void readsMonthsSeasonsAndClosures() {
        var openings = Opening.read("-1Sa 11:00-16:00; Mo 07:30-12:00 summer; shut 08-08..08-22; by-appointment");
        assertThat(openings).extracting(Opening::monthly).containsExactly(true, false, false, false);
        assertThat(openings.get(1).season()).isEqualTo(Season.SUMMER);
        assertThat(openings.get(2).shut()).isTrue();
        assertThat(openings.get(3).appointment()).isTrue();
    }

    @Test
    void aSeasonComesAroundEveryYear() {
        assertThat(Season.of("12-20..01-07").around(Told.A_SATURDAY))
                .extracting(time -> time.first() + " " + time.last())
                .containsExactly("2026-12-20 2027-01-07", "2027-12-20 2028-01-07");
    }
}
