/**
 * Between floors 3 and 4, the workspace: its page layout and navigation, today's to-do, search over what one may see, preferences, help and administration pages to which the rooms above contribute.
 */
@ApplicationModule(
        allowedDependencies = {"kernel", "database", "audit", "settings", "web", "workspace", "messaging", "access"})
@NullMarked
package org.opensocialnet.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
