package org.opensocialnet.budget;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.workspace.Items;

/**
 * The rules of an envelope: what it may pay for, when, for whom, how much of it for one, and who gave it.
 *
 * @param name in the main language
 * @param english in English; may be empty
 * @param programme what the funders call it; may be empty
 * @param until the last day on which it may be committed
 * @param payBy the last day on which it may be paid
 * @param categories kinds of services and goods by their codes; none: any
 * @param groups target groups by their codes; none: any
 * @param zones communities by their codes; none: the whole city
 * @param funders who gave it, with parts that make a whole
 */
public record Terms(
        String name,
        String english,
        String programme,
        LocalDate starts,
        LocalDate until,
        LocalDate payBy,
        List<String> categories,
        List<String> groups,
        List<String> zones,
        List<Funder> funders,
        List<Ceiling> ceilings) {

    private static final int MOST_FUNDERS = 8;

    public Terms {
        categories = List.copyOf(categories);
        groups = List.copyOf(groups);
        zones = List.copyOf(zones);
        funders = List.copyOf(funders);
        ceilings = List.copyOf(ceilings);
    }

    /** @param points its part in ten-thousandths: 8500 is 85 % */
    public record Funder(String name, String english, int points) {}

    /** @param whom a category's code or an id; empty: each one */
    public record Ceiling(Kind kind, String whom, Money amount) {

        /** What is held against the ceiling. */
        public enum Kind {
            CATEGORY,
            BENEFICIARY,
            SUPPLIER;

            String code() {
                return Items.code(this);
            }

            static Kind of(String code) {
                return Arrays.stream(values())
                        .filter(kind -> kind.code().equals(code))
                        .findFirst()
                        .orElseThrow();
            }
        }
    }

    public Shares shares() {
        return new Shares(funders.stream().map(Funder::points).toList());
    }

    /** Refuses rules that contradict each other, with the field and the remedy. */
    public void mustBeRight() {
        if (name.isBlank()) {
            throw Refusal.wrong("budget.fault.name", "name");
        }
        Checks.mustBeOfOurTime(starts, "starts");
        Checks.mustBeOfOurTime(until, "until");
        Checks.mustBeOfOurTime(payBy, "pay-by");
        if (until.isBefore(starts)) {
            throw Refusal.wrong("budget.fault.until", "until");
        }
        if (payBy.isBefore(until)) {
            throw Refusal.wrong("budget.fault.pay-by", "pay-by");
        }
        if (funders.isEmpty()
                || funders.size() > MOST_FUNDERS
                || funders.stream().anyMatch(funder -> funder.name().isBlank() || funder.points() < 1)
                || funders.stream().mapToInt(Funder::points).sum() != Shares.WHOLE) {
            throw Refusal.wrong("budget.fault.funders", "funder-0");
        }
        var seen = new HashSet<String>();
        for (var ceiling : ceilings) {
            if (ceiling.amount().isNegative() || !seen.add(ceiling.kind() + ceiling.whom())) {
                throw Refusal.wrong("budget.fault.ceilings", "ceiling-category");
            }
        }
    }
}
