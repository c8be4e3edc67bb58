/**
 * Beside the floors: the invented city, made through the rooms' own entry classes.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "hours",
            "database",
            "places",
            "web",
            "access",
            "signin",
            "directory",
            "people",
            "intake",
            "finding",
            "reports",
            "rounds",
            "questionnaire",
            "exchange",
            "imports",
            "doubles"
        })
@NullMarked
package org.opensocialnet.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
