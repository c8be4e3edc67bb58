/**
 * Beside the floors: every component of room web on sample pages with invented content, for those who build pages. Opens
 * only with the profile "gallery".
 */
@ApplicationModule(allowedDependencies = {"web"})
@NullMarked
package org.opensocialnet.gallery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
