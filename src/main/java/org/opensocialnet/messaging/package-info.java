/**
 * Between floors 2 and 3, letters that leave the house: templates in two languages, an outbox in PostgreSQL, retries, preferences and a log.
 */
@ApplicationModule(allowedDependencies = {"kernel", "database", "audit", "settings", "mail", "web", "workspace"})
@NullMarked
package org.opensocialnet.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
