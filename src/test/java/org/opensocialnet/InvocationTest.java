package org.opensocialnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensocialnet.kernel.OperatorError;

class InvocationTest {

    static Invocation of(String... typed) {
        return Invocation.of(List.of(typed), null, null);
    }

    @Test
    void withoutWordsTheServerStartsInTheUsualPlace() {
        var invocation = of();
        assertThat(invocation.command()).isEmpty();
        assertThat(invocation.port()).isEqualTo(8080);
        assertThat(invocation.metricsPort()).isEqualTo(9080);
        assertThat(invocation.data()).isEqualTo(Path.of("data").toAbsolutePath());
    }

    @Test
    void optionsBecomeSettings() {
        assertThat(of("--no-demo", "--demo-size", "large", "--address", "0.0.0.0")
                        .settings())
                .contains("osn.demo.enabled=false", "osn.demo.size=large", "server.address=0.0.0.0");
    }

    @Test
    void whatIsTypedWinsOverTheEnvironment() {
        var invocation = Invocation.of(List.of("--port", "9000", "--data", "/tmp/typed"), "/tmp/environment", "7000");
        assertThat(invocation.port()).isEqualTo(9000);
        assertThat(invocation.data()).isEqualTo(Path.of("/tmp/typed"));
    }

    @Test
    void theDataDirectoryMayStandBeforeOrAfterTheCommand() {
        assertThat(of("--data", "/tmp/d", "restore", "f.gz"))
                .extracting(Invocation::data, Invocation::arguments)
                .containsExactly(Path.of("/tmp/d"), List.of("f.gz"));
        assertThat(of("restore", "f.gz", "--data", "/tmp/d"))
                .extracting(Invocation::data, Invocation::arguments)
                .containsExactly(Path.of("/tmp/d"), List.of("f.gz"));
    }

    @Test
    void aCommandKeepsItsOwnOptions() {
        var invocation = of("import-hsds", "file.zip", "--dry-run");
        assertThat(invocation.command()).contains("import-hsds");
        assertThat(invocation.arguments()).containsExactly("file.zip", "--dry-run");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--prot 1", "--port", "--port 0", "--port 65536", "--port eighty", "--demo-size huge", "x --data"
            })
    void whatCannotBeMeantIsRefusedWithAHint(String typed) {
        assertThatThrownBy(() -> of(typed.split(" ")))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("./run help")
                .extracting(refused -> ((OperatorError) refused).exitCode())
                .isEqualTo(2);
    }
}
