package org.opensocialnet.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.opensocialnet.database.JobBook;
import org.opensocialnet.database.Sight;
import org.opensocialnet.settings.Forms;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.settings.Setting.Group;
import org.opensocialnet.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps sent files and what was found in them no longer than declared; that there was an import stays. */
@Component
@ConditionalOnWebApplication
class FileShredder {

    static final Setting<Integer> FILES_KEPT = new Setting<>(
            "imports.files-kept",
            Group.RETENTION,
            70,
            Forms.number(1, 365),
            30,
            "imports.setting.files-kept",
            "imports.setting.files-kept.hint");
    static final Setting<Integer> DETAILS_KEPT = new Setting<>(
            "imports.details-kept",
            Group.RETENTION,
            71,
            Forms.number(7, 3650),
            180,
            "imports.setting.details-kept",
            "imports.setting.details-kept.hint");

    private static final Logger LOG = LoggerFactory.getLogger(FileShredder.class);

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Settings settings;
    private final JobBook jobs;
    private final Clock clock;

    FileShredder(JdbcClient jdbc, TransactionOperations transactions, Settings settings, JobBook jobs, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.settings = settings;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${osn.imports.tidy:1h}", initialDelayString = "${osn.imports.tidy:2m}")
    void tidy() {
        jobs.run(
                "imports.tidy",
                () -> Sight.job("retention").call(() -> {
                    int files = forgetFiles();
                    int details = forgetDetails();
                    if (files + details > 0) {
                        LOG.atInfo()
                                .addKeyValue("files", files)
                                .addKeyValue("details", details)
                                .log("imports tidied up");
                    }
                    return files + details;
                }));
    }

    private int forgetFiles() {
        return old("file_gone_at", FILES_KEPT, List.of("piece"));
    }

    private int forgetDetails() {
        return old("details_gone_at", DETAILS_KEPT, List.of("difference", "record", "problem", "counted"));
    }

    /** One import after another, so that no transaction holds many rows for long. */
    private int old(String mark, Setting<Integer> kept, List<String> tables) {
        var before =
                clock.instant().minus(Duration.ofDays(settings.value(kept))).atOffset(ZoneOffset.UTC);
        int all = 0;
        while (Boolean.TRUE.equals(transactions.execute(_ -> {
            var load = jdbc.sql("""
                            update imports.load set %1$s = :now
                            where id = (
                                select id from imports.load
                                where %1$s is null and coalesce(undone_at, applied_at, sent_at) < :before
                                limit 1
                                for update skip locked)
                            returning id
                            """.formatted(mark))
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("before", before)
                    .query(java.util.UUID.class)
                    .optional();
            load.ifPresent(
                    id -> tables.forEach(table -> jdbc.sql("delete from imports.%s where load = :load".formatted(table))
                            .param("load", id)
                            .update()));
            return load.isPresent();
        }))) {
            all++;
        }
        return all;
    }
}
