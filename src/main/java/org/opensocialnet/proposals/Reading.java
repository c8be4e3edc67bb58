package org.opensocialnet.proposals;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.allocation.Held;
import org.opensocialnet.allocation.More;
import org.opensocialnet.allocation.Proposal;
import org.opensocialnet.allocation.Verdict;
import org.opensocialnet.allocation.Weights;
import org.opensocialnet.budget.Envelope;
import org.opensocialnet.budget.Offer;
import org.opensocialnet.chores.Chore;
import org.opensocialnet.chores.Chores;
import org.opensocialnet.places.Places;
import org.opensocialnet.proposals.ProposalPages.Item;
import org.opensocialnet.proposals.Sheet.Asked;
import org.opensocialnet.proposals.Sheet.Pot;
import org.opensocialnet.support.OpenLines.OpenLine;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Items.Happening;
import org.opensocialnet.workspace.Items.Tone;
import org.springframework.stereotype.Component;

/** Reads kept proposals out in words. */
@Component
class Reading {

    private final ProposalBook proposals;
    private final Chores chores;
    private final Places places;

    Reading(ProposalBook proposals, Chores chores, Places places) {
        this.proposals = proposals;
        this.chores = chores;
        this.places = places;
    }

    /**
     * One proposal.
     *
     * @param result none until it was worked out
     */
    record Page(
            Kept kept,
            @Nullable Chore chore,
            @Nullable Result result,
            List<Happening> decisions,
            List<Choice> choices) {

        boolean underWay() {
            return chore != null && chore.open();
        }
    }

    /** What was found, in words. */
    record Result(
            String value,
            String ending,
            String simple,
            String seed,
            List<LineRow> lines,
            List<PotRow> pots,
            List<FloorRow> floors) {}

    /** What one line gets, from where, and why not more. */
    record LineRow(
            String what,
            String request,
            String path,
            String gets,
            Tone tone,
            String outcome,
            List<String> from,
            List<String> why,
            String wayIn) {}

    /** An envelope: what is taken, what is left, what 1,000 € more would buy. */
    record PotRow(String name, String taken, String left, String more) {}

    /** A floor that was drawn: what it asks, what it gives. */
    record FloorRow(String key, String could, String least, String got, boolean lowered) {}

    Item item(Kept kept, Words t) {
        var found = kept.found();
        var last = proposals.decisions(kept.id());
        var state = found == null
                ? t.of("proposals.state.working")
                : last.isEmpty()
                        ? t.of("proposals.state.open")
                        : ProposalWords.choice(last.getFirst().choice(), t);
        return new Item(
                kept.path(),
                kept.title(),
                t.of(
                        "proposals.about",
                        t.number(kept.number()),
                        kept.sheet().lines().size(),
                        kept.sheet().pots().size(),
                        t.moment(kept.madeAt())),
                state);
    }

    Choice choice(OpenLine line, Words t) {
        var price = line.price();
        return new Choice(
                line.id().toString(),
                t.of(
                        "proposals.line",
                        line.what(),
                        t.number(line.open().stripTrailingZeros()),
                        t.number(line.number())),
                price == null
                        ? t.of("proposals.line.no-price")
                        : t.of(
                                "proposals.line.price",
                                new ProposalWords(NOTHING, t)
                                        .euros(price.multiply(line.open())
                                                .movePointRight(2)
                                                .setScale(0, RoundingMode.CEILING)
                                                .longValueExact())));
    }

    Choice choice(Offer offer, Words t) {
        return new Choice(
                offer.envelope().value().toString(),
                Envelope.named(offer.name(), offer.english(), t),
                t.of("proposals.envelope.hint", t.money(offer.available()), t.date(offer.until())));
    }

    private static final Sheet NOTHING = new Sheet(LocalDate.EPOCH, List.of(), List.of(), 0, Weights.USUAL);

    Page page(Kept kept, Words t) {
        var found = kept.found();
        return new Page(
                kept,
                chores.of(kept.id()).orElse(null),
                found == null ? null : result(kept, found, t),
                proposals.decisions(kept.id()).stream()
                        .map(each -> new Happening(
                                ProposalWords.choice(each.choice(), t),
                                t.of("proposals.by", each.name()),
                                t.moment(each.at()),
                                each.at().toString(),
                                each.words()))
                        .toList(),
                ProposalPages.decisions(t));
    }

    private Result result(Kept kept, Found found, Words t) {
        var words = new ProposalWords(kept.sheet(), t);
        var proposal = found.proposal();
        return new Result(
                words.points(proposal.value()),
                words.ending(proposal.ending(), proposal.gap()),
                t.of("proposals.simple", words.points(proposal.simple())),
                Long.toString(proposal.seed()),
                kept.sheet().lines().stream()
                        .map(line -> row(line, proposal, words, t))
                        .toList(),
                kept.sheet().pots().stream()
                        .map(pot -> row(pot, found, words, kept.sheet(), t))
                        .toList(),
                proposal.floors().stream().map(held -> row(held, words, t)).toList());
    }

    private static LineRow row(Asked line, Proposal proposal, ProposalWords words, Words t) {
        var id = line.id().toString();
        var verdict = proposal.verdict(id);
        return new LineRow(
                line.what(),
                t.of("proposals.request", t.number(line.number())),
                "/desk/requests/" + line.request(),
                t.of("proposals.gets", t.number(verdict.gets()), t.number(verdict.asked())),
                verdict.outcome() == Verdict.Outcome.WHOLE
                        ? Tone.GOOD
                        : verdict.outcome() == Verdict.Outcome.PART ? Tone.WAITING : Tone.ATTENTION,
                words.outcome(verdict),
                proposal.shares().stream()
                        .filter(share -> share.line().equals(id))
                        .map(share -> t.of(
                                "proposals.from",
                                t.number(share.units()),
                                words.envelope(share.source()),
                                words.euros(share.taken())))
                        .toList(),
                verdict.reasons().stream().map(words::reason).toList(),
                verdict.wayIn() == null ? "" : words.wayIn(verdict.wayIn()));
    }

    private static PotRow row(Pot pot, Found found, ProposalWords words, Sheet sheet, Words t) {
        var id = pot.id().toString();
        long left = found.proposal().left().getOrDefault(id, 0L);
        return new PotRow(
                ProposalWords.name(pot, t),
                words.euros(pot.cents() - left),
                words.euros(left),
                found.more().stream()
                        .filter(more -> more.envelope().equals(id))
                        .findFirst()
                        .map(more -> more(more, words, sheet, t))
                        .orElse(""));
    }

    private static String more(More more, ProposalWords words, Sheet sheet, Words t) {
        if (more.atMost() == 0 || more.gets().isEmpty()) {
            return t.of("proposals.more.nothing");
        }
        var gets = changes(more.gets(), sheet, t);
        return more.loses().isEmpty()
                ? t.of("proposals.more", words.points(more.gain()), gets)
                : t.of("proposals.more.instead", words.points(more.gain()), gets, changes(more.loses(), sheet, t));
    }

    private static String changes(List<More.Change> changes, Sheet sheet, Words t) {
        return String.join(
                ", ",
                changes.stream()
                        .map(change -> t.of(
                                "proposals.change",
                                t.number(change.units()),
                                sheet.line(change.line()).map(Asked::what).orElse("")))
                        .toList());
    }

    private FloorRow row(Held held, ProposalWords words, Words t) {
        var name = places.communities().stream()
                .filter(place -> place.code().equals(held.key()))
                .map(place -> place.name(t.lang()))
                .findFirst()
                .orElse(held.key().isEmpty() ? t.of("proposals.floor.unsaid") : held.key());
        return new FloorRow(
                name, words.points(held.could()), words.points(held.least()), words.points(held.got()), held.lowered());
    }
}
