/**
 * Between floors 1 and 2, what a stolen database must not tell: texts are sealed here before they are stored, and found
 * again by keyed tokens. The keys lie outside of the database.
 */
@ApplicationModule(allowedDependencies = {"kernel", "database"})
@NullMarked
package org.opensocialnet.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
