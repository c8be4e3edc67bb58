package org.opensocialnet.access;

import java.time.Duration;
import org.opensocialnet.access.Attempts.Limit;
import org.opensocialnet.kernel.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps one network from asking for guide after guide and export after export, over all nodes: some at once, then one in a
 * while. Pages are never counted. Why so: docs/decisions/0141.
 */
@Component
class CostlyReads {

    private final Attempts attempts;
    private final Limit limit;

    CostlyReads(
            Attempts attempts,
            @Value("${osn.costly.at-once:30}") int atOnce,
            @Value("${osn.costly.each:10s}") Duration each) {
        this.attempts = attempts;
        this.limit = new Limit("costly", atOnce, each);
    }

    /** @param from the reader's network, coarsely: neighbours share, and nobody is known by it */
    void count(String from) {
        if (!attempts.allow(limit, from)) {
            throw Refusal.tooOften("access.costly", limit.each().toSeconds());
        }
    }
}
