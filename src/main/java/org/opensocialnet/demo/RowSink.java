package org.opensocialnet.demo;

import java.util.Map;

/** Where the city's rows go: the directory's intake, or a test that counts them. */
@FunctionalInterface
interface RowSink {
    void take(String table, Map<String, String> values);
}
