/**
 * Floor 5, other directories' files at the desk: sent, compared with what is there, looked at difference by difference, brought in, and taken back whole.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "settings",
            "audit",
            "chores",
            "web",
            "workspace",
            "access",
            "desk",
            "directory",
            "intake",
            "parcels",
            "drafts"
        })
@NullMarked
package org.opensocialnet.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
