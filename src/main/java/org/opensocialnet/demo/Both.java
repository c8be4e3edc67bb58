package org.opensocialnet.demo;

/** The same text in the city's two languages. */
record Both(String greek, String english) {

    /** Reads "Ελληνικά | English". */
    static Both of(String line) {
        int bar = line.indexOf(" | ");
        if (bar < 0) {
            throw new IllegalArgumentException("Greek | English expected: " + line);
        }
        return new Both(line.substring(0, bar).strip(), line.substring(bar + 3).strip());
    }

    Both then(Both more) {
        return new Both((greek + " " + more.greek).strip(), (english + " " + more.english).strip());
    }

    /** Puts an area's name where the text leaves a place for it. */
    Both about(Both area) {
        return new Both(greek.replace("{el}", area.greek), english.replace("{en}", area.english));
    }
}
