/**
 * Floor 5, the two ways past "own organisation, own records": breaking the glass in danger, and legal requests of authorities. Both short, both told to others, both decided or reviewed by somebody else.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "audit",
            "web",
            "workspace",
            "messaging",
            "access",
            "desk",
            "people"
        })
@NullMarked
package org.opensocialnet.safeguards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
