package org.opensocialnet.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualityTest {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    static QualityCheck.Facts complete(@Nullable LocalDate confirmed) {
        return new QualityCheck.Facts(new UUID(0, 1), confirmed, true, true, 200, true, true, true, true, true, null);
    }

    @Test
    void aCompleteRecordConfirmedLatelyHasTheFullScore() {
        var quality = QualityCheck.judged(complete(TODAY.minusMonths(6)), TODAY);
        assertThat(quality.score()).isEqualTo(100);
        assertThat(quality.unmet()).isEmpty();
    }

    @Test
    void theScoreFallsAsTheRecordAges() {
        int last = 100;
        for (int months = 6; months <= 30; months++) {
            int score = QualityCheck.judged(complete(TODAY.minusMonths(months)), TODAY)
                    .score();
            assertThat(score).isLessThanOrEqualTo(last);
            last = score;
        }
        assertThat(Freshness.share(TODAY.minusMonths(15), TODAY)).isBetween(0.48, 0.52);
        assertThat(Freshness.share(TODAY.minusMonths(24), TODAY)).isZero();
        assertThat(QualityCheck.judged(complete(null), TODAY).score()).isEqualTo(70);
    }

    @Test
    void aDateInTheFutureIsNoBetterThanToday() {
        assertThat(Freshness.share(TODAY.plusYears(1), TODAY)).isEqualTo(1);
        assertThat(Freshness.of(TODAY.plusYears(1), TODAY).key()).isEqualTo("directory.freshness.today");
    }

    @Test
    void countedPlacesMustBeCountedLately() {
        var facts = new QualityCheck.Facts(
                new UUID(0, 1), TODAY, true, true, 200, true, true, true, true, true, TODAY.minusDays(31));
        var quality = QualityCheck.judged(facts, TODAY);
        assertThat(quality.unmet()).containsExactly(Criterion.CAPACITY);
        assertThat(quality.score()).isEqualTo(95);
    }

    @Test
    void theWeightsMakeAHundredAndFiveWithCountedPlaces() {
        assertThat(Criterion.published().stream().mapToInt(Criterion::weight).sum())
                .isEqualTo(105);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, directory.freshness.today, 0",
        "2026-11-20, directory.freshness.days, 1",
        "2026-10-31, directory.freshness.weeks, 3",
        "2026-09-20, directory.freshness.months, 2",
        "2024-11-21, directory.freshness.years, 2",
    })
    void freshnessIsToldInWords(LocalDate confirmed, String key, long count) {
        assertThat(Freshness.of(confirmed, TODAY))
                .extracting(Freshness::key, Freshness::count)
                .containsExactly(key, count);
    }
}
