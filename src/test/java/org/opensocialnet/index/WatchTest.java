package org.opensocialnet.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opensocialnet.intake.Given;
import org.opensocialnet.intake.IntakeOptions;
import org.opensocialnet.intake.Intakes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        extraIncludes = {"directory", "intake"})
class WatchTest {

    @Autowired
    Watch watch;

    @Autowired
    Intakes intakes;

    /** Looks are shared by those who ask at once, and yet nobody is told of a time before he asked. */
    @Test
    void whoChangedSomethingNeverHearsTheNumberFromBefore() throws Exception {
        try (var people = Executors.newFixedThreadPool(3)) {
            var work = IntStream.range(0, 3)
                    .<Callable<Boolean>>mapToObj(_ -> this::changesAndLooks)
                    .toList();
            for (var done : people.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        }
    }

    private boolean changesAndLooks() {
        var given = new Given(intakes, "w-" + UUID.randomUUID());
        for (int turn = 0; turn < 10; turn++) {
            long before = watch.version();
            given.take(IntakeOptions.singleRows(), "organization | id=one | name=Φορέας " + turn);
            if (watch.version() == before) {
                return false;
            }
        }
        return true;
    }
}
