/**
 * Floor 1, an engine in plain Java: whether two records speak of one person. Values turned into keyed encodings that can
 * be compared but not read, and probabilistic linkage (Fellegi and Sunter 1969) whose weights are learnt from the data.
 */
@ApplicationModule(allowedDependencies = {"kernel", "spelling"})
@NullMarked
package org.opensocialnet.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
