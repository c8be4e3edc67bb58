/**
 * Floor 4, the only room that knows names: persons as organisations know them, what identifies them sealed and found by
 * keyed tokens, their codes and households, what was opened to whom, and how somebody is erased.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "vault",
            "audit",
            "settings",
            "web",
            "workspace",
            "access",
            "desk",
            "spelling",
            "matching"
        })
@NullMarked
package org.opensocialnet.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
