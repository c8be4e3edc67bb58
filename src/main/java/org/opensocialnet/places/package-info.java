/**
 * Floor 1, the ground the city stands on: the places people name, the communities and their borders, and what our own
 * map draws of them. Schematic and drawn by hand, until an operator gives official boundaries.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.opensocialnet.places;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
