package org.opensocialnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyDepth;

class ModularityTest {

    static final ApplicationModules ROOMS = ApplicationModules.of(OpenSocialNet.class);

    @Test
    void roomsKeepTheirBorders() {
        ROOMS.verify();
    }

    @Test
    void roomsCallOnlyRoomsOnLowerFloors() {
        for (var room : ROOMS) {
            for (var other : room.getDependencies(ROOMS, DependencyDepth.IMMEDIATE)
                    .uniqueModules()
                    .toList()) {
                assertThat(Floors.of(name(other)))
                        .as("floor of %s, which %s uses", name(other), name(room))
                        .isLessThan(Floors.of(name(room)));
            }
        }
    }

    @Test
    void everyPackageIsARoomWithAFloor() {
        assertThat(ROOMS.stream().map(ModularityTest::name).sorted()).isEqualTo(Sources.rooms());
        assertThat(Sources.rooms()).allMatch(room -> Floors.of(room) >= 0);
    }

    /** Fails once when the map had to be drawn anew, so that the new one is looked at and committed. */
    @Test
    void theMapInDocsIsUpToDate() throws IOException {
        var file = Path.of("docs/modules/README.md");
        var drawn = new ModuleMap(ROOMS).asMarkdown();
        var committed = Files.exists(file) ? Files.readString(file) : "";
        Files.createDirectories(file.getParent());
        Files.writeString(file, drawn);
        assertThat(committed)
                .as("%s, which has just been written anew: look at it and commit it", file)
                .isEqualTo(drawn);
    }

    private static String name(ApplicationModule room) {
        return room.getIdentifier().toString();
    }
}
