/**
 * A landing below the engines, plain Java: figures and the sums that tie them. It finds which figures must be withheld so
 * that the sums do not give others away, with whole numbers that prove it, and reckons by linear programming what a
 * reader of the rest could conclude. What the figures count, and who was told, is for {@code disclosure}.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.opensocialnet.margins;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
