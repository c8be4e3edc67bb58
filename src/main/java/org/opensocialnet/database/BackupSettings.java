package org.opensocialnet.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The backup the server takes by itself.
 *
 * @param nightly whether it does
 * @param cron when, in the time of Athens
 * @param directory where to; the folder "backups" in the data directory unless said
 * @param keep how many of its own it keeps
 */
@ConfigurationProperties("osn.backup")
record BackupSettings(
        @DefaultValue("true") boolean nightly,
        @DefaultValue("0 30 3 * * *") String cron,
        @Nullable Path directory,
        @DefaultValue("7") int keep) {

    Path directory(DataDirectory data) {
        return directory == null ? data.resolve("backups") : directory;
    }
}
