/**
 * Between floors 4 and 5, for how long what is kept of people: each room declares its types of records, the nights forget by
 * that, and the register of processing is written from it.
 */
@ApplicationModule(
        allowedDependencies = {"kernel", "database", "settings", "web", "workspace", "access", "desk", "people"})
@NullMarked
package org.opensocialnet.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
