/**
 * Floor 5, an organisation's own list of people, as a spreadsheet: sent, its columns named, every row looked at against the
 * registry and against the rows before it, decided, brought in one by one, and taken back.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "vault",
            "settings",
            "chores",
            "audit",
            "web",
            "workspace",
            "access",
            "desk",
            "people",
            "parcels",
            "retention"
        })
@NullMarked
package org.opensocialnet.admissions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
