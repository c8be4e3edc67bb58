package org.opensocialnet.administration;

import java.util.List;
import org.opensocialnet.database.JobBook.Job;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items.Tone;

/** A job of the program in words: when it ran, how long, how it ended, when it runs next. */
record JobWords(String name, String last, String took, String ended, Tone tone, String next) {

    static List<JobWords> of(List<Job> jobs, Words t) {
        return jobs.stream().map(job -> of(job, t)).toList();
    }

    private static JobWords of(Job job, Words t) {
        var run = job.last();
        var next = job.next() == null ? "–" : t.moment(job.next());
        if (run == null) {
            return new JobWords(
                    name(job.code(), t), t.of("administration.health.jobs.never"), "–", "–", Tone.NEUTRAL, next);
        }
        var failure = run.failure();
        return new JobWords(
                name(job.code(), t),
                t.moment(run.began()),
                t.of("administration.health.jobs.seconds", run.took().toMillis() / 1000.0),
                failure == null
                        ? t.of("administration.health.jobs.done")
                        : t.of("administration.health.jobs.failed", failure),
                failure == null ? Tone.GOOD : Tone.ATTENTION,
                next);
    }

    /** A job that has no words here yet is called as the room calls it. */
    private static String name(String code, Words t) {
        return switch (code) {
            case "chronicle.tell" -> t.of("administration.job.chronicle-tell");
            case "database.at-night" -> t.of("administration.job.backup");
            case "audit.seal" -> t.of("administration.job.seal");
            case "audit.at-night" -> t.of("administration.job.verify");
            case "messaging.tidy" -> t.of("administration.job.tidy");
            case "index.look" -> t.of("administration.job.index");
            case "questionnaire.every-morning" -> t.of("administration.job.questionnaire");
            case "deliveries.every-morning" -> t.of("administration.job.deliveries");
            case "rounds.every-morning" -> t.of("administration.job.rounds");
            case "reports.every-night" -> t.of("administration.job.reports");
            case "attachments.look" -> t.of("administration.job.attachments");
            case "imports.tidy" -> t.of("administration.job.imports");
            case "retention.at-night" -> t.of("administration.job.people");
            case "ledger.fold" -> t.of("administration.job.ledger-fold");
            case "ledger.ahead" -> t.of("administration.job.ledger-ahead");
            case "ledger.look" -> t.of("administration.job.ledger-look");
            case "evidence.look" -> t.of("administration.job.evidence");
            case "finding.write-searches" -> t.of("administration.job.searches");
            case "registry.at-night" -> t.of("administration.job.doubles");
            default -> code;
        };
    }
}
