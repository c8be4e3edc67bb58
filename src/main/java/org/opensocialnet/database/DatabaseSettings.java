package org.opensocialnet.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data lies, and which database keeps it: our own unless a url is given.
 *
 * @param data the data directory
 * @param database beside: whether it is the one of a server of ours that runs in the same data directory; else an
 *     existing PostgreSQL, by {@code OSN_DATABASE_URL}, {@code _USER} and {@code _PASSWORD}
 */
@ConfigurationProperties("osn")
record DatabaseSettings(
        @DefaultValue("data") Path data, @DefaultValue External database) {

    record External(
            @Nullable String url,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue("false") boolean beside) {}
}
