/** Above floor 4, the catalogue of goods that organisations ask each other for: unit, usual quantity, usual price, quota. */
@ApplicationModule(
        allowedDependencies = {"kernel", "database", "audit", "web", "workspace", "access", "desk", "naming"})
@NullMarked
package org.opensocialnet.goods;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
