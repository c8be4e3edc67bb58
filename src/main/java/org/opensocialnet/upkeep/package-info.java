/**
 * Floor 5, keeping the directory true: editing with drafts and undo, notices and capacity, confirmation rounds by link, readers' reports, imports at the desk and doubles.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "hours",
            "database",
            "places",
            "audit",
            "settings",
            "web",
            "workspace",
            "messaging",
            "access",
            "desk",
            "people",
            "directory",
            "ledger",
            "intake",
            "parcels",
            "drafts"
        })
@NullMarked
package org.opensocialnet.upkeep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
