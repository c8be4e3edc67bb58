/**
 * Floor 1, where everything is kept: the embedded PostgreSQL or an external one, backup and restore, and how values become columns.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.opensocialnet.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
