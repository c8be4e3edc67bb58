/**
 * Floor 1, an engine in plain Java: who gets what when it does not suffice. Open lines of requests, things in stock, pledges
 * and envelopes of money go in; out comes a proposal with its value, a proven bound on what any other could reach, and for
 * each line why it is in or out. It advises; a person decides.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.opensocialnet.allocation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
