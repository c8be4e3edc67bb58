package org.opensocialnet.proposals;

import java.math.BigDecimal;
import org.opensocialnet.allocation.Ceiling.Per;
import org.opensocialnet.allocation.Conditions.Rule;
import org.opensocialnet.allocation.Proposal.Ending;
import org.opensocialnet.allocation.Reason;
import org.opensocialnet.allocation.Verdict;
import org.opensocialnet.chores.Chore;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.proposals.Decision.Choice;
import org.opensocialnet.proposals.Sheet.Pot;
import org.opensocialnet.web.Words;

/** What the engine says, in the reader's words. */
final class ProposalWords {

    private final Sheet sheet;
    private final Words t;

    ProposalWords(Sheet sheet, Words t) {
        this.sheet = sheet;
        this.t = t;
    }

    String reason(Reason reason) {
        return switch (reason) {
            case Reason.NothingOfTheKind _ -> t.of("proposals.reason.nothing");
            case Reason.NotAllowed not -> notAllowed(not.rule(), envelope(not.source()));
            case Reason.TooLittle little ->
                t.of(
                        "proposals.reason.too-little",
                        envelope(little.source()),
                        euros(little.left()),
                        euros(little.missing()));
            case Reason.UnderCeiling under ->
                ceiling(under.per(), envelope(under.source()), euros(under.left()), euros(under.missing()));
            case Reason.OverQuota over -> t.of("proposals.reason.quota", t.number(over.left()));
        };
    }

    private String notAllowed(Rule rule, String envelope) {
        return switch (rule) {
            case LINE -> t.of("proposals.reason.not-this-line", envelope);
            case CATEGORY -> t.of("proposals.reason.category", envelope);
            case GROUP -> t.of("proposals.reason.group", envelope);
            case COMMUNITY -> t.of("proposals.reason.community", envelope);
            case PERIOD -> t.of("proposals.reason.period", envelope);
        };
    }

    private String ceiling(Per per, String envelope, String left, String missing) {
        return switch (per) {
            case CATEGORY -> t.of("proposals.reason.ceiling.category", envelope, left, missing);
            case BENEFICIARY -> t.of("proposals.reason.ceiling.beneficiary", envelope, left, missing);
            case SUPPLIER -> t.of("proposals.reason.ceiling.supplier", envelope, left, missing);
        };
    }

    String wayIn(Verdict.WayIn way) {
        return t.of("proposals.way-in", euros(way.cents()), envelope(way.envelope()), t.number(way.units()));
    }

    String outcome(Verdict verdict) {
        return switch (verdict.outcome()) {
            case WHOLE -> t.of("proposals.outcome.whole");
            case PART -> t.of("proposals.outcome.part");
            case NOTHING -> t.of("proposals.outcome.nothing");
        };
    }

    String envelope(String id) {
        return sheet.pot(id).map(pot -> name(pot, t)).orElse(id);
    }

    static String name(Pot pot, Words t) {
        return t.lang().equals("en") && !pot.english().isBlank() ? pot.english() : pot.name();
    }

    String euros(long cents) {
        return t.money(Money.ofCents(cents));
    }

    /** Values are counted in thousandths of a point; people read points. */
    String points(long thousandths) {
        return t.number(thousandths / 1_000);
    }

    String ending(Ending ending, double gap) {
        return switch (ending) {
            case SETTLED -> t.of("proposals.ending.settled");
            case BEST -> t.of("proposals.ending.best");
            case WITHIN_GAP -> t.of("proposals.ending.within-gap", percent(gap));
            case STOPPED -> t.of("proposals.ending.stopped", percent(gap));
        };
    }

    private String percent(double part) {
        return t.number(
                BigDecimal.valueOf(Math.ceil(10_000 * part)).movePointLeft(2).stripTrailingZeros());
    }

    static String choice(Choice choice, Words t) {
        return switch (choice) {
            case FOLLOWED -> t.of("proposals.choice.followed");
            case PARTLY -> t.of("proposals.choice.partly");
            case NOT_FOLLOWED -> t.of("proposals.choice.not-followed");
        };
    }

    static String step(Chore chore, Words t) {
        return switch (chore.step()) {
            case WorkingOut.PROPOSING -> t.of("proposals.step.proposing");
            case WorkingOut.ASKING_FOR_MORE -> t.of("proposals.step.more", chore.done());
            default -> t.of("proposals.step.waiting");
        };
    }
}
