/**
 * Floor 5, linkage for operators: {@code ./run link} finds doubles in spreadsheets, writes the pairs and a report of what
 * was learnt. Needs no database.
 */
@ApplicationModule(allowedDependencies = {"kernel", "matching"})
@NullMarked
package org.opensocialnet.linking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
