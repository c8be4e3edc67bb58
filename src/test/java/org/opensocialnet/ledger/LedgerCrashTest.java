package org.opensocialnet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.opensocialnet.Doomed;

/** The program dies without a word while some write and one folds: what it said was written, is. */
class LedgerCrashTest {

    private static final int ENOUGH = 300;

    @Test
    void nothingThatWasSaidToBeWrittenIsLostAndTheFiguresAreThoseOfTheBook() throws Exception {
        var data = Doomed.data("ledger");
        long promised = Doomed.killedAfter(ENOUGH, DoomedBookkeeper.class, data).size();

        try (var program = Doomed.program(data.toString())) {
            var rollups = program.getBean(Rollups.class);
            assertThat(rollups.compare(false).wrong()).isZero();
            rollups.fold();
            var proof = rollups.compare(false);
            assertThat(proof.wrong()).isZero();
            assertThat(proof.entries()).isGreaterThanOrEqualTo(promised);
            assertThat(Bookkeeper.team()
                            .call(() -> program.getBean(LedgerFigures.class).lines(Asked.asOf(DoomedBookkeeper.DAY)))
                            .getFirst()
                            .open()
                            .people())
                    .isEqualTo(proof.entries());
        }
    }
}
