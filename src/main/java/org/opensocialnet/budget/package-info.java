/**
 * On the landing below floor 5, the money: envelopes with their rules, a double-entry book that is only ever added to, and
 * the second pair of eyes. What is reserved, committed and spent is asked for by the rooms above; no balance falls below zero.
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
            "directory"
        })
@NullMarked
package org.opensocialnet.budget;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
