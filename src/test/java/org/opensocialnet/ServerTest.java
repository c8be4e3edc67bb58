package org.opensocialnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opensocialnet.kernel.OperatorError;

class ServerTest {

    @TempDir
    Path folder;

    static Server server(String... typed) {
        var nowhere = new PrintStream(new ByteArrayOutputStream());
        return new Server(Invocation.of(List.of(typed), null, null), new Console(nowhere, nowhere, false));
    }

    @Test
    void aPortInUseIsSaidWithTheRemedy() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var port = Integer.toString(other.getLocalPort());
            assertThatThrownBy(() ->
                            server("--port", port, "--data", folder.toString()).start())
                    .isInstanceOf(OperatorError.class)
                    .hasMessageContaining("Port " + port + " is in use")
                    .hasMessageContaining("--port")
                    .extracting(refused -> ((OperatorError) refused).exitCode())
                    .isEqualTo(6);
        }
    }

    @Test
    void nothingIsDeletedWhereNobodyCanAnswer() throws IOException {
        Files.writeString(folder.resolve("in-use-by"), "1");
        assertThatThrownBy(() -> server("--reset", "--port", "18931", "--data", folder.toString())
                        .start())
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("--yes");
        assertThat(folder.resolve("in-use-by")).exists();
    }

    @Test
    void aDirectoryThatIsNotOursIsNeverDeleted() throws IOException {
        Files.writeString(folder.resolve("diploma.pdf"), "…");
        assertThatThrownBy(() -> server("--reset", "--yes", "--port", "18932", "--data", folder.toString())
                        .start())
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("was not made by this program");
        assertThat(folder.resolve("diploma.pdf")).exists();
    }
}
