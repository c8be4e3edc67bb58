package org.opensocialnet.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.audit.Finding.Trouble;

/** Goes along the chain, link by link in their order, and notes what does not follow from what came before. */
final class ChainWalk {

    /** More would say nothing new. */
    static final int MOST_FINDINGS = 100;

    /** A link with the line it holds; none where that is gone. */
    record Link(
            LocalDate day,
            int number,
            UUID act,
            String family,
            byte[] content,
            byte[] hash,
            @Nullable TrailLine line) {}

    /** A day that is over, as it was closed. */
    record ClosedDay(int lines, byte[] before, byte[] closing) {}

    private final NavigableMap<LocalDate, ClosedDay> closed;
    private final Map<LocalDate, Set<String>> removed;
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable LocalDate day;
    private int number;
    private byte[] before = Chain.BEGINNING;
    private boolean torn;
    private long lines;

    /**
     * @param closed every closed day up to the last one to look at
     * @param removed which parts of a day retention took away
     */
    ChainWalk(NavigableMap<LocalDate, ClosedDay> closed, Map<LocalDate, Set<String>> removed) {
        this.closed = closed;
        this.removed = removed;
    }

    /** From the first day to look at, the closed days must follow from each other and have their links or a removal. */
    void days(LocalDate from, LocalDate to, Set<LocalDate> withLinks) {
        var last = Chain.BEGINNING;
        for (var each : closed.entrySet()) {
            if (!each.getKey().isBefore(from) && !each.getKey().isAfter(to)) {
                if (!Arrays.equals(each.getValue().before(), last)) {
                    found(Trouble.MISSING, each.getKey(), 0);
                }
                if (!withLinks.contains(each.getKey()) && !isRemoved(each.getKey(), "chain")) {
                    found(Trouble.MISSING, each.getKey(), 1);
                }
            }
            last = each.getValue().closing();
        }
        var newest = withLinks.stream().max(LocalDate::compareTo).orElse(from);
        withLinks.stream()
                .filter(each -> each.isBefore(newest) && !closed.containsKey(each))
                .forEach(each -> found(Trouble.MISSING, each, 0));
    }

    void link(Link link) {
        if (!link.day().equals(day)) {
            endDay();
            begin(link.day());
        }
        lines++;
        line(link);
        if (link.number() > number + 1) {
            found(Trouble.MISSING, link.day(), number + 1);
            torn = true;
        }
        var expected = Chain.link(link.day(), link.number(), link.family(), link.act(), link.content(), before);
        if (!torn && !Arrays.equals(expected, link.hash())) {
            found(isWhole(link) ? Trouble.REORDERED : Trouble.CHANGED, link.day(), link.number());
        }
        torn = false;
        number = link.number();
        before = link.hash();
    }

    private void begin(LocalDate next) {
        day = next;
        number = 0;
        torn = false;
        var earlier = closed.lowerEntry(next);
        before = earlier == null ? Chain.BEGINNING : earlier.getValue().closing();
    }

    /** After the last link. */
    void endDay() {
        var ended = day == null ? null : closed.get(day);
        if (day == null || ended == null) {
            return;
        }
        if (number < ended.lines()) {
            found(Trouble.MISSING, day, number + 1);
        } else if (number > ended.lines()) {
            found(Trouble.INSERTED, day, ended.lines() + 1);
        } else if (!Arrays.equals(before, ended.closing())) {
            found(Trouble.CHANGED, day, number);
        }
    }

    private void line(Link link) {
        var gone = isRemoved(link.day(), link.family());
        if (link.line() == null) {
            if (!gone) {
                found(Trouble.MISSING, link.day(), link.number());
            }
        } else if (gone) {
            found(Trouble.INSERTED, link.day(), link.number());
        } else if (!isWhole(link)) {
            found(Trouble.CHANGED, link.day(), link.number());
        }
    }

    private static boolean isWhole(Link link) {
        return link.line() == null || Arrays.equals(Chain.content(link.line()), link.content());
    }

    private boolean isRemoved(LocalDate of, String part) {
        return removed.getOrDefault(of, Set.of()).contains(part);
    }

    void found(Trouble trouble, LocalDate of, int at) {
        var finding = new Finding(trouble, of, at);
        if (findings.size() < MOST_FINDINGS && !findings.contains(finding)) {
            findings.add(finding);
        }
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    long lines() {
        return lines;
    }

    /** The hash of the last link seen. */
    byte[] last() {
        return before;
    }
}
