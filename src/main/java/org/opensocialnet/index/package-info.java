/**
 * Floor 4, above the directory: what the search keeps of it. One document for each point where help is given, made of the public views alone, brought up to date after changes, and to be thrown away and made again at any time.
 */
@ApplicationModule(allowedDependencies = {"kernel", "hours", "database", "directory"})
@NullMarked
package org.opensocialnet.index;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
