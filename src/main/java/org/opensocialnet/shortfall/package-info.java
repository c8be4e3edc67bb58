/**
 * Between floors 4 and 5, what a picture of the evidence means, cell by cell: figures that keep how sure they are, what is
 * missing or too much, how severe, where it goes and for which causes. Nothing is asked of the database.
 */
@ApplicationModule(allowedDependencies = {"kernel", "disclosure", "ledger", "population", "evidence"})
@NullMarked
package org.opensocialnet.shortfall;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
