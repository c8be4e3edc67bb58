/**
 * Between floors 2 and 3, what pages for members are built of: the frame around them, forms that keep what was typed, tables, timelines and what else a desk needs.
 */
@ApplicationModule(allowedDependencies = {"kernel", "web"})
@NullMarked
package org.opensocialnet.workspace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
