package org.opensocialnet;

/** How the log is written: lines of JSON for machines, short lines for a person at a terminal; OSN_LOG decides otherwise. */
final class LogFormat {

    private LogFormat() {}

    static void choose(boolean person) {
        var wish = System.getenv("OSN_LOG");
        if (wish == null ? person : wish.equals("text")) {
            System.setProperty("logging.level.root", "warn");
            System.setProperty("logging.level.org.opensocialnet", "info");
            System.setProperty("logging.pattern.console", "%d{HH:mm:ss} %-5level %msg %kvp%n%ex");
        } else {
            System.setProperty("logging.structured.format.console", "logstash");
        }
    }
}
