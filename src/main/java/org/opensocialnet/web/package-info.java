/**
 * Floor 2, the frame: page layout and components, words in the reader's language, errors, assets, security headers. Rooms above contribute through small interfaces.
 */
@ApplicationModule(allowedDependencies = {"kernel", "hours", "database", "places", "settings"})
@NullMarked
package org.opensocialnet.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
