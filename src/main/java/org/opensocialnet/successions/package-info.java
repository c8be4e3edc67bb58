/**
 * Floor 5, what becomes of organisations: renamed, merged, divided, put under others. Entered by the coordination team with day and source, told on the public pages, taken back as one.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "web",
            "workspace",
            "access",
            "messaging",
            "audit",
            "members",
            "desk",
            "directory",
            "intake",
            "drafts"
        })
@NullMarked
package org.opensocialnet.successions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
