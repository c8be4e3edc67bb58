package org.opensocialnet.database;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Which release this is, and which tables it knows. */
final class ProgramVersion {

    private static final Pattern MIGRATION = Pattern.compile("V(\\d+)__.*\\.sql");

    private ProgramVersion() {}

    static String ours() {
        var version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "in development" : version;
    }

    /** The newest migration this program brings, "0101". */
    static String newestMigration() throws IOException {
        var found = new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/**/V*.sql");
        return Arrays.stream(found)
                .map(Resource::getFilename)
                .filter(Objects::nonNull)
                .flatMap(name -> Stream.of(MIGRATION.matcher(name)).filter(java.util.regex.Matcher::matches))
                .map(match -> match.group(1))
                .max(Comparator.comparingInt(Integer::parseInt))
                .orElse("0");
    }
}
