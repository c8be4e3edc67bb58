package org.opensocialnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms' borders hold in SQL too: a room touches its own schema, and of others only facts and public views. */
class SqlBoundaryTest {

    static final Pattern TABLE = Pattern.compile(
            "(?im)\\b(?:from|join|into|update|copy|truncate|table|references|lateral|only|view|on)\\s+\"?(\\w+)\"?\\s*\\.\\s*\"?(\\w+)|,\\s*(\\w+)\\.(\\w+)\\s+(?:as\\s+)?\\w+\\s*$");

    static final Pattern JAVA_COMMENT = Pattern.compile("(?m)/\\*(?s:.*?)\\*/|^\\s*//.*$|^import .*$");
    static final Pattern SQL_COMMENT = Pattern.compile("(?m)--.*$");

    /** The gate writes what another room keeps: decided in docs/decisions/0024, and for nobody else. */
    static final Map<String, String> WRITES_FOR = Map.of("intake", "directory");

    static Stream<String> rooms() {
        return Sources.rooms().stream();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomTouchesOnlyItsOwnTables(String room) {
        for (var file : Sources.below(Sources.JAVA.resolve(room), ".java")) {
            keepsTo(room, file, JAVA_COMMENT);
        }
    }

    @Test
    void theRoomThatWritesForAnotherKeepsNoTablesOfItsOwn() {
        assertThat(WRITES_FOR.keySet())
                .allSatisfy(room -> assertThat(Sources.MIGRATIONS.resolve(room))
                        .as("a room with tables of its own writes those, and leaves others to their rooms")
                        .doesNotExist());
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomsMigrationsMakeOnlyItsOwnTables(String room) {
        for (var file : Sources.below(Sources.MIGRATIONS.resolve(room), ".sql")) {
            keepsTo(room, file, SQL_COMMENT);
        }
    }

    private static void keepsTo(String room, Path file, Pattern comment) {
        var text = comment.matcher(Sources.text(file)).replaceAll("");
        assertThat(tablesOfOthers(room, text))
                .as("tables of other rooms in %s", file)
                .isEmpty();
    }

    static List<String> tablesOfOthers(String room, String text) {
        return TABLE.matcher(text)
                .results()
                .filter(table -> Sources.rooms().contains(schema(table))
                        && !schema(table).equals(room)
                        && !schema(table).equals(WRITES_FOR.get(room)))
                .filter(table -> !name(table).equals("fact") && !name(table).startsWith("public_"))
                .map(table -> schema(table) + "." + name(table))
                .toList();
    }

    private static String schema(MatchResult table) {
        return (table.group(1) == null ? table.group(3) : table.group(1)).toLowerCase(Locale.ROOT);
    }

    private static String name(MatchResult table) {
        return table.group(2) == null ? table.group(4) : table.group(2);
    }

    @Test
    void theGuardSeesEveryWayToTouchATable() {
        assertThat(tablesOfOthers("finding", "select 1 from directory.service s join DIRECTORY.phone p on true"))
                .containsExactly("directory.service", "directory.phone");
        assertThat(tablesOfOthers("finding", "from finding.place x,\n  directory.phone p\n where true"))
                .containsExactly("directory.phone");
        assertThat(tablesOfOthers("finding", "from directory.public_service, directory.fact f"))
                .isEmpty();
        assertThat(tablesOfOthers("intake", "update directory.service set x = 1 from demo.loaded"))
                .containsExactly("demo.loaded");
    }
}
