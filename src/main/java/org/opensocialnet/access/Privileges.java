package org.opensocialnet.access;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The table {@code access/roles.csv}: what each role allows, how long its session lasts, whether it needs a second step. */
@Component
public class Privileges {

    private static final String SECOND_STEP = "(second step)";
    private static final String IDLE = "(idle minutes)";
    private static final String ABSOLUTE = "(absolute hours)";

    private final Map<Role, Set<Permission>> permissions = new EnumMap<>(Role.class);
    private final Map<String, Map<Role, String>> traits = new HashMap<>();

    Privileges() {
        this(rows());
    }

    /** A table that names what is not there, or leaves something out, stops the program. */
    Privileges(List<CSVRecord> rows) {
        var known = EnumSet.noneOf(Permission.class);
        Arrays.stream(Role.values()).forEach(role -> permissions.put(role, EnumSet.noneOf(Permission.class)));
        for (var row : rows) {
            var name = row.get("permission");
            if (name.startsWith("(")) {
                traits.put(name, cells(row));
            } else {
                var permission = permission(name);
                known.add(permission);
                cells(row).forEach((role, cell) -> allow(role, permission, cell));
            }
        }
        var missing = EnumSet.complementOf(known);
        if (!missing.isEmpty() || !traits.keySet().equals(Set.of(SECOND_STEP, IDLE, ABSOLUTE))) {
            throw new IllegalStateException("roles.csv lacks " + missing + " or one of the three rows in brackets");
        }
    }

    public Set<Permission> of(Collection<Role> roles) {
        var all = EnumSet.noneOf(Permission.class);
        roles.forEach(role -> all.addAll(Objects.requireNonNull(permissions.get(role))));
        return all;
    }

    /** Whether one of these roles sees people, so that a password alone is not enough. */
    public boolean needSecondStep(Collection<Role> roles) {
        return roles.stream().anyMatch(role -> trait(SECOND_STEP, role).equals("yes"));
    }

    /** After how long without a sign of life these roles sign in again: the shortest of them. */
    public Duration idle(Collection<Role> roles) {
        return shortest(roles, role -> Duration.ofMinutes(Long.parseLong(trait(IDLE, role))));
    }

    /** After how long they sign in again in any case. */
    Duration absolute(Collection<Role> roles) {
        return shortest(roles, role -> Duration.ofHours(Long.parseLong(trait(ABSOLUTE, role))));
    }

    /** Under which role somebody does what a permission allows, as the trail names it. */
    static Role acting(SignedIn me, Set<Role> granting) {
        return me.roles().stream()
                .filter(granting::contains)
                .min(Role::compareTo)
                .orElseGet(() -> me.roles().stream().min(Role::compareTo).orElseThrow());
    }

    Set<Role> granting(Permission permission) {
        var granting = EnumSet.noneOf(Role.class);
        permissions.forEach((role, allowed) -> {
            if (allowed.contains(permission)) {
                granting.add(role);
            }
        });
        return granting;
    }

    private static Duration shortest(Collection<Role> roles, Function<Role, Duration> of) {
        return roles.stream().map(of).min(Duration::compareTo).orElseThrow();
    }

    private String trait(String name, Role role) {
        return Objects.requireNonNull(Objects.requireNonNull(traits.get(name)).get(role));
    }

    private void allow(Role role, Permission permission, String cell) {
        switch (cell) {
            case "yes" -> Objects.requireNonNull(permissions.get(role)).add(permission);
            case "" -> {}
            default -> throw new IllegalStateException("roles.csv says neither yes nor nothing: " + cell);
        }
    }

    private static Map<Role, String> cells(CSVRecord row) {
        var cells = new EnumMap<Role, String>(Role.class);
        Arrays.stream(Role.values()).forEach(role -> cells.put(role, row.get(role.code())));
        return cells;
    }

    private static Permission permission(String code) {
        return Arrays.stream(Permission.values())
                .filter(permission -> permission.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("roles.csv names an unknown permission: " + code));
    }

    private static List<CSVRecord> rows() {
        try (var reader = new InputStreamReader(
                        new ClassPathResource("access/roles.csv").getInputStream(), StandardCharsets.UTF_8);
                var table = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            return table.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
