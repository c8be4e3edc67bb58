/**
 * Floor 4, above the directory: the one gate through which rows get into it, whoever brings them. Each row is checked, then all against each other, then kept in one transaction, and what became of each is told. It writes the tables of directory and has none of its own.
 */
@ApplicationModule(allowedDependencies = {"kernel", "hours", "database", "directory"})
@NullMarked
package org.opensocialnet.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
