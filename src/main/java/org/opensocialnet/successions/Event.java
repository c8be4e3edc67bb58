package org.opensocialnet.successions;

/** What may become of an organisation. */
enum Event {
    MERGED_INTO("merged-into"),
    RENAMED("renamed"),
    MOVED_UNDER("moved-under"),
    SPLIT_FROM("split-from");

    private final String code;

    Event(String code) {
        this.code = code;
    }

    /** As the directory and addresses write it. */
    String code() {
        return code;
    }

    static Event of(String code) {
        for (var event : values()) {
            if (event.code.equals(code)) {
                return event;
            }
        }
        throw new IllegalArgumentException(code);
    }
}
