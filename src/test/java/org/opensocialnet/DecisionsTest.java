package org.opensocialnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    void everyTestThatSecurityNamesIsThere() {
        var tests = Sources.below(Path.of("src/test/java"), ".java").stream()
                .collect(Collectors.toMap(
                        file -> file.getFileName().toString().replace(".java", ""), Sources::text, (one, _) -> one));
        var named = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`")
                .matcher(Sources.text(Path.of("docs/security.md")))
                .results()
                .toList();
        assertThat(named)
                .isNotEmpty()
                .allSatisfy(test -> assertThat(tests.getOrDefault(test.group(1), "no such class"))
                        .as(test.group())
                        .contains(test.group(2) == null ? "class " + test.group(1) : "void " + test.group(2) + "("));
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
