/**
 * Floor 0, the words everyone shares: ids, money, places on earth, words made comparable for search, Greek in Latin
 * letters, the operator's commands, and how the domain says no. No Spring beans, no database.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.opensocialnet.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
