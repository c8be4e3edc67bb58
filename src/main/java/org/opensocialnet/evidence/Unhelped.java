package org.opensocialnet.evidence;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many people of one cell asked and were not helped, by the reason that was said; empty where none was. A refusal has its
 * own reason, whatever the need said: it moves people from one reason to the other and makes no more of them.
 */
final class Unhelped {

    private static final String UNSAID = "";

    private final Map<String, Long> byReason = new TreeMap<>();

    /** People whose need stood open in these days, less those it was met for or who withdrew. */
    void open(String reason, long people) {
        byReason.merge(reason, people, Long::sum);
    }

    /** People who were refused for a reason; they were counted among the open ones, whatever reason stood there. */
    void refused(String reason, long people) {
        byReason.merge(reason, people, Long::sum);
        byReason.merge(UNSAID, -people, Long::sum);
    }

    /** No reason has less than nobody: what one has too little the others give, the unsaid first. */
    Map<String, Long> settled() {
        long missing = 0;
        for (var entry : byReason.entrySet()) {
            if (entry.getValue() < 0) {
                missing -= entry.getValue();
                entry.setValue(0L);
            }
        }
        var order = byReason.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Long>>comparingInt(
                                entry -> entry.getKey().equals(UNSAID) ? 0 : 1)
                        .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder())))
                .toList();
        for (var entry : order) {
            long taken = Math.min(missing, entry.getValue());
            entry.setValue(entry.getValue() - taken);
            missing -= taken;
        }
        byReason.values().removeIf(people -> people == 0);
        return byReason;
    }
}
