/**
 * Between floors 4 and 5, questions as data: a form is a list of questions in two languages, asked page by page, answered in
 * texts, and kept as XLSForm by whoever wants to take it elsewhere. It knows no table and nobody who is asked.
 */
@ApplicationModule(allowedDependencies = {"kernel", "web", "workspace"})
@NullMarked
package org.opensocialnet.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
