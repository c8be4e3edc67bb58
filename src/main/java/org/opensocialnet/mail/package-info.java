/**
 * Between floors 1 and 2, the way to the mail server: its settings, the talk with it, and the envelope of a letter. It knows neither what letters say nor who leaves them.
 */
@ApplicationModule(allowedDependencies = {"kernel", "settings"})
@NullMarked
package org.opensocialnet.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
