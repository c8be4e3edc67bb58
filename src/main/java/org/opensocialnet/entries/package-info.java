/**
 * Floor 5, an organisation's own page of the ledger: what it writes down itself, from today and for months back, what it takes
 * back, and what became of its needs.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "places",
            "chores",
            "audit",
            "web",
            "workspace",
            "access",
            "desk",
            "directory",
            "parcels",
            "ledger",
            "naming"
        })
@NullMarked
package org.opensocialnet.entries;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
