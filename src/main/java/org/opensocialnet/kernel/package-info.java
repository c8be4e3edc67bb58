/**
 * Floor 0, the words everyone shares: ids, text in several languages, money, places on earth, periods, paging, and how the domain says no. No Spring beans, no database.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.opensocialnet.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
