/**
 * Below the engines, names, dates and numbers as people write them: one sound for all spellings of a name in Greek,
 * Greeklish, transliterations, Cyrillic and Arabic; diminutives and foreign forms; dates in any usual order; numbers that
 * states give people, by their rules. Plain Java.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.opensocialnet.spelling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
