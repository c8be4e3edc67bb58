/**
 * What things are called on pages: the words of the city's own vocabularies, its communities, organisations and places, each
 * in the reader's language, to choose from and to read.
 */
@ApplicationModule(allowedDependencies = {"kernel", "database", "places", "web", "workspace", "directory"})
@NullMarked
package org.opensocialnet.naming;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
