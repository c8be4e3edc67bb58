package org.opensocialnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DecisionsTest {

    @Test
    void everyDecisionHasItsOwnNumber() {
        assertThat(Sources.below(Path.of("docs/decisions"), ".md"))
                .isNotEmpty()
                .allMatch(file -> file.getFileName().toString().matches("\\d{4}-[a-z0-9-]+\\.md"))
                .extracting(file -> file.getFileName().toString().substring(0, 4))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyDecisionSaysWhyAndWhatItCosts() {
        assertThat(Sources.below(Path.of("docs/decisions"), ".md"))
                .allSatisfy(file -> assertThat(Sources.text(file))
                        .as(file.toString())
                        .contains("Context", "Decision", "Status", "What it costs")
                        .startsWith("# " + file.getFileName().toString().substring(0, 4) + " "));
    }
}
