/**
 * Floor 6, requests for support: who asks for what, line by line, from the first draft to the last receipt; what the need
 * check says beside it, what the coordination team decides, and how much of each line others cover.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "places",
            "settings",
            "audit",
            "web",
            "workspace",
            "access",
            "desk",
            "directory",
            "naming",
            "people",
            "retention",
            "ledger",
            "goods",
            "evidence",
            "shortfall",
            "coverage"
        })
@NullMarked
package org.opensocialnet.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
