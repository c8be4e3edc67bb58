package org.opensocialnet.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps what each scheduled job did last. A room's {@code @Scheduled} method hands its work over under the name of the room
 * and the method, {@code jobs.run("audit.at-night", this::verify)}: a failure is logged, noted, and tried again when it is
 * time, never thrown.
 */
@Component
public class JobBook {

    private static final Logger LOG = LoggerFactory.getLogger(JobBook.class);

    /** What runs every few seconds is noted once a minute, and at once when it begins or ends to fail. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final ObjectProvider<ScheduledTaskHolder> schedules;
    private final Clock clock;
    private final Map<String, Run> noted = new ConcurrentHashMap<>();

    JobBook(
            JdbcClient jdbc,
            TransactionOperations transactions,
            ObjectProvider<ScheduledTaskHolder> schedules,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.schedules = schedules;
        this.clock = clock;
    }

    /** The last time a job ran; failure: the kind of fault, none where it was done. */
    public record Run(
            Instant began, Duration took, @Nullable String failure) {}

    /** A job: its last run on any node, none before the first one; and when this node does it next. */
    public record Job(
            String code, @Nullable Run last, @Nullable Instant next) {}

    /** Does the work of a job and notes how it went. */
    public void run(String code, Callable<?> work) {
        var began = clock.instant();
        var before = System.nanoTime();
        String failure = null;
        try {
            work.call();
        } catch (Exception e) {
            failure = e.getClass().getSimpleName();
            LOG.atError().setCause(e).addKeyValue("job", code).log("a job failed; it is tried again when it is time");
        }
        note(code, new Run(began, Duration.ofNanos(System.nanoTime() - before), failure));
    }

    private void note(String code, Run run) {
        var last = noted.get(code);
        if (last != null
                && (last.failure() == null) == (run.failure() == null)
                && last.began().plus(NOTED_EVERY).isAfter(run.began())) {
            return;
        }
        noted.put(code, run);
        try {
            Sight.job("jobs").run(() -> transactions.executeWithoutResult(_ -> write(code, run)));
        } catch (RuntimeException e) {
            LOG.warn("what a job did could not be noted: {}", e.toString());
        }
    }

    private void write(String code, Run run) {
        jdbc.sql("""
                insert into database.job (code, node, began_at, millis, failure)
                values (:code, :node, :began, :millis, :failure)
                on conflict (code) do update
                set node = :node, began_at = :began, millis = :millis, failure = :failure
                """)
                .param("code", code)
                .param("node", Long.toString(ProcessHandle.current().pid()))
                .param("began", run.began().atOffset(ZoneOffset.UTC))
                .param("millis", run.took().toMillis())
                .param("failure", run.failure())
                .update();
    }

    /** All jobs of all rooms by name, also those that have not run yet. */
    public List<Job> jobs() {
        var jobs = new TreeMap<String, Job>();
        schedules.stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .forEach(task ->
                        code(task).ifPresent(code -> jobs.put(code, new Job(code, null, task.nextExecution()))));
        runs().forEach((code, run) -> jobs.merge(
                code, new Job(code, run, null), (planned, ran) -> new Job(code, ran.last(), planned.next())));
        return List.copyOf(jobs.values());
    }

    private Map<String, Run> runs() {
        return Objects.requireNonNull(transactions.execute(_ -> jdbc
                .sql("select code, began_at, millis, failure from database.job order by code")
                .query((row, _) -> Map.entry(
                        row.getString("code"),
                        new Run(
                                row.getObject("began_at", OffsetDateTime.class).toInstant(),
                                Duration.ofMillis(row.getLong("millis")),
                                row.getString("failure"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
    }

    /** "org.opensocialnet.audit.TrailJobs.atNight" is "audit.at-night". */
    private static Optional<String> code(ScheduledTask task) {
        var name = task.getTask().getRunnable().toString();
        var parts = name.split("\\.");
        return !name.startsWith("org.opensocialnet.") || parts.length < 3
                ? Optional.empty()
                : Optional.of(parts[parts.length - 3] + "."
                        + parts[parts.length - 1].replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
    }
}
