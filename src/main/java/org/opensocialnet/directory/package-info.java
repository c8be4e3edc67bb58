/**
 * Floor 4, the record of who helps, with what, where, when and for whom, in the terms of HSDS 3.1. Other rooms read the views named public_..., which never hold what the public may not know.
 */
@ApplicationModule(allowedDependencies = {"kernel", "hours", "database", "places", "web"})
@NullMarked
package org.opensocialnet.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
