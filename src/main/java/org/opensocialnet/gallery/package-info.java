/**
 * Beside the floors: every component of the rooms web and workspace on sample pages with invented content, for those who build pages. Opens
 * only with the profile "gallery".
 */
@ApplicationModule(allowedDependencies = {"web", "workspace"})
@NullMarked
package org.opensocialnet.gallery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
