package org.opensocialnet.administration;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.audit.TrailState;
import org.opensocialnet.audit.TrailVerification;
import org.opensocialnet.database.Backups;
import org.opensocialnet.database.DataDirectory;
import org.opensocialnet.database.JobBook;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items.Tone;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** How the system is: database, disk, backups, letters, trail, versions; what needs somebody stands out and says what. */
@Controller
class HealthPages {

    private static final Duration OLD_BACKUP = Duration.ofHours(36);
    private static final Duration OLD_VERIFICATION = Duration.ofHours(36);
    private static final Duration SLOW_SEALING = Duration.ofMinutes(10);
    private static final double LITTLE_SPACE = 0.10;
    private static final long MEGA = 1L << 20;

    /** One thing that is well or not: its name, its state in a word, and what can be said of it. */
    record Sign(String name, Tone tone, String state, String detail) {}

    /** The page. */
    record HealthPage(List<Sign> signs, List<JobWords> jobs, List<Sign> versions) {}

    private final JdbcClient jdbc;
    private final DataDirectory data;
    private final Backups backups;
    private final TrailState trail;
    private final TrailVerification verification;
    private final MeterRegistry figures;
    private final JobBook jobs;
    private final Clock clock;

    HealthPages(
            JdbcClient jdbc,
            DataDirectory data,
            Backups backups,
            TrailState trail,
            TrailVerification verification,
            MeterRegistry figures,
            JobBook jobs,
            Clock clock) {
        this.jdbc = jdbc;
        this.data = data;
        this.backups = backups;
        this.trail = trail;
        this.verification = verification;
        this.figures = figures;
        this.jobs = jobs;
        this.clock = clock;
    }

    @GetMapping("/desk/health")
    ModelAndView health(SignedIn me, Words t) throws IOException {
        var signs = new ArrayList<Sign>();
        signs.add(database(t));
        signs.add(disk(t));
        signs.add(backup(t));
        signs.add(letters(t));
        signs.add(sealing(t));
        signs.add(verified(t));
        signs.add(retention(t));
        return new ModelAndView(
                        "administration/health",
                        "page",
                        new HealthPage(signs, JobWords.of(jobs.jobs(), t), versions(t)))
                .addObject("me", me);
    }

    private Sign database(Words t) {
        var bytes = jdbc.sql("select pg_database_size(current_database())")
                .query(Long.class)
                .single();
        var open = jdbc.sql("select count(*) from pg_stat_activity where datname = current_database()")
                .query(Long.class)
                .single();
        return good(
                t.of("administration.health.database"),
                t.of("administration.health.database.detail", t.number(bytes / MEGA), t.number(open)),
                t);
    }

    private Sign disk(Words t) throws IOException {
        var store = Files.getFileStore(data.path());
        var free = store.getUsableSpace();
        var enough = free > store.getTotalSpace() * LITTLE_SPACE;
        return sign(
                t.of("administration.health.disk"),
                enough,
                t.of(
                        "administration.health.disk.detail",
                        t.number(free / MEGA),
                        t.number(store.getTotalSpace() / MEGA)),
                t);
    }

    private Sign backup(Words t) throws IOException {
        var name = t.of("administration.health.backup");
        if (!backups.ours()) {
            return new Sign(
                    name,
                    Tone.NEUTRAL,
                    t.of("administration.health.elsewhere"),
                    t.of("administration.health.backup.own"));
        }
        var newest = backups.newest();
        if (newest.isEmpty()) {
            return sign(name, false, t.of("administration.health.backup.none"), t);
        }
        return sign(
                name,
                isYounger(newest.get().at(), OLD_BACKUP),
                t.of(
                        "administration.health.backup.detail",
                        t.moment(newest.get().at()),
                        t.number(newest.get().bytes() / MEGA)),
                t);
    }

    private Sign letters(Words t) {
        var waiting = figure("osn.letters.waiting");
        var dead = figure("osn.letters.dead");
        return sign(
                t.of("administration.health.letters"),
                dead == 0,
                t.of("administration.health.letters.detail", t.number(waiting), t.number(dead)),
                t);
    }

    private Sign sealing(Words t) {
        var now = trail.now();
        var detail = now.closedDay() == null || now.closing() == null
                ? t.of("administration.health.sealing.first", t.number(now.waiting()))
                : t.of(
                        "administration.health.sealing.detail",
                        t.number(now.waiting()),
                        t.date(now.closedDay()),
                        now.closing());
        return sign(
                t.of("administration.health.sealing"),
                now.oldest() == null || isYounger(now.oldest(), SLOW_SEALING),
                detail,
                t);
    }

    private Sign verified(Words t) {
        var name = t.of("administration.health.verified");
        var result = verification.latest().orElse(null);
        if (result == null) {
            return new Sign(
                    name,
                    Tone.NEUTRAL,
                    t.of("administration.health.not-yet"),
                    t.of("administration.health.verified.none"));
        }
        var trouble = result.trouble();
        return trouble == null
                ? sign(
                        name,
                        isYounger(result.at(), OLD_VERIFICATION),
                        t.of("administration.health.verified.detail", t.moment(result.at()), t.number(result.lines())),
                        t)
                : new Sign(name, Tone.DANGER, t.of("administration.health.unsound"), TrailPages.words(trouble, t));
    }

    private Sign retention(Words t) {
        var now = trail.now();
        return good(
                t.of("administration.health.retention"),
                now.removedAt() == null
                        ? t.of("administration.health.retention.none")
                        : t.of(
                                "administration.health.retention.detail",
                                t.moment(now.removedAt()),
                                t.number(now.removedLines())),
                t);
    }

    private List<Sign> versions(Words t) {
        var ours = getClass().getPackage().getImplementationVersion();
        var postgres = jdbc.sql("show server_version").query(String.class).single();
        return List.of(
                version("Open Social Net", ours == null ? t.of("administration.health.development") : ours),
                version("PostgreSQL", postgres),
                version("Java", Runtime.version().toString()));
    }

    private static Sign version(String name, String version) {
        return new Sign(name, Tone.NEUTRAL, "", version);
    }

    private static Sign good(String name, String detail, Words t) {
        return sign(name, true, detail, t);
    }

    private static Sign sign(String name, boolean well, String detail, Words t) {
        return well
                ? new Sign(name, Tone.GOOD, t.of("administration.health.good"), detail)
                : new Sign(name, Tone.ATTENTION, t.of("administration.health.look"), detail);
    }

    private boolean isYounger(@Nullable Instant moment, Duration age) {
        return moment != null && moment.plus(age).isAfter(clock.instant());
    }

    private long figure(String name) {
        var gauge = figures.find(name).gauge();
        return gauge == null || Double.isNaN(gauge.value()) ? 0 : Math.round(gauge.value());
    }
}
