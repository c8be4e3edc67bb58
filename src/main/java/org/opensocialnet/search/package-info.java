/**
 * Floor 4, above the index: how a question of words, place, time and filters is understood and answered.
 */
@ApplicationModule(allowedDependencies = {"kernel", "places", "web", "index"})
@NullMarked
package org.opensocialnet.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
