/**
 * Between floors 4 and 5, how many people there are and what they would need, as others reckoned it: a table by community and
 * group, each figure with its source, its day and the interval it lies in, brought in as a file and taken back whole.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "places",
            "audit",
            "web",
            "workspace",
            "access",
            "desk",
            "directory",
            "parcels"
        })
@NullMarked
package org.opensocialnet.population;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
