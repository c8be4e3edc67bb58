package org.opensocialnet.attachments;

import org.opensocialnet.database.JobBook;
import org.opensocialnet.database.Sight;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Files that wait for the scanner are looked into every few minutes. */
@Component
@ConditionalOnWebApplication
class AttachmentJobs {

    private static final int AT_ONCE = 20;

    private final Attachments attachments;
    private final JobBook jobs;

    AttachmentJobs(Attachments attachments, JobBook jobs) {
        this.attachments = attachments;
        this.jobs = jobs;
    }

    @Scheduled(fixedDelayString = "${osn.attachments.every:PT3M}", initialDelayString = "${osn.attachments.every:PT3M}")
    void look() {
        jobs.run("attachments.look", () -> {
            Sight.job("attachments").run(() -> attachments.checkAnew(AT_ONCE));
            return true;
        });
    }
}
