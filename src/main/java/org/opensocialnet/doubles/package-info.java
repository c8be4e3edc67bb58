/**
 * Floor 5, the same thing twice in the directory: looked for by a published rule, laid side by side, merged field by field by a person, and taken apart again. Nothing merges by itself.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "chores",
            "web",
            "workspace",
            "access",
            "desk",
            "directory",
            "intake",
            "drafts"
        })
@NullMarked
package org.opensocialnet.doubles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
