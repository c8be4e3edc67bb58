package org.opensocialnet.intake;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** The id of a record: kept where it is a UUID, otherwise made from source, table and what was given, always the same. */
final class RecordId {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private RecordId() {}

    static String of(String source, String table, String given) {
        return UUID_TEXT.matcher(given).matches() ? given.toLowerCase(Locale.ROOT) : named(source, table, given);
    }

    static String named(String... parts) {
        var name = String.join("\n", parts);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
