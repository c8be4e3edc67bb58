package org.opensocialnet.exchange;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Public data for trials, which lies beside the project where it lies at all. */
final class SharedData {

    private SharedData() {}

    static Path file(String name) {
        var root = Optional.ofNullable(System.getProperty("OSN_SHARED_DATA"))
                .or(() -> Optional.ofNullable(System.getenv("OSN_SHARED_DATA")))
                .orElse("../shared/data");
        var file = Path.of(root).resolve(name);
        assumeTrue(Files.exists(file), () -> "needs " + file + "; set OSN_SHARED_DATA to where the shared data lies");
        return file;
    }
}
