package org.opensocialnet.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrivilegesTest {

    static final Pattern SENTENCE = Pattern.compile("/\\*\\* (.*?) \\*/\\s+([A-Z_]+)[,;]");

    final Privileges privileges = new Privileges();

    @Test
    void theNetworksBodiesNeverEditAnOrganisationsRecordsAsTheirOwn() {
        assertThat(privileges.of(Set.of(Role.COORDINATOR)))
                .contains(Permission.DESK_READ, Permission.DIRECTORY_KEEP)
                .doesNotContain(Permission.DIRECTORY_EDIT);
    }

    @Test
    void whoAuditsChangesNothing() {
        assertThat(privileges.of(Set.of(Role.AUDITOR)))
                .contains(Permission.TRAIL_READ)
                .doesNotContain(Permission.SETTINGS_CHANGE, Permission.MEMBERS_MANAGE_ALL);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"ORGANIZATION_ADMIN", "CASEWORKER", "OUTREACH_WORKER", "SITE_STAFF", "AUDITOR", "ADMINISTRATOR"})
    void whoSeesPeopleOrHoldsTheKeysNeedsASecondStep(Role role) {
        assertThat(privileges.needSecondStep(Set.of(role, Role.EDITOR))).isTrue();
    }

    @Test
    void theStricterRoleSaysHowLongASessionLasts() {
        assertThat(privileges.idle(Set.of(Role.EDITOR, Role.ADMINISTRATOR)))
                .isEqualTo(privileges.idle(Set.of(Role.ADMINISTRATOR)));
    }

    /** Fails once when the table changed, so that what people read is looked at and committed. */
    @Test
    void theTableInDocsIsUpToDate() throws IOException {
        var file = Path.of("docs/access.md");
        var drawn = drawn();
        var committed = Files.exists(file) ? Files.readString(file) : "";
        Files.writeString(file, drawn);
        assertThat(committed)
                .as("%s, which has just been written anew: look at it and commit it", file)
                .isEqualTo(drawn);
    }

    /**
     * Either an address asks for it, which MatrixTest walks as every role; or the program asks for it by name, and so does a
     * test. That another permission begins with the same letters is not enough.
     */
    @ParameterizedTest
    @EnumSource
    void everyPermissionIsTested(Permission permission) throws IOException {
        var line = Pattern.compile("(?m)^[A-Z]+,[^,]+," + Pattern.quote(permission.code()) + "(,|$)");
        var name = Pattern.compile("\\bPermission\\." + permission.name() + "\\b");
        boolean walked = anyFinds(files(Path.of("src/main/resources"), "routes.csv"), line);
        boolean asked = anyFinds(files(Path.of("src/main/java"), ".java"), name);
        boolean tested = anyFinds(
                files(Path.of("src/test"), ".java").filter(file -> !file.endsWith("PrivilegesTest.java")), name);
        assertThat(walked || asked && tested)
                .as("an address that needs %s, or a line of the program and a test", permission.code())
                .isTrue();
    }

    /** What a role is given must be a permission there is, and each permission must be somebody's. */
    @Test
    void theTableOfRolesNamesEachPermissionOnceAndNoOther() throws IOException {
        assertThat(Files.readAllLines(Path.of("src/main/resources/access/roles.csv")).stream()
                        .skip(1)
                        .map(line -> line.split(",")[0])
                        .filter(name -> !name.startsWith("(")))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Permission.values()).map(Permission::code).toList());
    }

    private static Stream<Path> files(Path folder, String ending) throws IOException {
        try (var files = Files.walk(folder)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .toList()
                    .stream();
        }
    }

    private static boolean anyFinds(Stream<Path> files, Pattern pattern) {
        return files.anyMatch(file -> {
            try {
                return pattern.matcher(Files.readString(file)).find();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static String drawn() throws IOException {
        var rows = Files.readAllLines(Path.of("src/main/resources/access/roles.csv")).stream()
                .map(line -> List.of(line.split(",", -1)))
                .toList();
        var network = Arrays.stream(Role.values())
                .filter(Role::ofTheNetwork)
                .map(Role::code)
                .collect(Collectors.joining(", "));
        return """
                # Who may do what

                Drawn from `src/main/resources/access/roles.csv` by `PrivilegesTest`; do not edit. A role of the network
                (%s) acts for no organisation and never edits records as an organisation's own. Which address asks for
                which permission is each room's `routes.csv`.

                %s
                %s
                %s

                | permission | what it allows |
                |---|---|
                %s
                """.formatted(
                        network,
                        line(rows.getFirst()),
                        "|---".repeat(rows.getFirst().size()) + "|",
                        rows.stream().skip(1).map(PrivilegesTest::line).collect(Collectors.joining("\n")),
                        meanings());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(cell -> cell.isEmpty() ? " " : cell).collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** Each permission's own sentence, from its source. */
    private static String meanings() throws IOException {
        var source = Files.readString(Path.of("src/main/java/org/opensocialnet/access/Permission.java"));
        var sentences = SENTENCE.matcher(source)
                .results()
                .collect(Collectors.toMap(found -> found.group(2), found -> found.group(1)));
        return Arrays.stream(Permission.values())
                .map(permission -> "| `%s` | %s |".formatted(permission.code(), sentences.get(permission.name())))
                .collect(Collectors.joining("\n"));
    }
}
