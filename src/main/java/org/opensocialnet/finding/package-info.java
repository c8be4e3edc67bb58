/**
 * Floor 5, how a person finds help: search, map, and the public pages of the directory.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "hours",
            "database",
            "places",
            "web",
            "access",
            "directory",
            "ledger",
            "index",
            "drafts",
            "reports",
            "search"
        })
@NullMarked
package org.opensocialnet.finding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
