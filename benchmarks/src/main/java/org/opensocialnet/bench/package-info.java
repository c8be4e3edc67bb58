/** Benchmarks: each hot path against a baseline measured in the same run, on the running program. */
@NullMarked
package org.opensocialnet.bench;

import org.jspecify.annotations.NullMarked;
