/**
 * Floor 4, above the intake: files as others send them. Opened as hostile until proven otherwise, and read from any form of HSDS 2 and 3 (ZIP, CSV, JSON, NDJSON) as flat rows; and the spreadsheets of offices, in memory. Knows no database.
 */
@ApplicationModule(allowedDependencies = {"kernel", "directory", "intake"})
@NullMarked
package org.opensocialnet.parcels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
