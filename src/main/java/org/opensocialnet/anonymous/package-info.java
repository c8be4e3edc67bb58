/**
 * Floor 4, people without a name: the rule by which an organisation's people make their own codes, said in words and checked
 * while it is typed, and the bare count of those who come without even a code.
 */
@ApplicationModule(
        allowedDependencies = {"kernel", "database", "audit", "web", "workspace", "access", "desk", "people"})
@NullMarked
package org.opensocialnet.anonymous;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
