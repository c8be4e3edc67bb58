package org.opensocialnet.intake;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** The id of a record: kept where it is a UUID, otherwise made from source, table and what was given, always the same. */
final class RecordId {

    private RecordId() {}

    static String of(String source, String table, String given) {
        return isUuid(given) ? given.toLowerCase(Locale.ROOT) : named(source, table, given);
    }

    private static boolean isUuid(String given) {
        if (given.length() != 36) {
            return false;
        }
        for (int i = 0; i < 36; i++) {
            char c = given.charAt(i);
            boolean right = i == 8 || i == 13 || i == 18 || i == 23
                    ? c == '-'
                    : c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
            if (!right) {
                return false;
            }
        }
        return true;
    }

    static String named(String... parts) {
        var name = String.join("\n", parts);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
