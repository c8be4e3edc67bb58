/**
 * Floor 5, confirmation rounds: organisations are asked by a link whether their records are still right, answer without an account, and what they correct is accepted or refused at the desk.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "hours",
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
            "intake",
            "drafts"
        })
@NullMarked
package org.opensocialnet.rounds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
