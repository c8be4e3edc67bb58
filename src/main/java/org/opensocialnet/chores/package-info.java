/**
 * Between floors 1 and 2, long pieces of work that outlive the request that asked for them: kept in the database, done by any node with the eyes of who asked, told of as they go, marked where a node left them.
 */
@ApplicationModule(allowedDependencies = {"kernel", "database"})
@NullMarked
package org.opensocialnet.chores;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
