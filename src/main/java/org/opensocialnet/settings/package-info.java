/**
 * Between floors 1 and 2, what an operator decides while the program runs: each room declares its settings, the desk shows them, every node hears of a change.
 */
@ApplicationModule(allowedDependencies = {"kernel", "database"})
@NullMarked
package org.opensocialnet.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
