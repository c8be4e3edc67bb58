/**
 * Floor 5, questionnaires: forms built at the desk, editions of asking organisations by a link, what they answer, what of it the
 * desk brings into the directory, and the gaps they see, coded by a person and written into the ledger.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "hours",
            "places",
            "database",
            "audit",
            "settings",
            "web",
            "workspace",
            "messaging",
            "access",
            "desk",
            "people",
            "directory",
            "forms",
            "ledger",
            "intake",
            "drafts",
            "evidence"
        })
@NullMarked
package org.opensocialnet.questionnaire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
