package org.opensocialnet.allocation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.opensocialnet.allocation.Source.Envelope;

/** Adds up a proposal once more by hand, from its shares and what was asked: nothing of the engine is used. */
final class Checked {

    private Checked() {}

    static Proposal keepsAllRules(Portfolio asked, Proposal proposal) {
        var lines = asked.lines().stream().collect(Collectors.toMap(Line::id, each -> each));
        var sources = asked.sources().stream().collect(Collectors.toMap(Source::id, each -> each));
        Map<Object, Long> used = new HashMap<>();
        Map<String, Map<String, Long>> pieces = new HashMap<>();
        for (var share : proposal.shares()) {
            var line = requireNonNull(lines.get(share.line()));
            var source = requireNonNull(sources.get(share.source()));
            assertThat(source.conditions().broken(line, asked.day())).isEmpty();
            assertThat(share.units()).isPositive();
            assertThat(share.units() % line.amount().step()).isZero();
            used.merge(source.id(), share.taken(), Long::sum);
            pieces.computeIfAbsent(line.id(), _ -> new HashMap<>()).merge(share.item(), share.units(), Long::sum);
            var piece = line.pieces().stream()
                    .filter(each -> each.item().equals(share.item()))
                    .findFirst()
                    .orElseThrow();
            if (source instanceof Envelope envelope) {
                var price = requireNonNull(piece.price());
                assertThat(share.taken()).isEqualTo(price.cents() * share.units());
                for (var ceiling : envelope.ceilings()) {
                    var key = switch (ceiling.per()) {
                        case CATEGORY -> line.category();
                        case BENEFICIARY -> line.recipient().beneficiary();
                        case SUPPLIER -> price.supplier();
                    };
                    boolean named = envelope.ceilings().stream()
                            .anyMatch(each ->
                                    each.per() == ceiling.per() && each.key().equals(key));
                    if (ceiling.key().equals(key) || ceiling.key().isEmpty() && !named) {
                        var name = List.of(envelope.id(), ceiling.per(), key);
                        assertThat(used.merge(name, share.taken(), Long::sum)).isLessThanOrEqualTo(ceiling.cents());
                    }
                }
            } else {
                assertThat(share.taken()).isEqualTo(piece.each() * share.units());
            }
        }
        sources.forEach((id, source) -> {
            assertThat(used.getOrDefault(id, 0L)).isLessThanOrEqualTo(source.held());
            assertThat(proposal.left()).containsEntry(id, source.held() - used.getOrDefault(id, 0L));
        });
        for (var verdict : proposal.verdicts()) {
            var line = requireNonNull(lines.get(verdict.line()));
            var got = pieces.getOrDefault(line.id(), Map.of());
            assertThat(verdict.gets()).isBetween(0L, line.amount().quantity());
            for (var piece : line.pieces()) {
                assertThat(got.getOrDefault(piece.item(), 0L)).isEqualTo(verdict.gets());
            }
            assertThat(verdict.gets() == 0 || verdict.gets() >= line.amount().least())
                    .isTrue();
            assertThat(verdict.reasons().isEmpty()).isEqualTo(verdict.outcome() == Verdict.Outcome.WHOLE);
        }
        for (var quota : asked.quotas()) {
            assertThat(proposal.verdicts().stream()
                            .filter(each -> quota.counts(requireNonNull(lines.get(each.line()))))
                            .mapToLong(Verdict::gets)
                            .sum())
                    .isLessThanOrEqualTo(quota.units());
        }
        for (var held : proposal.floors()) {
            assertThat(held.got()).isGreaterThanOrEqualTo(held.least());
            assertThat(held.percent()).isLessThanOrEqualTo(held.floor().percent());
        }
        assertThat(proposal.value())
                .isEqualTo(
                        proposal.verdicts().stream().mapToLong(Verdict::value).sum())
                .isLessThanOrEqualTo(proposal.bound());
        return proposal;
    }
}
