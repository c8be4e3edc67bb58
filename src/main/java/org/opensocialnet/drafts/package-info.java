/**
 * Between floors 4 and 5, a record of the directory on its way to being changed: who keeps it, the draft of it, its fields and their words, what differs, what was published, and the way back. Upkeep, rounds and imports stand on it.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "hours",
            "audit",
            "web",
            "workspace",
            "access",
            "directory",
            "intake"
        })
@NullMarked
package org.opensocialnet.drafts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
