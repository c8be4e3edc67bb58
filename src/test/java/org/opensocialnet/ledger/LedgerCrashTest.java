package org.opensocialnet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The program dies without a word while some write and one folds: what it said was written, is. */
class LedgerCrashTest {

    private static final int ENOUGH = 300;

    @Test
    void nothingThatWasSaidToBeWrittenIsLostAndTheFiguresAreThoseOfTheBook() throws Exception {
        var data = Files.createTempDirectory(Files.createDirectories(Path.of("target/crash")), "ledger");
        long promised = killAfterPromises(data);

        try (var program = DoomedBookkeeper.program(data.toString())) {
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

    private static long killAfterPromises(Path data) throws Exception {
        var process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx400m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DoomedBookkeeper.class.getName(),
                        data.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long promised = 0;
        try (var lines = process.inputReader()) {
            while (promised < ENOUGH) {
                var line = lines.readLine();
                assertThat(line).as("the program lives").isNotNull();
                promised += line.equals("written") ? 1 : 0;
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return promised;
    }
}
