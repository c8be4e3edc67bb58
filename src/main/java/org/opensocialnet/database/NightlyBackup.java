package org.opensocialnet.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Supplier;
import org.opensocialnet.kernel.Terminal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Backs the database up every night and keeps the newest few. */
class NightlyBackup {

    private static final Logger log = LoggerFactory.getLogger(NightlyBackup.class);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'nightly-'yyyy-MM-dd-HHmmss'.tar.gz'", Locale.ROOT);

    private final Postgres postgres;
    private final DataDirectory data;
    private final BackupSettings settings;
    private final Supplier<JobBook> jobs;
    private final Clock clock;

    NightlyBackup(Postgres postgres, DataDirectory data, BackupSettings settings, Supplier<JobBook> jobs, Clock clock) {
        this.postgres = postgres;
        this.data = data;
        this.settings = settings;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Scheduled(cron = "${osn.backup.cron:0 30 3 * * *}", zone = "Europe/Athens")
    void atNight() {
        if (!settings.nightly()) {
            return;
        }
        jobs.get().run("database.at-night", () -> {
            var outcome = backUp();
            log.atInfo()
                    .addKeyValue("file", outcome.file())
                    .addKeyValue("bytes", outcome.bytes())
                    .log("nightly backup done");
            return outcome;
        });
    }

    Backup.Outcome backUp() throws IOException, SQLException {
        var folder = settings.directory(data);
        var file = folder.resolve(ZonedDateTime.now(clock).format(NAME));
        var outcome = new Backup(postgres.keeperAddress(), data.path(), clock).write(file, new Silence());
        throwAwayOldest(folder);
        return outcome;
    }

    private void throwAwayOldest(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            var ours = files.filter(file -> file.getFileName().toString().matches("nightly-[0-9-]{17}\\.tar\\.gz"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (var old : ours.subList(Math.min(Math.max(1, settings.keep()), ours.size()), ours.size())) {
                Files.delete(old);
            }
        }
    }

    /** At night nobody looks on. */
    private static final class Silence implements Terminal, Terminal.Progress {

        @Override
        public void say(String line) {}

        @Override
        public void warn(String line) {}

        @Override
        public boolean confirm(String question) {
            return false;
        }

        @Override
        public Progress progress(String what, long total) {
            return this;
        }

        @Override
        public void advance(long steps) {}

        @Override
        public void close() {}
    }
}
