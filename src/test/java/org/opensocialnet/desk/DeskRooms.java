package org.opensocialnet.desk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.Role;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Three rooms as they could stand above the desk: one with cards and records, one that breaks, one that is late. */
@Configuration(proxyBeanMethods = false)
@Profile("desk-rooms")
class DeskRooms {

    static final UUID SUN = UUID.fromString("01900000-0000-7000-8000-000000000001");
    static final UUID MOON = UUID.fromString("01900000-0000-7000-8000-000000000002");
    static final UUID SUN_KITCHEN = UUID.fromString("01900000-0000-7000-8000-0000000000a1");
    static final UUID MOON_SHELTER = UUID.fromString("01900000-0000-7000-8000-0000000000b1");

    /** What the second room does when it is asked. */
    static final AtomicBoolean BREAKS = new AtomicBoolean();

    static final AtomicBoolean DAWDLES = new AtomicBoolean();

    private static final Map<UUID, List<DeskSearch.Hit>> RECORDS = Map.of(
            SUN,
            List.of(
                    new DeskSearch.Hit("Υπηρεσίες", "Κουζίνα του Ήλιου", "Κυψέλη", "/desk/sample/a1"),
                    new DeskSearch.Hit("Υπηρεσίες", "Κουζίνα <b>δεύτερη</b>", "Γκάζι", "/desk/sample/a2"),
                    new DeskSearch.Hit("Αναφορές", "Για την κουζίνα", "κλειστή", "/desk/sample/a3")),
            MOON,
            List.of(new DeskSearch.Hit("Υπηρεσίες", "Κουζίνα της Σελήνης", "Πλάκα", "/desk/sample/b1")));

    @Bean
    ToDo sampleCards(JdbcClient jdbc) {
        return (me, _) -> sees(jdbc, me) && !me.roles().contains(Role.RESEARCHER)
                ? IntStream.rangeClosed(1, me.may(Permission.DIRECTORY_KEEP) ? 2 : 9)
                        .mapToObj(number -> new ToDo.Card(
                                number * 10,
                                "Εκκρεμότητα " + number,
                                "Περιμένει από χθες · " + me.organizationName(),
                                "Δείτε τη",
                                "/desk/sample/" + number))
                        .toList()
                : List.of();
    }

    @Bean
    ToDo sampleTroubled() {
        return (_, _) -> {
            if (BREAKS.get()) {
                throw new IllegalStateException("broken");
            }
            if (DAWDLES.get()) {
                sleep();
            }
            return List.of();
        };
    }

    @Bean
    DeskFigures sampleFigures() {
        return (me, _) -> me.may(Permission.DIRECTORY_EDIT)
                ? List.of(new DeskFigures.Figure("51 από 58", "στοιχεία επιβεβαιωμένα", "/desk/sample/figures"))
                : List.of();
    }

    @Bean
    DeskSearch sampleRecords(JdbcClient jdbc) {
        return (text, me, _, atMost) -> {
            var own = own(jdbc);
            return own == null
                    ? List.of()
                    : RECORDS.getOrDefault(own, List.of()).stream()
                            .filter(hit -> hit.name().toLowerCase().contains(text.toLowerCase()))
                            .limit(atMost)
                            .toList();
        };
    }

    /** Many of one kind, so that there is a second page. */
    @Bean
    DeskSearch sampleMany() {
        return (text, _, _, atMost) -> IntStream.rangeClosed(1, text.equals("πολλά") ? 15 : 0)
                .mapToObj(number -> new DeskSearch.Hit("Πολλά", "Πολλά " + number, "", "/desk/sample/" + number))
                .limit(atMost)
                .toList();
    }

    @Bean
    OpenedKind sampleServices(JdbcClient jdbc) {
        return new OpenedKind() {

            @Override
            public String code() {
                return "sample-service";
            }

            @Override
            public Map<UUID, DeskSearch.Hit> known(Collection<UUID> records, Words t) {
                var visible = Map.of(SUN_KITCHEN, SUN, MOON_SHELTER, MOON);
                return records.stream()
                        .filter(id -> Objects.equals(visible.get(id), own(jdbc)))
                        .collect(Collectors.toMap(
                                Function.identity(),
                                id -> new DeskSearch.Hit(
                                        "Υπηρεσία",
                                        id.equals(SUN_KITCHEN) ? "Κουζίνα του Ήλιου" : "Ξενώνας της Σελήνης",
                                        "",
                                        "/desk/sample/" + id)));
            }
        };
    }

    @Bean
    DeskEntry sampleKeeping() {
        return new DeskEntry(
                DeskEntry.Group.DIRECTORY,
                10,
                "/desk/sample/keeping",
                Permission.DIRECTORY_KEEP,
                _ -> "Όλος ο κατάλογος");
    }

    @Bean
    DeskEntry sampleEditing() {
        return new DeskEntry(
                DeskEntry.Group.DIRECTORY,
                20,
                "/desk/sample/editing",
                Permission.DIRECTORY_EDIT,
                _ -> "Οι υπηρεσίες μας");
    }

    @Bean
    DeskEntry sampleTrail() {
        return new DeskEntry(
                DeskEntry.Group.ADMINISTRATION, 10, "/desk/sample/trail", Permission.TRAIL_READ, _ -> "Ίχνος πράξεων");
    }

    private static boolean sees(JdbcClient jdbc, SignedIn me) {
        return me.organization() == null || me.organization().equals(own(jdbc));
    }

    /** As the database sees it, so that the tests notice a room asked outside of the member's sight. */
    private static @Nullable UUID own(JdbcClient jdbc) {
        return jdbc.sql("select database.organization()")
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    private static void sleep() {
        try {
            Thread.sleep(java.time.Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
