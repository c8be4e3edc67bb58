/**
 * Floor 5, the desk's pages of people: found before they are registered, read with a purpose, corrected, joined where two
 * records are one person, and erased.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "settings",
            "web",
            "workspace",
            "access",
            "desk",
            "people",
            "matching",
            "anonymous"
        })
@NullMarked
package org.opensocialnet.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
