package org.opensocialnet.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Finding doubles where the truth is known: the FEBRL sets of the shared data, and invented people of Athens. */
class LinkageQualityTest {

    @ParameterizedTest
    @CsvSource({"1, 0.999, 1.0", "2, 0.999, 0.998", "3, 0.999, 0.995"})
    void findsTheDoublesOfFebrl(int set, double precision, double recall) throws Exception {
        assumeTrue(Files.exists(Doubles.SHARED.resolve("dataset1.csv")), "no linkage data in OSN_SHARED_DATA");
        var febrl = Doubles.febrl(set, Doubles.KEY);
        var linkage = Linkage.within(febrl.people());

        var quality = febrl.quality(linkage.link(linkage.learn(), Linkage.USUAL_THRESHOLD));

        assertThat(quality.precision()).isGreaterThanOrEqualTo(precision);
        assertThat(quality.recall()).isGreaterThanOrEqualTo(recall);
    }

    @ParameterizedTest
    @CsvSource({"1, 1.0", "2, 0.995", "3, 0.99"})
    void blocksLoseNextToNothing(int set, double recall) throws Exception {
        assumeTrue(Files.exists(Doubles.SHARED.resolve("dataset1.csv")), "no linkage data in OSN_SHARED_DATA");
        var febrl = Doubles.febrl(set, Doubles.KEY);
        var linkage = Linkage.within(febrl.people()).inBlocks();

        var links = linkage.link(linkage.learn(), Linkage.USUAL_THRESHOLD);

        var quality = febrl.quality(links);
        assertThat(links.compared()).isLessThan(60_000);
        assertThat(quality.recall()).isGreaterThanOrEqualTo(recall);
        assertThat(links.recall()).isGreaterThan(0.99);
    }

    @Test
    void findsTheDoublesOfAthensWhateverWasDoneToTheirNames() throws Exception {
        var athens = GreekPeople.of(1821, 4_000, Doubles.SHARED.resolve("names/el_GR.csv"));
        var known = new Doubles(Doubles.encoded(GreekPeople.FORM, athens.rows, Doubles.KEY), athens.person);
        var linkage = Linkage.within(known.people());

        var quality = known.quality(linkage.link(linkage.learn(), Linkage.USUAL_THRESHOLD));

        assertThat(GreekPeople.Slip.values()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(quality.precision()).isGreaterThanOrEqualTo(0.995);
        assertThat(quality.recall()).isGreaterThanOrEqualTo(0.97);
    }
}
