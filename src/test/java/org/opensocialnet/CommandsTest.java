package org.opensocialnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CommandsTest {

    @Test
    void theRoomsCommandsAreFoundByTheirWords() {
        assertThat(Commands.all())
                .extracting(offer -> offer.words().name())
                .contains("backup", "restore")
                .doesNotContain("help")
                .doesNotHaveDuplicates();
    }

    @Test
    void helpNamesEveryCommandAndWhatItIsFor() {
        assertThat(Commands.all())
                .allSatisfy(offer -> assertThat(Commands.help())
                        .contains(offer.words().name())
                        .contains(offer.words().purpose()));
    }

    @Test
    void theManualNamesEveryCommand() {
        var manual = Sources.text(Path.of("docs/operate.md"));
        assertThat(Commands.all())
                .allSatisfy(offer -> assertThat(manual).contains(offer.words().name()));
    }

    @Test
    void aCommandWithoutDatabaseNeedsNothingToBeMade() {
        assertThat(Commands.all())
                .filteredOn(offer -> !offer.words().needsDatabase())
                .isNotEmpty()
                .allSatisfy(offer ->
                        assertThat(offer.type().getDeclaredConstructor()).isNotNull());
    }
}
